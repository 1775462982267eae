/** Ways that lead a process to its steps: actions, and what of them is not left to chance. */
import type { AnyAction } from './actions.ts'
import { teamWays } from './team-ways.ts'

/** What is not said of an action is left to chance. */
export type Need = {
  [Kind in AnyAction['kind']]: Partial<Extract<AnyAction, { kind: Kind }>> & { kind: Kind }
}[AnyAction['kind']]

const settle = { kind: 'settle' } as const
const draw = { kind: 'imagine', who: 'ann', prompt: 'fox', count: 1, fresh: true } as const
const four = (['fox', 'owl', 'bear', 'hen'] as const).map((prompt) => ({ ...draw, prompt }))
const fail = { kind: 'imagine', prompt: 'garbled', count: 1 } as const
/** The host does not take it at first. */
const keep = { ...draw, prompt: 'stuck' } as const
const remove = { kind: 'remove', who: 'ann', refused: false, one: false } as const
const share = { kind: 'share', who: 'ann', back: false } as const
const shareAgain = { ...share, team: 0 } as const
const edit = { kind: 'edit', who: 'ann' } as const
const change = { kind: 'change', who: 'ann', prompt: 'owl' } as const
const splurge = { kind: 'splurge', who: 'ann' } as const
const erase = { kind: 'erase' } as const
const eraseAnn = { ...erase, who: 'ann' } as const
const merge = { kind: 'merge' } as const
const link = { kind: 'link', stops: false } as const
const linkAnn = { ...link, who: 'ann' } as const
const notify = { kind: 'notify', who: 'ann', refused: false } as const
const grant = { kind: 'grant', who: 'ann', number: 0 } as const
const give = { kind: 'give', who: 'ann', credits: 5 } as const
const tie = { kind: 'tie', who: 'ann' } as const
const soonAfter = { kind: 'wait', ms: 20_000 } as const
const longAfter = { kind: 'wait', ms: 31 * 60_000 } as const

const buy = { kind: 'buy', who: 'ann', pack: 1, pays: true } as const
const webhook = { kind: 'webhook', order: 0, report: 0 } as const
const bought = [buy, settle, webhook, settle] as const
const refund = { kind: 'refund', order: 0 } as const
const refundPart = { ...refund, whole: false } as const
const doubt = { kind: 'doubt', order: 0, fraud: false } as const
const claim = { kind: 'claim', order: 0 } as const

/** Ann has no account with an address, or an empty one without. */
const untie = [{ kind: 'unlink', who: 'ann' }, settle] as const
const arrive = [...untie, { kind: 'arrive', who: 'ann' }, settle] as const
/** Ann has an account that nobody has given anything yet. */
const anew = [eraseAnn, settle, { kind: 'arrive', who: 'ann' }, settle] as const
/** Whatever account ann has: from now on it is one with an address, and none ends for it. */
const relink = [{ kind: 'unlink', who: 'ann' }, { ...linkAnn, email: 'six@example.com' }, settle] as const
/** An order that nobody was credited for before its buyer left. */
const orphaned = [...relink, buy, settle, eraseAnn, settle, webhook] as const

/** Leaves something of every kind that a migration carries. */
export const busyWay: readonly Need[] = [draw, settle, ...bought]

/** What a process does of itself is on any of them. */
export const ways: readonly (readonly Need[])[] = [
  [],
  [{ kind: 'join' }],
  four,
  [fail],
  [keep],
  [keep, soonAfter, settle, soonAfter, settle],
  [draw, soonAfter],
  [draw, settle, { ...draw, fresh: false }],
  [draw, settle, share, settle, { ...share, back: true }],
  [draw, settle, shareAgain, settle, shareAgain, settle, { kind: 'leave', team: 0 }],
  [draw, settle, remove],
  [draw, settle, { ...remove, refused: true }],
  [{ ...draw, count: 2 }, settle, { ...remove, one: true }],
  [{ ...draw, count: 2 }, settle, shareAgain, { ...remove, one: true }],
  [draw, settle, eraseAnn],
  [draw, settle, { ...eraseAnn, refusals: 4 }],
  [draw, settle, { kind: 'giveBack', who: 'ann' }],
  [edit, settle, remove],
  [edit, settle, { ...remove, refused: true }],
  [edit, { ...edit, picture: 0 }, settle, remove],
  [edit, settle, eraseAnn, settle, longAfter, settle],
  [draw, settle, change, settle, change, settle, { kind: 'back', who: 'ann' }, settle, change],
  [draw, settle, change, settle, remove, settle, eraseAnn],
  [erase, settle, longAfter, settle],
  [...anew, splurge, settle, ...bought],
  [...bought, refund, settle, webhook],
  [...bought, doubt, settle, webhook],
  [...relink, buy, settle, buy],
  [...relink, eraseAnn],
  [...orphaned, settle, { ...claim, who: 'bob' }],
  [...orphaned, settle, refundPart, settle, webhook],
  [...relink, buy, settle, refundPart, doubt, settle, webhook, settle, { ...webhook, report: 2 }],
  [buy, settle, { ...claim, who: 'bob' }],
  [...bought, give, give, settle, longAfter, settle],
  [...bought, give, { ...erase, who: 'bob' }, settle],
  [link, merge],
  [merge, settle, longAfter, settle],
  [
    { kind: 'unlink', who: 'ann' },
    { ...linkAnn, email: 'one@example.com' },
    settle,
    grant,
    settle,
    { ...merge, email: 'two@example.com', other: 'one@example.com' },
  ],
  [
    { ...merge, email: 'one@example.com', other: 'two@example.com' },
    settle,
    longAfter,
    settle,
    { ...merge, email: 'three@example.com', other: 'one@example.com' },
  ],
  [...relink, edit, settle, { ...merge, email: 'five@example.com', other: 'six@example.com' }],
  [
    ...relink,
    ...bought,
    draw,
    settle,
    shareAgain,
    settle,
    { ...merge, email: 'five@example.com', other: 'six@example.com' },
  ],
  [{ kind: 'unlink' }],
  [...untie, linkAnn, settle, { kind: 'undo', mail: 0 }],
  [{ kind: 'unlink', who: 'ann' }, { ...linkAnn, stops: true }, settle, linkAnn],
  [{ kind: 'readdress' }],
  [{ kind: 'visit', ends: 'this' }],
  [{ kind: 'visit', email: 'one@example.com', ends: 'others' }],
  [{ kind: 'visit', email: 'one@example.com', ends: 'all' }],
  [...anew, notify],
  [{ ...notify, refused: true }],
  [soonAfter, settle, soonAfter, settle],
  [...arrive, grant, { ...grant, number: 2 }, settle, edit, settle, tie],
  [...arrive, grant, { ...grant, number: 2 }, settle, draw, settle, shareAgain, settle, tie],
  [...anew, grant, settle, { ...grant, kind: 'undoGrant' }],
  [
    ...relink,
    { kind: 'buyForTeam', who: 'ann', pays: true },
    settle,
    webhook,
    settle,
    { ...merge, email: 'five@example.com', other: 'six@example.com' },
  ],
  ...teamWays,
]

/** The same where the process before, on its way, died at any of its steps. */
export const waysAfterDeath: readonly { first: readonly Need[]; next: readonly Need[] }[] = [
  { first: [...untie, linkAnn], next: [longAfter, settle, longAfter, settle] },
  { first: [draw, settle, { ...draw, fresh: false }], next: [longAfter, settle] },
]

/** The same where the vendors are slow. */
export const waysWhileSlow: typeof ways = [[soonAfter, settle, soonAfter, settle]]

/** The same where processes are on several machines. */
export const waysOnMachines: typeof ways = [
  [longAfter, settle, draw],
  [draw, settle, draw],
]
