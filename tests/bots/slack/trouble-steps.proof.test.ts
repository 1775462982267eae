/** Each trouble at each step of an answer on Slack: the person learns the end once, and the credits are right. */
import { describe, expect, it } from 'vitest'
import type { TroubleKind } from '#tests/standins/slack/trouble.ts'
import { type Rig, startRig } from './rig.ts'

const refusals = [
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action', 'missing_scope'],
  ...['account_inactive', 'invalid_auth', 'message_not_found', 'cant_update_message', 'internal_error'],
]

const kinds: readonly [string, TroubleKind][] = [
  ['a rate limit', { kind: 'ratelimited', retryAfter: 0.02 }],
  ['a server error', { kind: 'status', status: 503 }],
  ['a hang', { kind: 'hang' }],
  ['a cut connection', { kind: 'reset' }],
  ...refusals.map((error): [string, TroubleKind] => [error, { kind: 'error', error }]),
]

const start = () => startRig({ timing: { timeout: 300, patience: 450 }, expectsFaults: true })

/** What the person finds in the channel and in direct messages with the bot. */
function look({ ada, general }: Rig) {
  return [general, ada.dm].flatMap((each) => each.visibleTo(ada)).filter(({ user }) => user !== ada.id)
}

async function expectPicture(rig: Rig): Promise<void> {
  expect(look(rig).filter(({ blocks }) => blocks.some(({ type }) => type === 'image'))).toHaveLength(1)
  expect(await rig.history(rig.ada)).toMatchObject([{ status: 'delivered' }])
  expect(await rig.balance(rig.ada)).toBe(999_990)
}

/** Asks for a picture, and lets it be drawn once something was said of it, or was tried to. */
async function drawBehind(rig: Rig, text: string, meanwhile = () => {}): Promise<void> {
  rig.model.hold(1)
  rig.ada.slash(rig.general, '/imagine', text)
  await rig.slack.until(
    () => rig.slack.requests.some(({ method }) => /chat\.postMessage|response_url/.test(method)) || undefined,
  )
  meanwhile()
  rig.model.release()
  await rig.answered()
}

describe.each(kinds)('%s', (_, trouble) => {
  it.each([
    ['chat.postMessage', 1],
    ['chat.postMessage', 2],
    ['chat.update', 1],
  ] as const)('while progress is shown, at %s, %i times, leaves one picture', async (method, times) => {
    const rig = await start()
    rig.slack.operator.trouble({ method, times, trouble })
    await drawBehind(rig, 'a boat')
    await expectPicture(rig)
  })

  it.each(['', '--private'])('at the last change, always, leaves one picture %s', async (flag) => {
    const rig = await start()
    await drawBehind(rig, `a boat ${flag}`, () => {
      rig.slack.operator.trouble({ method: /^(chat\.update|response_url)$/, trouble })
    })
    await expectPicture(rig)
  })

  it('at every message leaves it in the history', async () => {
    const rig = await start()
    await drawBehind(rig, 'a boat', () =>
      rig.slack.operator.trouble({ method: /^(chat\.|response_url)/, trouble }),
    )
    expect(await rig.history(rig.ada)).toMatchObject([{ status: 'delivered', delivery: 'history' }])
    expect(await rig.balance(rig.ada)).toBe(999_990)
  })

  it.each(['chat.delete', 'response_url', 'chat.postEphemeral'])(
    'at a refusal’s %s, always, still tells the person, once and alone',
    async (method) => {
      const rig = await start()
      rig.slack.operator.trouble({ method, trouble })
      await drawBehind(rig, 'blocked')
      const refused = (text: string) => text.includes('credits are back')
      expect(look(rig).filter(({ shown }) => refused(shown))).toHaveLength(1)
      expect(rig.general.visibleTo(rig.ben).filter(({ shown }) => refused(shown))).toEqual([])
      expect(await rig.balance(rig.ada)).toBe(1_000_000)
    },
  )

  it.each(['views.open', 'users.info'])('at %s once is told, or does no harm', async (method) => {
    const rig = await start()
    rig.slack.operator.trouble({ method, times: 1, trouble })
    const command = method === 'views.open' ? '/imagine' : '/gallery'
    const typed = rig.ada.slash(rig.general, command)
    const answer = await typed.reply()
    expect(answer.shown).toMatch(
      /took too long to open the form|may not have opened the form|no channel for shared pictures yet/,
    )
    expect(look(rig)).toEqual([answer])
  })
})
