/** Slack in trouble at every step: the person learns of it or finds the picture, and the credits are right. */
import { describe, expect, it } from 'vitest'
import { createShutdown } from '#bots/process/shutdown.ts'
import { createResponseUrl } from '#bots/slack/response-url.ts'
import type { TroubleKind } from '#tests/standins/slack/trouble.ts'
import { isPicture, type Rig, startRig } from './rig.ts'

const troubles: readonly [string, TroubleKind][] = [
  ['a rate limit', { kind: 'ratelimited', retryAfter: 0.01 }],
  ['a server error', { kind: 'status', status: 503 }],
  ['a hang', { kind: 'hang' }],
  ['a cut connection', { kind: 'reset' }],
  ['a refusal', { kind: 'error', error: 'restricted_action' }],
]

/** Asks for a picture that waits for the model's release; answers with what shows its progress. */
async function begin({ ada, general, model }: Rig) {
  model.hold(1)
  const typed = ada.slash(general, '/imagine', 'a gull')
  return await typed.message(({ shown }) => shown.includes('drawing'))
}

describe.each(troubles)('%s', (_, trouble) => {
  const methods = ['chat.postMessage', 'chat.update', 'response_url', 'chat.postEphemeral']
  it.each(methods)('at %s once leaves one picture', async (method) => {
    const rig = await startRig({ timing: { timeout: 150 }, expectsFaults: true })
    const { slack, ada, general, design, answered, history, balance } = rig
    slack.operator.trouble({ method, times: 1, trouble })
    const channel = method === 'response_url' ? design : general
    ada.slash(channel, '/imagine', 'a gull --quality draft')
    await answered()
    const seen = [...channel.visibleTo(ada), ...ada.dm.visibleTo(ada)].filter(isPicture)
    expect(seen).toHaveLength(1)
    expect(await history(ada)).toHaveLength(1)
    expect(await balance(ada)).toBe(999_999)
  })

  it('for ever leaves it in the history, paid once', async () => {
    const rig = await startRig({ timing: { timeout: 50, patience: 200 }, expectsFaults: true })
    const { slack, ada, general, answered, history, balance } = rig
    slack.operator.trouble({ method: /^chat\.|^response_url$/, trouble })
    ada.slash(general, '/imagine', 'a gull --quality draft')
    await answered()
    expect((await history(ada))[0]).toMatchObject({ delivery: 'history' })
    expect(await balance(ada)).toBe(999_999)
    slack.operator.calm()
    const found = await ada.slash(general, '/show', 'x').reply()
    expect(found.shown).toContain('no picture')
  })
})

it('does not post twice where only the answer was lost', async () => {
  const { slack, ada, general, answered } = await startRig({ timing: { timeout: 150 } })
  slack.operator.trouble({ method: 'chat.update', when: 'after', times: 1, trouble: { kind: 'reset' } })
  ada.slash(general, '/imagine', 'a gull')
  await answered()
  expect(general.visibleTo(ada).filter(isPicture)).toHaveLength(1)
  expect(ada.dm.visibleTo(ada)).toEqual([])
})

it('tells the person, and posts nothing there again, where a post may or may not have been made', async () => {
  const { slack, ada, general, answered } = await startRig({ timing: { timeout: 150 } })
  ada.slash(general, '/imagine', 'a gull')
  await answered()
  slack.operator.trouble({ method: 'chat.postMessage', when: 'after', times: 1, trouble: { kind: 'reset' } })
  ada.slash(general, '/imagine', 'a gull')
  await answered(2)
  expect(general.visibleTo(ada).filter(isPicture)).toHaveLength(2)
  expect(ada.dm.visibleTo(ada).filter(isPicture)).toHaveLength(1)
})

it('logs Slack’s own word where a mention may not be answered', async () => {
  const { slack, ada, general, logged, answered } = await startRig({ expectsFaults: true })
  const trouble = { kind: 'error', error: 'restricted_action_thread_only_channel' } as const
  slack.operator.trouble({ method: 'chat.postMessage', trouble })
  ada.mention(general, 'imagine a gull in the evening sun')
  await answered()
  const refused = logged.find(({ message }) => message === 'A reply was not taken')
  expect(refused).toMatchObject({ level: 'error', fields: { err: { code: trouble.error } } })
})

it('uses a response_url five times within half an hour, and keeps the last for the end', async () => {
  const { slack, ada, general } = await startRig()
  const url = String(ada.slash(general, '/help').payload.response_url)
  await slack.until(() => general.visibleTo(ada)[0])
  const clock = { now: () => now, sleep: async () => undefined }
  let now = 0
  const parts = { clock, apiUrl: slack.apiUrl, timeout: 1_000, shutdown: createShutdown(clock) }
  const responseUrl = createResponseUrl({ url, at: now }, parts)
  const content = { text: 'x', blocks: [] }
  for (let uses = 0; uses < 4; uses++) await responseUrl.post(content, { seenBy: 'person' })
  expect(responseUrl.isAlive({ spare: true })).toBe(false)
  expect(responseUrl.isAlive()).toBe(true)
  now = 30 * 60_000
  expect(responseUrl.isAlive()).toBe(false)
  await expect(responseUrl.post(content, { seenBy: 'person' })).rejects.toThrow('expired_url')
})

it('tells by a direct message when the channel is gone meanwhile', async () => {
  const rig = await startRig({ expectsFaults: true })
  const { slack, ada, general, model, answered } = rig
  await begin(rig)
  slack.operator.deleteChannel(general)
  model.release()
  await answered()
  expect(ada.dm.visibleTo(ada).filter(isPicture)).toHaveLength(1)
})

it('posts anew when its message was deleted meanwhile', async () => {
  const rig = await startRig()
  const { ada, general, model, answered } = rig
  const progress = await begin(rig)
  progress.deletedAt = Date.now()
  model.release()
  await answered()
  expect(general.visibleTo(ada).filter(isPicture)).toHaveLength(1)
})

it('past the life of a response_url tells the person by a direct message', async () => {
  const { ada, design, model, answered, advance, history } = await startRig()
  model.hold(1)
  const typed = ada.slash(design, '/imagine', 'a gull --private')
  await typed.reply()
  await expect.poll(() => model.prompts.length).toBe(1)
  advance(31 * 60_000)
  model.release()
  await answered()
  expect(ada.dm.visibleTo(ada).filter(isPicture)).toHaveLength(1)
  expect((await history(ada))[0]).toMatchObject({ delivery: 'message' })
})

it('lets Slack keep fewer permissions than it should', async () => {
  const { ada, general, answered, logged } = await startRig({ scopes: ['commands'], expectsFaults: true })
  expect(logged.some(({ message }) => message.includes('lacks scopes'))).toBe(true)
  const typed = ada.slash(general, '/imagine', 'a gull')
  await answered()
  expect(typed.replies.filter(isPicture)).toHaveLength(1)
})

it('shows a link where Slack cannot get the picture', async () => {
  const { ada, general, answered } = await startRig({
    pictureUrl: 'http://127.0.0.1:9',
    switches: { fetchImages: true },
    expectsFaults: true,
  })
  const typed = ada.slash(general, '/imagine', 'a gull')
  await answered()
  const [shown, ...others] = general.visibleTo(ada)
  expect(others).toEqual([])
  expect(JSON.stringify(shown?.blocks)).toContain('http://127.0.0.1:9/i/')
  expect(typed.person).toBe(ada)
})

it('delivers private pictures under Slack’s rate limits', async () => {
  const rig = await startRig({ switches: { rateLimits: true } })
  const { ada, ben, general, design, answered, slack, history } = rig
  slack.operator.addBot(design)
  const asked = Array.from({ length: 40 }, (_, index) =>
    [ada, ben][index % 2]?.slash(index % 3 ? general : design, '/imagine', `gull ${index} --private`),
  )
  for (const each of asked) expect(await each?.acknowledged).toMatchObject({ ok: true })
  await answered(40)
  expect(await history(ada)).toHaveLength(20)
})

it('is calm where the app was removed while it drew, and the picture is in the history', async () => {
  const rig = await startRig({ expectsFaults: true })
  const { slack, ada, installation, model, answered, history } = rig
  if (!installation) throw new Error('not installed')
  await begin(rig)
  await slack.operator.uninstall(installation)
  model.release()
  await answered()
  expect((await history(ada))[0]).toMatchObject({ delivery: 'history' })
})

it('comes back after a dropped connection, however often', async () => {
  const { slack, ada, general } = await startRig()
  for (const end of ['drop', 'refresh', 'drop'] as const) {
    if (end === 'drop') slack.operator.sockets.drop()
    else slack.operator.sockets.disconnect('refresh_requested')
    await slack.until(() => slack.operator.sockets.count === 0 || undefined)
    await slack.operator.sockets.untilConnected()
    expect((await ada.slash(general, '/help').reply()).shown).toContain('/imagine')
  }
})

it('stays calm when Slack cannot be reached while it connects again', async () => {
  const { slack, ada, general, logs } = await startRig()
  const trouble = { kind: 'status', status: 500 } as const
  slack.operator.trouble({ method: 'apps.connections.open', times: 1, trouble })
  slack.operator.sockets.drop()
  await logs('Slack cannot be connected; trying again')
  await slack.operator.sockets.untilConnected()
  expect((await ada.slash(general, '/help').reply()).shown).toContain('/imagine')
})

it('goes on with what is under way when it stops, and takes nothing more', async () => {
  const rig = await startRig({ timing: { shutdown: 30_000 } })
  const { slack, ada, general, model, platform, answered } = rig
  await begin(rig)
  await platform.stop()
  await slack.until(() => slack.operator.sockets.count === 0 || undefined)
  model.release()
  await answered()
  await platform.close()
  expect(general.visibleTo(ada).filter(isPicture)).toHaveLength(1)
})

it('does not wait out a rate limit when it stops', async () => {
  const { slack, ada, general, platform, answered, history } = await startRig()
  slack.operator.trouble({ method: /^chat/, trouble: { kind: 'ratelimited', retryAfter: 50 } })
  ada.slash(general, '/imagine', 'a gull')
  const posts = () => slack.requests.filter(({ method }) => method === 'chat.postMessage')
  await slack.until(() => posts().length > 1 || undefined)
  await platform.stop()
  await platform.close()
  await answered()
  // The next process shows it.
  expect(await history(ada)).toEqual([])
})

describe('an operator reads', () => {
  it.each([
    ['invalid_auth', /SLACK_BOT_TOKEN \(invalid_auth\)/],
    ['account_inactive', /SLACK_BOT_TOKEN \(account_inactive\)/],
  ])('why it does not start: %s', async (error, sentence) => {
    const { slack, platform } = await startRig()
    slack.operator.trouble({ method: 'auth.test', trouble: { kind: 'error', error } })
    await expect(platform.start()).rejects.toThrow(sentence)
  })
})
