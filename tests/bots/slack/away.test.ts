/** Slack is away: whatever the reason, the bot says so, goes on, tries again ever more seldom, and is back when Slack is. */
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openSocket } from '#bots/slack/transport/socket.ts'
import { systemClock } from '#core/clock.ts'
import type { Fate } from '#tests/standins/slack/sockets.ts'
import type { TroubleKind } from '#tests/standins/slack/trouble.ts'
import { isPicture, type Rig, type RigOptions, startRig } from './rig.ts'

const opened = 'apps.connections.open'
const handshakes = ({ slack }: Rig) => slack.requests.filter(({ method }) => method === opened)

async function untilAway({ platform }: Rig, reason: string): Promise<void> {
  while (platform.trouble?.()?.reason !== reason) await turn()
}

async function untilBack(rig: Rig): Promise<void> {
  const { platform, ada, general } = rig
  while (platform.trouble?.()) await turn()
  expect((await ada.slash(general, '/help').reply()).shown).toContain('/imagine')
}

const lines = ({ logged }: Rig, level: string, words: RegExp) =>
  logged.filter((line) => line.level === level && words.test(line.message))

function expectAdvice(rig: Rig, words: string, more: object = {}) {
  const fields = { ...more, advice: expect.stringContaining(words) }
  expect(lines(rig, 'error', /until an operator acts/)[0]).toMatchObject({ fields })
}

describe('a start while', () => {
  const troubles: readonly [string, TroubleKind, string][] = [
    ['a server error', { kind: 'status', status: 500 }, 'http_500'],
    ['a page of somebody in between', { kind: 'status', status: 503 }, 'http_503'],
    ['a page that is not there', { kind: 'status', status: 404 }, 'http_404'],
    ['a rate limit', { kind: 'ratelimited', retryAfter: 0.01 }, 'ratelimited'],
    ['a hang', { kind: 'hang' }, 'no_answer'],
    ['a cut connection', { kind: 'reset' }, 'no_answer'],
    ['a fault of its own', { kind: 'error', error: 'internal_error' }, 'internal_error'],
    ['a move of the workspace', { kind: 'error', error: 'team_added_to_org' }, 'team_added_to_org'],
    ['a word nobody knows', { kind: 'error', error: 'brand_new_error' }, 'brand_new_error'],
  ]
  describe.each(troubles)('Slack has %s', (_, trouble, reason) => {
    it.each([opened, 'auth.test'])('at %s goes on, and joins when it is over', async (method) => {
      const prepare: RigOptions['prepare'] = ({ operator }) => operator.trouble({ method, trouble })
      const rig = await startRig({ timing: { timeout: 100 }, prepare })
      await untilAway(rig, reason)
      await rig.logs('Slack cannot be connected; trying again', 2)
      const fields = { reason, failures: 2, awaySeconds: expect.any(Number), cause: { code: reason } }
      expect(lines(rig, 'warn', /cannot be connected/)[1]).toMatchObject({ fields })
      rig.slack.operator.calm()
      await untilBack(rig)
      expect(lines(rig, 'info', /is connected/)).toHaveLength(1)
    })
  })

  it('nobody says hello goes on', async () => {
    const fate = { kind: 'refused', status: 502 } as const
    const rig = await startRig({ prepare: ({ operator }) => operator.sockets.doom(fate) })
    await untilAway(rig, 'http_502')
    rig.slack.operator.sockets.doom(undefined)
    await untilBack(rig)
  })

  it('Slack cannot be asked answers over HTTP all the same', async () => {
    const trouble = { method: 'auth.test', trouble: { kind: 'status', status: 503 } } as const
    const rig = await startRig({ transport: 'http', prepare: ({ operator }) => operator.trouble(trouble) })
    await untilAway(rig, 'http_503')
    const { ada, general, slack } = rig
    expect((await ada.slash(general, '/help').reply()).shown).toContain('/imagine')
    const picture = await ada.mention(general, 'a gull').message(isPicture)
    expect(picture.shown).not.toContain('@')
    slack.operator.calm()
    await untilBack(rig)
  })

  it.each([
    ['auth.test', 'SLACK_BOT_TOKEN', ['invalid_auth', 'token_expired', 'not_authed', 'missing_scope']],
    [opened, 'SLACK_APP_TOKEN', ['invalid_auth', 'token_revoked', 'not_allowed_token_type', 'no_permission']],
    [opened, 'SLACK_APP_TOKEN', ['socket_mode_not_enabled', 'forbidden_team']],
  ])('%s is refused ends with a sentence about %s', async (method, variable, errors) => {
    for (const error of errors) {
      const rig = await startRig({ starts: false })
      rig.slack.operator.trouble({ method, trouble: { kind: 'error', error } })
      await expect(rig.platform.start()).rejects.toThrow(variable)
    }
  })
})

describe('a connection', () => {
  const fates: readonly [Fate, string][] = [
    [{ kind: 'closed', when: 'after hello', code: 1000 }, 'closed_1000'],
    [{ kind: 'closed', when: 'after hello', code: 4321 }, 'closed_4321'],
    [{ kind: 'closed', when: 'before hello', code: 1011 }, 'closed_1011'],
    [{ kind: 'refused', status: 403 }, 'http_403'],
    [{ kind: 'refused', status: 503 }, 'http_503'],
    [{ kind: 'refused', status: 429, retryAfter: 0.02 }, 'http_429'],
    [{ kind: 'disconnect', when: 'before hello', reason: 'too_many_websockets' }, 'too_many_websockets'],
    [{ kind: 'disconnect', when: 'after hello', reason: 'refresh_requested' }, 'refresh_requested'],
    [{ kind: 'disconnect', when: 'after hello', reason: 'a token: xoxb-1' }, 'disconnect'],
  ]
  it.each(fates)('that is %j is tried again ever more seldom, with Slack’s reason', async (fate, reason) => {
    const first = 20
    const rig = await startRig({ timing: { pauses: { first, longest: 10_000 } } })
    const before = handshakes(rig).length
    rig.slack.operator.sockets.doom(fate)
    rig.slack.operator.sockets.drop()
    while (handshakes(rig).length < before + 6) await turn()
    const at = handshakes(rig)
      .slice(before)
      .map((each) => each.at)
    const gaps = at.slice(1).map((each, index) => each - (at[index] ?? 0))
    // A pause is at least half of what it may be; timers are right to a millisecond.
    for (const [index, gap] of gaps.entries())
      expect(gap).toBeGreaterThanOrEqual((first * 2 ** (index + 1)) / 2 - 2)
    await untilAway(rig, reason)
    const told = lines(rig, 'warn', /is away|cannot be connected/).filter(
      ({ fields }) => 'reason' in fields && fields.reason === reason,
    )
    expect(told.length).toBeGreaterThanOrEqual(4)
    expect(JSON.stringify(rig.logged)).not.toContain('xoxb')
    rig.slack.operator.sockets.doom(undefined)
    await untilBack(rig)
  })

  it('for an app whose Socket Mode is turned off waits for an operator, and says so', async () => {
    const rig = await startRig()
    const error = 'socket_mode_not_enabled'
    rig.slack.operator.trouble({ method: opened, trouble: { kind: 'error', error } })
    rig.slack.operator.sockets.disconnect('link_disabled')
    await untilAway(rig, error)
    expectAdvice(rig, 'Socket Mode is off', { reason: 'link_disabled' })
    rig.slack.operator.calm()
    await untilBack(rig)
  })

  const ends = ['refresh_requested', 'warning'] as const
  it.each(ends)('that lasted and then ends by %s is renewed at once', async (reason) => {
    const rig = await startRig({ timing: { pauses: { first: 60_000, longest: 60_000 } } })
    rig.advance(61_000)
    const before = handshakes(rig).length
    rig.slack.operator.sockets.disconnect(reason)
    while (handshakes(rig).length === before) await turn()
    await untilBack(rig)
    const fields = { reason, failures: 0 }
    expect(lines(rig, 'info', /asked for a new connection/)).toMatchObject([{ fields }])
    expect(lines(rig, 'warn', /./)).toEqual([])
  })

  it('goes on taking what comes between a warning and the connection that takes its place', async () => {
    const rig = await startRig()
    rig.advance(61_000)
    rig.slack.operator.trouble({ method: opened, trouble: { kind: 'status', status: 503 } })
    rig.slack.operator.sockets.disconnect('warning')
    await untilAway(rig, 'http_503')
    expect((await rig.ada.slash(rig.general, '/help').reply()).shown).toContain('/imagine')
    rig.slack.operator.calm()
    await untilBack(rig)
  })

  it('that says nothing any more is given up', async () => {
    const rig = await startRig({ timing: { silence: 30 } })
    rig.slack.operator.sockets.freeze()
    await rig.logs('Slack is away; connecting again')
    expect(lines(rig, 'warn', /is away/)[0]?.fields).toMatchObject({ reason: 'silent' })
    await untilBack(rig)
  })

  it('that never says hello, or has no address, is given up', async () => {
    const { slack } = await startRig()
    slack.operator.sockets.doom({ kind: 'silent' })
    const headers = { authorization: `Bearer ${slack.app.appToken}` }
    const answer = await fetch(`${slack.apiUrl}${opened}`, { method: 'POST', headers })
    const { url } = (await answer.json()) as { url: string }
    const enough = new AbortController()
    const common = { onEnvelope: () => undefined, silence: 1_000, clock: systemClock, signal: enough.signal }
    const open = (address: string) => openSocket({ ...common, url: address })
    const opening = open(url)
    enough.abort()
    await expect(opening).rejects.toMatchObject({ code: 'no_hello' })
    await expect(open(url)).rejects.toMatchObject({ code: 'no_hello' })
    await expect(open('nonsense')).rejects.toMatchObject({ code: 'unreadable_answer' })
  })

  it('lives through any message', async () => {
    const rig = await startRig({ expectsFaults: true })
    const payloads: unknown[] = [
      ...[undefined, null, 5, 'text', [], {}, { event: null }, { event: {} }, { event: { type: 'closed' } }],
      ...[{ type: 'view_submission' }, { type: 'block_actions', actions: null }, { command: {} }],
      ...[{ type: 'block_actions', actions: [null] }, { event: { type: 'app_mention', channel: null } }],
    ]
    const messages = [
      ...['', '{', 'null', '[]', '5', '""', '{}', '{"type":null}', '{"type":"new"}', '{"type":"hello"}'],
      ...['events_api', 'interactive', 'slash_commands', 'disconnected', 'ws_message'].flatMap((type) =>
        payloads.map((payload) => JSON.stringify({ type, envelope_id: 'E1', payload })),
      ),
      JSON.stringify({ type: 'events_api', envelope_id: 5, payload: { event: { type: 'message' } } }),
    ]
    for (const message of messages) rig.slack.operator.sockets.say(message)
    await untilBack(rig)
    expect(handshakes(rig)).toHaveLength(1)
  })
})

describe.each(['socket', 'http'] as const)('over %s a token', (transport) => {
  it.each(['event', 'answer'])('that is taken away, as an %s tells, ends nothing', async (teller) => {
    const rig = await startRig({ transport })
    const { slack, installation, ada, general } = rig
    if (!installation) throw new Error('not installed')
    if (teller === 'event') await slack.operator.revokeToken(installation)
    else {
      const trouble = { kind: 'error', error: 'token_revoked' } as const
      slack.operator.trouble({ method: /^(chat\.|auth\.test)/, trouble })
      ada.slash(general, '/imagine', 'a gull')
    }
    await untilAway(rig, 'token_revoked')
    expectAdvice(rig, 'SLACK_BOT_TOKEN', { reason: 'token_revoked' })
    installation.state = 'live'
    slack.operator.calm()
    await untilBack(rig)
  })
})

it('an app token that is taken away ends nothing', async () => {
  const rig = await startRig()
  rig.slack.operator.trouble({ method: opened, trouble: { kind: 'error', error: 'token_revoked' } })
  rig.slack.operator.sockets.drop()
  await untilAway(rig, 'token_revoked')
  await rig.logs('Slack is away until an operator acts')
  expectAdvice(rig, 'SLACK_APP_TOKEN')
  rig.slack.operator.calm()
  await untilBack(rig)
})

it('is never said to be away where workspaces install the app and Slack connects', async () => {
  const { platform } = await startRig({ transport: 'http', oauth: true })
  expect(platform.trouble).toBeUndefined()
})
