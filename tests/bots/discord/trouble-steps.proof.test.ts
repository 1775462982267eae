/** Each trouble at each step of an answer on Discord: the person learns the end once, and the credits are right. */
import { describe, expect, it } from 'vitest'
import type { RouteName } from '#tests/standins/discord/route.ts'
import type { TroubleKind } from '#tests/standins/discord/trouble.ts'
import { type Rig, startRig } from './rig.ts'

const anywhere: readonly TroubleKind[] = [
  'hang',
  'reset',
  { status: 503 },
  { rateLimit: 'user', retryAfter: 0.02 },
  { rateLimit: 'shared', retryAfter: 0.02 },
  { rateLimit: 'global', retryAfter: 0.02 },
  { refusal: 'unknownChannel' },
  { refusal: 'missingAccess' },
  { refusal: 'missingPermissions' },
]
/** What is answered by an interaction's token meets these too. */
const ofTokens: readonly TroubleKind[] = [
  { refusal: 'unknownInteraction' },
  { refusal: 'unknownMessage' },
  { refusal: 'unknownWebhook' },
  { refusal: 'invalidWebhookToken' },
]

const patience = { acknowledge: 1_500, progress: 150, other: 600, insist: 2_000 }
const start = () => startRig({ patience, progressEvery: 1 })

/** What the person finds in the channel and in direct messages, but for "thinking…". */
function look({ ann, channel, standin }: Rig) {
  return [channel, standin.openDm(ann)]
    .flatMap((each) => each.visibleTo(ann))
    .filter(({ loading }) => !loading)
}

async function expectPicture(rig: Rig): Promise<void> {
  expect(
    look(rig).filter(({ pictures, text }) => pictures.length > 0 && text.includes('price')),
  ).toHaveLength(1)
  const { generations } = await rig.history(rig.ann)
  expect(generations.map(({ status }) => status)).toEqual(['delivered'])
  expect(await rig.balance(rig.ann)).toBe(999_990)
}

/** Asks for a picture, and lets it be drawn once its progress was to be seen, or could not be shown. */
async function drawBehind(rig: Rig, options: object, meanwhile = () => {}): Promise<void> {
  rig.model.hold(1)
  rig.ann.command(rig.channel, 'imagine', { prompt: 'a boat', ...options })
  await rig.standin.waitFor(
    () => rig.model.prompts.length > 0 && rig.standin.requests.some(({ route }) => route === 'edit-original'),
    'progress of what is drawn',
  )
  meanwhile()
  rig.model.release()
  await rig.answered(1)
}

describe.each([...anywhere, ...ofTokens])('by its token: %o', (kind) => {
  it.each(['once', 'always'] as const)('while progress is shown %s leaves one picture', async (often) => {
    const rig = await start()
    const end = rig.standin.trouble({ kind, routes: ['edit-original'], times: often === 'once' ? 1 : 1_000 })
    await drawBehind(rig, {}, end)
    await expectPicture(rig)
  })

  it.each([
    ['once', false],
    ['once', true],
    ['always', false],
    ['always', true],
  ] as const)('at the last edit %s leaves one picture (private: %s)', async (often, hidden) => {
    const rig = await start()
    await drawBehind(rig, { private: hidden }, () => {
      rig.standin.trouble({ kind, routes: ['edit-original'], times: often === 'once' ? 1 : 1_000 })
    })
    await expectPicture(rig)
  })

  it.each(['delete-original', 'create-follow-up'] as const satisfies readonly RouteName[])(
    'at a refusal’s %s, always, still tells the person, once and alone',
    async (route) => {
      const rig = await start()
      const ben = await rig.join('ben')
      rig.standin.trouble({ kind, routes: [route], times: 1_000 })
      rig.ann.command(rig.channel, 'imagine', { prompt: 'blocked' })
      await rig.answered(1)
      expect(look(rig).filter(({ text }) => text.includes('credits are back'))).toHaveLength(1)
      expect(rig.channel.visibleTo(ben).filter(({ text }) => text.includes('credits are back'))).toEqual([])
      expect(await rig.balance(rig.ann)).toBe(1_000_000)
    },
  )
})

describe.each(anywhere)('by the bot itself: %o', (kind) => {
  it('at a message of the bot’s own, once, leaves one picture', async () => {
    const rig = await start()
    rig.standin.trouble({ kind, routes: ['create-message'] })
    await drawBehind(rig, {}, () => rig.advance(15 * 60_000))
    await expectPicture(rig)
  })

  it('at every message of the bot’s own leaves the picture in history', async () => {
    const rig = await start()
    rig.standin.trouble({ kind, routes: ['create-message', 'create-dm'], times: 1_000 })
    await drawBehind(rig, {}, () => rig.advance(15 * 60_000))
    expect((await rig.history(rig.ann)).generations).toMatchObject([
      { status: 'delivered', delivery: 'history' },
    ])
    expect(await rig.balance(rig.ann)).toBe(999_990)
  })
})
