/** Staying connected to Discord: what passes is waited for, a session that cannot be resumed is dropped in time. */
import { describe, expect, it } from 'vitest'
import { createLink, impatient, isConnected, type Link, startLink } from './link.ts'

describe('Discord away at the start', () => {
  it.each([
    [{ page: 520 }, 'http_520'],
    [{ page: 404 }, 'http_404'],
    [{ page: 403 }, 'http_403'],
    [{ page: 429, retryAfter: 90_000 }, 'http_429'],
    [{ page: 429 }, 'http_429'],
    [{ rateLimit: 'shared', retryAfter: 4_000 }, 'http_429'],
    [{ status: 500 }, 'http_500'],
    [{ refusal: 'unknownGuild' }, 'http_404'],
    [{ answer: 'hello' }, 'unreadable_answer'],
    [{ answer: { url: null, shards: '1' } }, 'unreadable_answer'],
    ['reset', 'no_connection'],
    ['hang', 'no_answer'],
  ] as const)('is waited for when its API answers %o', async (kind, reason) => {
    const link = await createLink(kind === 'hang' ? impatient : {})
    link.standin.trouble({ kind, routes: ['gateway'], times: 3 })
    await link.platform.start()
    expect(link.platform.trouble?.()).toMatchObject({ reason })
    await link.pass()
    expect(link.failures()).toHaveLength(3)
    expect(link.failures()[0]?.fields).toMatchObject({ reason, failures: 1, awaySeconds: 0 })
    expect(link.lines.at(-1)).toMatchObject({ level: 'info', message: 'Discord is connected' })
    await link.hears()
  })

  it('is given the time it asks for', async () => {
    const link = await createLink()
    link.standin.trouble({ kind: { page: 429, retryAfter: 1_800 }, routes: ['gateway'] })
    await link.platform.start()
    const began = link.clock.now()
    await link.pass()
    expect(Math.round((link.clock.now() - began) / 1_000)).toBe(1_800)
    expect(link.failures()[0]?.fields).toMatchObject({ cause: { status: 429, retryAfterSeconds: 1_800 } })
  })

  it.each([520, 503, 429, 401])('is waited for when the handshake is answered %i', async (status) => {
    const link = await createLink()
    link.gateway.refusedHandshakes = { status }
    await link.platform.start()
    await link.pass(() => link.failures().length === 3)
    expect(link.platform.trouble?.()).toMatchObject({ reason: `http_${status}` })
    expect(link.failures()[2]?.fields).toMatchObject({ cause: { status }, failures: 3 })
    link.gateway.refusedHandshakes = undefined
    await link.pass()
    expect(link.gateway.identified).toBe(1)
    await link.hears()
  })

  it('is waited for when it lets nobody in, as long as that takes', async () => {
    const link = await createLink()
    link.standin.refuse(4000)
    await link.platform.start()
    const began = link.clock.now()
    await link.pass(() => link.clock.now() - began > 600_000)
    link.standin.refuse(undefined)
    await link.pass()
    expect(Number(link.lines.at(-1)?.fields.awaySeconds)).toBeGreaterThan(600)
    expect(link.gateway.handshakes.length).toBeLessThan(20)
  })

  it('is waited for while no logins are left, but for those who mend things', async () => {
    const link = await createLink()
    link.gateway.startLimit.remaining = 5
    await link.platform.start()
    expect(link.platform.trouble?.()).toMatchObject({ reason: 'no_logins_left' })
    expect(link.gateway.identified).toBe(0)
    link.gateway.startLimit.remaining = 1_000
    await link.pass()
    await link.hears()
  })
})

describe('a session', () => {
  const hour = { at: 'resume', status: 429, retryAfter: 3_600 } as const
  const troubles: [string, Partial<Link['gateway']>][] = [
    ['whose address answers 503', { refusedHandshakes: { at: 'resume', status: 503 } }],
    ['whose address answers 429 and asks for an hour', { refusedHandshakes: hour }],
    ['that is closed with 4000 whenever it is resumed', { resumeRefusal: 4000 }],
    ['that is closed with 4008 whenever it is resumed', { resumeRefusal: 4008 }],
  ]

  it.each(troubles)('%s is dropped after a minute, and begun afresh', async (_which, trouble) => {
    const link = await startLink()
    await link.until(() => isConnected(link))
    Object.assign(link.gateway, trouble)
    expect(await link.lose(link.gateway.requestReconnect)).toBe(60_000)
    expect(link.gateway.identified).toBe(2)
    expect(link.gateway.handshakes.length).toBeLessThan(12)
    const fields = { awaySeconds: 60 }
    expect(link.lines.at(-1)).toMatchObject({ level: 'info', message: 'Discord is connected', fields })
    await link.hears()
  })

  it('is dropped after a minute where nobody greets it', async () => {
    const link = await startLink()
    link.gateway.mute = 'resume'
    expect(await link.lose(link.gateway.drop)).toBe(60_000)
    expect(link.gateway.identified).toBe(2)
    await link.hears()
  })

  it('that is lost again and again soon after it was resumed is dropped after a minute', async () => {
    const link = await startLink()
    const lostAt = link.clock.now()
    while (link.gateway.identified < 2) {
      const seen = link.failures().length
      link.gateway.drop()
      await link.until(() => link.failures().length > seen)
      await link.pass()
    }
    expect(link.clock.now() - lostAt).toBeGreaterThanOrEqual(60_000)
    expect(link.clock.now() - lostAt).toBeLessThan(200_000)
  })

  it('is resumed at once where that works', async () => {
    const link = await startLink()
    for (const end of ['requestReconnect', 'drop'] as const) {
      link.clock.advance(60_000)
      const { resumed } = link.gateway
      link.gateway[end]()
      await link.until(() => link.gateway.resumed > resumed && isConnected(link))
    }
    expect(link.gateway).toMatchObject({ identified: 1, resumed: 2 })
    expect(link.lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })

  const nameless = [null, {}, { session_id: 5, resume_gateway_url: 'x' }]
  it.each(nameless)('that READY does not name (%j) is begun afresh', async (ready) => {
    const link = await createLink()
    link.gateway.rewrite = (name, data) => (name === 'READY' ? ready : data)
    await link.platform.start()
    expect(isConnected(link)).toBe(true)
    await link.hears()
    await link.lose(link.gateway.drop)
    expect(link.gateway).toMatchObject({ identified: 2, resumed: 0 })
    await link.hears()
  })

  const nowhere = ['nonsense', 'https://discord.example', 7]
  it.each(nowhere)('that is to be resumed at %j is resumed where it began', async (resume_gateway_url) => {
    const link = await createLink()
    link.gateway.rewrite = (name, data) => (name === 'READY' ? { ...Object(data), resume_gateway_url } : data)
    await link.platform.start()
    await link.lose(link.gateway.drop)
    expect(link.gateway).toMatchObject({ identified: 1, resumed: 1 })
  })

  it('that Discord has ended is begun afresh', async () => {
    const link = await startLink()
    link.clock.advance(60_000)
    link.gateway.invalidateSessions()
    await link.until(() => !isConnected(link))
    await link.pass(() => link.gateway.identified === 2 && isConnected(link))
    await link.hears()
  })
})

describe('a token that is revoked while the bot runs', () => {
  it('is an error with what to do, and costs few logins', async () => {
    const link = await startLink()
    const { token } = link.standin.application
    link.clock.advance(3_600_000)
    link.standin.revokeToken()
    await link.until(() => !isConnected(link))
    expect(link.platform.trouble?.()).toMatchObject({ reason: 'token_refused' })
    const error = link.lines.findLast(({ level }) => level === 'error')
    expect(error?.fields).toMatchObject({ advice: expect.stringContaining('DISCORD_TOKEN') })
    expect(JSON.stringify(link.lines)).not.toContain(token)
    link.standin.application.token = token
    const began = link.clock.now()
    await link.pass()
    expect(link.clock.now() - began).toBeGreaterThanOrEqual(150_000)
    await link.hears()
  })
})

describe('a token that is refused once Discord is back', () => {
  it.each([
    ['by its API', (link: Link) => link.standin.revokeToken()],
    ['by its gateway', (link: Link) => link.standin.refuse(4004)],
  ])('%s ends nothing, and is tried again', async (_by, refuse) => {
    const link = await createLink()
    const { token } = link.standin.application
    link.standin.trouble({ kind: { page: 520 }, routes: ['gateway'] })
    await link.platform.start()
    refuse(link)
    await link.pass(() => link.lines.filter(({ level }) => level === 'error').length === 3)
    expect(link.platform.trouble?.()).toMatchObject({ reason: 'token_refused' })
    link.standin.application.token = token
    link.standin.refuse(undefined)
    await link.pass()
    await link.hears()
  })
})

describe('more shards', () => {
  it('are begun when Discord wants them', async () => {
    const link = await startLink()
    link.gateway.shards = 2
    link.gateway.close(4011)
    await link.pass(() => link.gateway.sessions.length === 2)
    expect(link.gateway.sessions.map(({ shard }) => shard.join())).toEqual(['0,2', '1,2'])
  })
})
