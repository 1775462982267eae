/** Trouble at Discord, at every step: the person learns of it, nothing is said twice, credits are right. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { begin, draw, findPictures, finish, impatient, outliveToken } from './drawing.ts'
import { startRig } from './rig.ts'

describe('the acknowledgement', () => {
  const refusal = { refusal: 'unknownInteraction' } as const
  const limit = { rateLimit: 'user', retryAfter: 1 } as const
  it.each(['hang', 'reset', { status: 503 }, refusal, limit] as const)(
    'that fails (%o) begins nothing and is not repeated',
    async (kind) => {
      const rig = await startRig(impatient)
      const before = await rig.balance(rig.ann)
      rig.standin.trouble({ kind, routes: ['callback'] })
      rig.ann.command(rig.channel, 'imagine', { prompt: 'x' })
      const isTold = () => rig.logged.some(({ message }) => message.includes('could not be acknowledged'))
      await rig.standin.waitFor(isTold, 'a warning')
      expect(rig.standin.requests.filter(({ route }) => route === 'callback')).toHaveLength(1)
      expect(rig.model.prompts).toEqual([])
      expect(await rig.balance(rig.ann)).toBe(before)
      // The next one is answered as ever.
      const next = await draw(rig)
      expect(next.message?.pictures).toHaveLength(1)
    },
  )

  const lost = ['hang', 'reset', { status: 502 }] as const
  it.each(lost)('that was taken, though its answer was lost (%o), counts', async (kind) => {
    const rig = await startRig(impatient)
    rig.standin.trouble({ kind, routes: ['callback'], afterwards: true })
    const handle = await draw(rig)
    expect(handle.messages).toHaveLength(1)
    expect(handle.message?.pictures).toHaveLength(1)
  })

  it('may take longer to be answered than Discord waits for it', async () => {
    const rig = await startRig()
    rig.standin.trouble({ kind: { delay: 2_700 }, routes: ['callback'], afterwards: true })
    const handle = await draw(rig)
    expect(handle.message?.pictures).toHaveLength(1)
    expect(rig.standin.requests.filter(({ route }) => route === 'get-original')).toEqual([])
  })

  it('that is too late is reported', async () => {
    const rig = await startRig()
    const stop = rig.standin.trouble({ kind: { delay: 50 }, routes: ['callback'] })
    rig.ann.command(rig.channel, 'imagine', { prompt: 'x' }).makeLate()
    const isReported = () => rig.logged.some(({ fields }) => fields.trouble === 'late')
    await rig.standin.waitFor(isReported, 'the report')
    stop()
    expect(rig.model.prompts).toEqual([])
  })
})

describe('the last edit', () => {
  const limits = (['user', 'shared', 'global'] as const).map((rateLimit) => ({ rateLimit, retryAfter: 0.1 }))
  it.each(['hang', 'reset', { status: 500 }, ...limits] as const)('is tried again after %o', async (kind) => {
    const rig = await startRig(impatient)
    rig.standin.trouble({ kind, routes: ['edit-original'], times: 2 })
    const handle = await draw(rig)
    expect(handle.messages).toHaveLength(1)
    expect(handle.message?.pictures).toHaveLength(1)
  })

  it('that is never taken is made good by a message in the channel', async () => {
    const rig = await startRig(impatient)
    rig.standin.trouble({ kind: { status: 500 }, routes: ['edit-original'], times: 1_000 })
    await draw(rig)
    expect(findPictures(rig.ann, rig.channel)).toHaveLength(1)
    expect((await rig.history(rig.ann)).generations[0]?.delivery).toBe('message')
  })

  it('finds its message deleted, and says it anew', async () => {
    const rig = await startRig()
    const handle = await begin(rig)
    rig.standin.trouble({ kind: { refusal: 'unknownMessage' }, routes: ['edit-original'], times: 2 })
    await finish(rig)
    expect(handle.followUps).toHaveLength(1)
    expect(handle.followUps[0]?.pictures).toHaveLength(1)
  })

  it('comes after the token is past its life, as a message of the bot', async () => {
    const rig = await startRig()
    await begin(rig)
    await outliveToken(rig)
    await finish(rig)
    expect(findPictures(rig.ann, rig.channel)).toHaveLength(1)
    expect((await rig.history(rig.ann)).generations[0]?.delivery).toBe('message')
    // What said that it is being drawn is gone.
    expect(rig.channel.visibleTo(rig.ann)).toHaveLength(1)
  })

  it('goes to the person where the bot may not post', async () => {
    const rig = await startRig()
    await begin(rig)
    await outliveToken(rig)
    rig.channel.deny(PermissionFlagsBits.SendMessages)
    await finish(rig)
    expect(findPictures(rig.ann, rig.channel)).toHaveLength(0)
    expect(findPictures(rig.ann, rig.standin.openDm(rig.ann))).toHaveLength(1)
  })

  it('is in history when the channel is deleted and the person takes no messages', async () => {
    const rig = await startRig()
    rig.ann.acceptsMessages = false
    await begin(rig)
    rig.channel.delete()
    await finish(rig)
    const { generations } = await rig.history(rig.ann)
    expect(generations[0]).toMatchObject({ status: 'delivered', delivery: 'history' })
  })
})

describe('a refusal', () => {
  it.each(['hang', { status: 500 }, 'reset'] as const)(
    'reaches the person alone through %o',
    async (kind) => {
      const rig = await startRig(impatient)
      rig.standin.trouble({ kind, routes: ['delete-original'] })
      const handle = await draw(rig, 'blocked')
      expect(handle.message).toBeUndefined()
      const text = expect.stringContaining('Your 10 credits are back')
      expect(handle.followUps).toMatchObject([{ ephemeral: true, text }])
    },
  )

  it('that cannot be a follow-up comes directly', async () => {
    const rig = await startRig(impatient)
    rig.standin.trouble({ kind: { status: 500 }, routes: ['create-follow-up'], times: 2 })
    await draw(rig, 'blocked')
    const dm = rig.standin.openDm(rig.ann)
    expect(dm.visibleTo(rig.ann)).toHaveLength(1)
    expect(rig.channel.visibleTo(rig.ann)).toEqual([])
  })
})

describe('the gateway', () => {
  it('drops and resumes, and what was asked meanwhile is answered', async () => {
    const rig = await startRig()
    rig.standin.gateway.drop()
    const handle = await draw(rig)
    expect(handle.message?.pictures).toHaveLength(1)
    expect(rig.standin.gateway).toMatchObject({ identified: 1, resumed: 1 })
  })

  it('asks for a reconnection and gets it', async () => {
    const rig = await startRig()
    rig.standin.gateway.requestReconnect()
    await rig.standin.waitFor(() => rig.standin.gateway.resumed === 1, 'a resumption')
    const handle = await draw(rig)
    expect(handle.message?.pictures).toHaveLength(1)
  })

  it('refuses the token, and whoever runs the bot is told what to do', async () => {
    const rig = await startRig()
    rig.standin.revokeToken()
    const findError = () => rig.logged.find(({ level }) => level === 'error')
    await rig.standin.waitFor(() => findError() !== undefined, 'the error')
    expect(findError()?.fields).toMatchObject({ advice: expect.stringContaining('DISCORD_TOKEN') })
    expect(rig.platform.trouble?.()).toMatchObject({ reason: 'token_refused' })
  })
})

it('logs no token, prompt or name, whatever happens', async () => {
  const rig = await startRig(impatient)
  rig.standin.trouble({ kind: { status: 500 }, routes: ['edit-original', 'create-message'], times: 1_000 })
  await draw(rig, 'a secret prompt')
  const log = JSON.stringify(rig.logged)
  const tokens = rig.standin.requests.flatMap(({ path }) => /\/webhooks\/\d+\/([^/]+)/.exec(path)?.[1] ?? [])
  for (const secret of [...tokens, rig.standin.application.token, 'secret prompt'])
    expect(log).not.toContain(secret)
  expect(tokens.length).toBeGreaterThan(0)
})
