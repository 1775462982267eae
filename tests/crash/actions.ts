/** What people, the payment provider and chance do while a process runs: each at random, by a seed. */
import fc from 'fast-check'
import { makeTeamAction, teamWeights } from './team-actions.ts'

export const people = ['ann', 'bob'] as const
export const addresses = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => `${name}@example.com`)
const prompts = ['fox', 'owl', 'bear', 'hen', 'blocked', 'busy', 'down', 'garbled', 'stuck'] as const
const call = fc.nat(29)

const who = fc.constantFrom(...people)
const email = fc.constantFrom(...addresses)
const constant = <Kind extends string>(kind: Kind) => fc.constant(kind)

export const makeAction = {
  ...makeTeamAction,
  imagine: fc.record({
    kind: constant('imagine'),
    who,
    prompt: fc.constantFrom(...prompts),
    fresh: fc.boolean(),
    count: fc.constantFrom(1, 1, 2),
    call,
  }),
  /** Something that costs more than most have. */
  splurge: fc.record({ kind: constant('splurge'), who, call }),
  edit: fc.record({ kind: constant('edit'), who, picture: fc.nat(2), call }),
  /** In a thread that everybody is in, of the picture that it is about. */
  change: fc.record({ kind: constant('change'), who, prompt: fc.constantFrom(...prompts), call }),
  /** To what the thread's picture came of. */
  back: fc.record({ kind: constant('back'), who }),
  cancel: fc.record({ kind: constant('cancel'), who }),
  share: fc.record({ kind: constant('share'), who, team: fc.nat(3), back: fc.boolean() }),
  /** The first picture alone, or all; the image host may refuse to remove them, and what they were drawn from. */
  remove: fc.record({ kind: constant('remove'), who, refused: fc.boolean(), one: fc.boolean() }),
  buy: fc.record({ kind: constant('buy'), who, pack: fc.nat(1), pays: fc.boolean() }),
  /** Orders and what was said of them are counted from the newest. */
  webhook: fc.record({ kind: constant('webhook'), order: fc.nat(9), report: fc.nat(9) }),
  refund: fc.record({ kind: constant('refund'), order: fc.nat(9), whole: fc.boolean() }),
  /** What was paid is not any more, or was somebody else's money. */
  doubt: fc.record({ kind: constant('doubt'), order: fc.nat(9), fraud: fc.boolean() }),
  /** Some never finish it. */
  link: fc.record({ kind: constant('link'), who, email, stops: fc.constantFrom(false, false, true) }),
  unlink: fc.record({ kind: constant('unlink'), who }),
  merge: fc.shuffledSubarray(addresses, { minLength: 2, maxLength: 2 }).map(([email = '', other = '']) => {
    return { kind: 'merge' as const, email, other }
  }),
  readdress: fc.record({ kind: constant('readdress'), email, other: email }),
  /** The image host may refuse to remove some pictures then. */
  erase: fc.record({ kind: constant('erase'), who, refusals: fc.constantFrom(0, 0, 0, 1, 4) }),
  /** Signs in, comes back later, and signs out. */
  visit: fc.record({
    kind: constant('visit'),
    email,
    ends: fc.constantFrom('this' as const, 'others', 'all'),
  }),
  /** Undoes a link by the mail that told of it; mails are counted from the newest. */
  undo: fc.record({ kind: constant('undo'), mail: fc.nat(3) }),
  /** A team takes the bot away. */
  leave: fc.record({ kind: constant('leave'), team: fc.nat(3) }),
  notify: fc.record({ kind: constant('notify'), who, refused: fc.boolean() }),
  /** What an operator does; the same grant may come again. */
  grant: fc.record({ kind: constant('grant'), who, number: fc.nat(2) }),
  undoGrant: fc.record({ kind: constant('undoGrant'), who, number: fc.nat(2) }),
  /** Credits an order by hand. */
  claim: fc.record({ kind: constant('claim'), who, order: fc.nat(9) }),
  /** Gives the other some of what was paid for; the first number presses the same button again. */
  give: fc.record({
    kind: constant('give'),
    who,
    credits: fc.integer({ min: 1, max: 40 }),
    number: fc.nat(2),
  }),
  giveBack: fc.record({ kind: constant('giveBack'), who }),
  tie: fc.record({
    kind: constant('tie'),
    who,
    email: fc.oneof(
      email,
      fc.nat(9_999).map((n) => `tied-${n}@example.com`),
    ),
  }),
  arrive: fc.record({ kind: constant('arrive'), who }),
  join: fc.record({ kind: constant('join'), guest: fc.nat(99_999) }),
  settle: fc.record({ kind: constant('settle') }),
  wait: fc.record({ kind: constant('wait'), ms: fc.constantFrom<number>(1_000, 20_000, 90_000) }),
}

export type ActionKind = keyof typeof makeAction
export type Action = (typeof makeAction)[ActionKind] extends fc.Arbitrary<infer Each> ? Each : never
type Actions = {
  [Kind in ActionKind]: (typeof makeAction)[Kind] extends fc.Arbitrary<infer Each> ? Each : never
}
export type AnyAction = Actions[ActionKind]

/** How often some are drawn, where others are drawn once. */
const weights: Partial<Record<ActionKind, number>> = {
  ...teamWeights,
  imagine: 14,
  splurge: 2,
  cancel: 2,
  buy: 3,
  webhook: 3,
  refund: 2,
  link: 2,
  merge: 2,
  settle: 5,
  wait: 3,
}

export const action: fc.Arbitrary<AnyAction> = fc.oneof(
  ...(Object.keys(makeAction) as ActionKind[]).map((kind) => ({
    weight: weights[kind] ?? 1,
    arbitrary: makeAction[kind] as fc.Arbitrary<AnyAction>,
  })),
)
