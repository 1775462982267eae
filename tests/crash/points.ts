/** The named crash points: every step that writes or asks a vendor, and what makes a process reach it. */
import type { AnyAction } from './actions.ts'
import { migrationPoints } from './migration-points.ts'

/** What is not said of an action is left to chance. */
export type Need = {
  [Kind in AnyAction['kind']]: Partial<Extract<AnyAction, { kind: Kind }>> & { kind: Kind }
}[AnyAction['kind']]

export interface NamedPoint {
  name: string
  /** Done first. */
  needs?: readonly Need[]
  /** How many such steps a process usually takes; it dies at any of these. Default 1. */
  often?: number
  /** How many turns it has for each of another; more where it is often missed. Default 1. */
  turns?: number
  /** Only processes on several machines take it. */
  machines?: true
}

const settle = { kind: 'settle' } as const
const draw = { kind: 'imagine', who: 'ann', prompt: 'fox', count: 1, fresh: true } as const
const fail = { kind: 'imagine', prompt: 'garbled', count: 1 } as const
const keep = { ...draw, prompt: 'stuck' } as const
const join = { kind: 'join' } as const
const link = { kind: 'link', stops: false } as const
/** Whatever account ann has: from now on it is one with an address, and none ends for it. */
const relink = [
  { kind: 'unlink', who: 'ann' },
  { ...link, who: 'ann', email: 'six@example.com' },
  settle,
] as const
const merge = { kind: 'merge' } as const
const erase = { kind: 'erase' } as const
const soonAfter = { kind: 'wait', ms: 20_000 } as const
const longAfter = { kind: 'wait', ms: 31 * 60_000 } as const
const buy = { kind: 'buy', who: 'ann', pack: 1, pays: true } as const
const webhook = { kind: 'webhook', order: 0, report: 0 } as const
const refund = { kind: 'refund', order: 0 } as const
const grant = { kind: 'grant', who: 'ann', number: 0 } as const
const undoGrant = { kind: 'undoGrant', who: 'ann', number: 0 } as const
const claim = { kind: 'claim', order: 0 } as const
const doubt = { kind: 'doubt', order: 0, fraud: false } as const
const splurge = { kind: 'splurge', who: 'ann' } as const
const share = { kind: 'share', who: 'ann', back: false } as const
const unshare = { ...share, back: true } as const
const shareAgain = { ...share, team: 0 } as const
const edit = { kind: 'edit', who: 'ann' } as const
const notify = { kind: 'notify', who: 'ann', refused: false } as const
/** Ann has no account with an address, or an empty one without. */
const untie = [{ kind: 'unlink', who: 'ann' }, settle] as const
const arrive = [...untie, { kind: 'arrive', who: 'ann' }, settle] as const
const tie = { kind: 'tie', who: 'ann' } as const
const four = (['fox', 'owl', 'bear', 'hen'] as const).map((prompt) => ({ ...draw, prompt }))

const afterLinking = { needs: [link] }
const afterMerging = { needs: [merge] }
/** An order that nobody was credited for before its buyer left. */
const orphaned = [...relink, buy, settle, { ...erase, who: 'ann' }, settle, webhook] as const

const whenHeld = { needs: [splurge, settle, buy, settle, webhook, settle] }

const afterTaking = { needs: [...arrive, tie] }

export const points: readonly NamedPoint[] = [
  { name: 'accounts.insertAccount', needs: [join] },
  { name: 'accounts.insertIdentity', needs: [join] },
  { name: 'accounts.changeEmail', turns: 2, needs: [{ kind: 'readdress' }] },
  { name: 'accounts.deleteAccount', ...afterMerging },
  { name: 'accounts.moveIdentities', turns: 2, ...afterLinking },
  { name: 'accounts.deleteIdentity', turns: 2, needs: [{ kind: 'unlink' }] },
  { name: 'ledger.insert grant', needs: [join] },
  { name: 'ledger.insert spend', turns: 2, needs: [draw], often: 2 },
  { name: 'ledger.insert refund', needs: [fail] },
  { name: 'ledger.insert purchase', turns: 2, needs: [buy, settle, webhook] },
  {
    name: 'ledger.insert reversal',
    turns: 2,
    needs: [buy, settle, webhook, settle, refund, settle, webhook],
  },
  { name: 'ledger.insert transfer', turns: 2, ...afterMerging, often: 2 },
  { name: 'generations.create recorded', needs: [draw] },
  { name: 'generations.create delivered', turns: 2, needs: [draw, settle, { ...draw, fresh: false }] },
  { name: 'generations.change lease', turns: 6, needs: [draw, soonAfter] },
  { name: 'generations.change place', needs: four },
  { name: 'generations.change drawing', needs: [draw] },
  { name: 'generations.change ready', turns: 2, needs: [draw] },
  { name: 'generations.change kept', turns: 2, needs: [keep] },
  { name: 'generations.change delivered', turns: 2, needs: [draw] },
  { name: 'generations.change failing', turns: 2, needs: [fail] },
  { name: 'generations.change refunded', turns: 2, needs: [fail] },
  { name: 'generations.change shared', turns: 2, needs: [draw, settle, share] },
  { name: 'generations.remove', turns: 2, needs: [draw, settle, { kind: 'remove', who: 'ann' }] },
  { name: 'owned.move', turns: 2, ...afterMerging },
  { name: 'owned.remove', turns: 2, needs: [draw, settle, { ...erase, who: 'ann' }] },
  { name: 'model.draw', turns: 2, needs: [draw] },
  { name: 'host.put', turns: 2, needs: [draw] },
  { name: 'kept.keep', turns: 2, needs: [keep] },
  { name: 'kept.drop', turns: 2, needs: [keep, soonAfter, settle, soonAfter, settle] },
  { name: 'model.findShutdownDate' },
  { name: 'host.read', turns: 2, needs: [edit] },
  { name: 'host.remove', turns: 2, needs: [fail] },
  { name: 'chat.deliver', needs: [draw] },
  { name: 'chat.post', turns: 2, needs: [draw, settle, share] },
  { name: 'chat.retract', turns: 2, needs: [draw, settle, share, settle, unshare] },
  { name: 'mailer.send code', needs: [link] },
  { name: 'mailer.send link', turns: 2, needs: [...untie, { ...link, who: 'ann' }] },
  { name: 'mailer.send notice', turns: 2, needs: [notify] },
  { name: 'store.scrub', needs: [erase] },
  { name: 'provider.createCheckout', needs: [buy] },
  { name: 'provider.fetchOrders', turns: 2 },
  { name: 'records.insertRecord checkout', turns: 2, needs: [...relink, buy] },
  { name: 'records.insertRecord code', ...afterLinking },
  { name: 'records.insertRecord erasure', needs: [erase] },
  { name: 'records.insertRecord held', turns: 2, needs: [splurge] },
  { name: 'records.insertRecord lease' },
  { name: 'records.insertRecord limit', turns: 2, ...afterLinking, often: 4 },
  { name: 'records.insertRecord link', turns: 2, ...afterLinking },
  { name: 'records.insertRecord link-mail', turns: 2, ...afterLinking },
  { name: 'records.insertRecord merge', turns: 2, ...afterMerging },
  { name: 'records.insertRecord merged', ...afterMerging },
  { name: 'records.insertRecord notice', needs: [notify] },
  { name: 'records.insertRecord pace', turns: 2, needs: [longAfter, settle, draw], machines: true },
  { name: 'records.insertRecord session', ...afterLinking },
  { name: 'records.insertRecord sharing', turns: 2, needs: [draw, settle, share] },
  { name: 'records.insertRecord source', needs: [{ kind: 'edit' }] },
  { name: 'records.insertRecord sources-counted' },
  { name: 'records.insertRecord source-check', needs: [{ kind: 'edit' }] },
  { name: 'records.insertRecord team', turns: 2, needs: [draw, settle, share] },
  { name: 'records.insertRecord told', turns: 2, needs: [buy, settle, webhook] },
  {
    name: 'records.insertRecord unclaimed',
    turns: 2,
    needs: orphaned,
  },
  {
    name: 'records.insertRecord doubt',
    turns: 2,
    needs: [buy, settle, webhook, settle, doubt, settle, webhook],
  },
  { name: 'records.insertRecord unlink', turns: 2, ...afterLinking },
  { name: 'records.insertRecord welcomed', turns: 2, ...afterLinking },
  { name: 'records.replaceRecord checkout', turns: 2, needs: [...relink, buy, settle, buy] },
  { name: 'records.replaceRecord code', ...afterLinking },
  { name: 'records.replaceRecord held', turns: 2, ...whenHeld },
  { name: 'records.replaceRecord limit', needs: [link, merge], often: 3 },
  { name: 'records.replaceRecord lease', turns: 2, needs: [soonAfter, settle, soonAfter, settle] },
  { name: 'records.replaceRecord link-mail', turns: 3, ...afterLinking },
  { name: 'records.replaceRecord merge', turns: 2, ...afterMerging },
  {
    name: 'records.replaceRecord link',
    turns: 2,
    needs: [
      { kind: 'unlink', who: 'ann' },
      { ...link, who: 'ann', stops: true },
      settle,
      { ...link, who: 'ann' },
    ],
  },
  {
    name: 'records.replaceRecord merged',
    turns: 2,
    needs: [
      { ...merge, email: 'one@example.com', other: 'two@example.com' },
      settle,
      longAfter,
      settle,
      { ...merge, email: 'three@example.com', other: 'one@example.com' },
    ],
  },
  { name: 'records.replaceRecord notice', turns: 2, needs: [notify] },
  { name: 'records.replaceRecord pace', needs: [draw, settle, draw], machines: true },
  {
    name: 'records.replaceRecord erasure',
    turns: 2,
    needs: [draw, settle, { ...erase, who: 'ann', refusals: 4 }],
  },
  { name: 'records.replaceRecord session', needs: [{ kind: 'visit' }] },
  {
    name: 'records.replaceRecord source',
    turns: 2,
    needs: [
      ...relink,
      { kind: 'edit', who: 'ann' },
      settle,
      { ...merge, email: 'five@example.com', other: 'six@example.com' },
    ],
  },
  {
    name: 'records.replaceRecord source-check',
    turns: 2,
    needs: [edit, { ...edit, picture: 0 }, settle, { kind: 'remove', who: 'ann' }],
  },
  { name: 'records.replaceRecord team', turns: 2, needs: [draw, settle, shareAgain, settle, shareAgain] },
  {
    name: 'records.replaceRecord unclaimed',
    turns: 2,
    needs: [...orphaned, settle, { ...refund, whole: false }, settle, webhook],
  },
  { name: 'records.replaceRecord told', turns: 2, needs: [buy, settle, webhook] },
  { name: 'records.replaceRecord welcomed', turns: 2, needs: [...relink, { ...erase, who: 'ann' }] },
  { name: 'records.removeOwned', needs: [erase] },
  { name: 'records.removeRecord code', ...afterLinking },
  {
    name: 'records.removeRecord source',
    turns: 2,
    needs: [edit, settle, { ...erase, who: 'ann' }, settle, longAfter, settle],
  },
  {
    name: 'records.removeRecord source-check',
    turns: 2,
    needs: [edit, settle, { kind: 'remove', who: 'ann' }],
  },
  { name: 'records.removeRecord erasure', turns: 2, needs: [erase, settle, longAfter, settle] },
  { name: 'records.removeRecord held', turns: 3, ...whenHeld },
  { name: 'records.removeRecord lease', turns: 2 },
  { name: 'records.removeRecord link', turns: 2, ...afterLinking },
  { name: 'records.removeRecord link-mail', turns: 3, ...afterLinking },
  { name: 'records.removeRecord merge', turns: 2, needs: [merge, settle, longAfter, settle] },
  { name: 'records.removeRecord notice', turns: 2, needs: [{ ...notify, refused: true }] },
  {
    name: 'records.removeRecord unclaimed',
    turns: 3,
    needs: [
      ...relink,
      buy,
      settle,
      { ...refund, whole: false },
      doubt,
      settle,
      webhook,
      settle,
      { ...webhook, report: 2 },
    ],
  },
  { name: 'records.removeRecord session', turns: 2, needs: [{ kind: 'visit' }] },
  { name: 'records.removeRecord sharing', turns: 2, needs: [draw, settle, share] },
  {
    name: 'records.removeRecord team',
    needs: [draw, settle, shareAgain, settle, { kind: 'leave', team: 0 }],
  },
  {
    name: 'records.removeRecord unlink',
    needs: [...untie, { ...link, who: 'ann' }, settle, { kind: 'undo', mail: 0 }],
  },
  { name: 'records.sweepRecords', turns: 2 },
  { name: 'operator/accounts.insertAccount', turns: 2, needs: [...untie, tie] },
  { name: 'operator/accounts.insertIdentity', turns: 2, needs: [...untie, tie] },
  { name: 'operator/accounts.deleteAccount', turns: 2, ...afterTaking },
  { name: 'operator/accounts.moveIdentities', ...afterTaking },
  { name: 'operator/ledger.insert grant', turns: 2, needs: [{ kind: 'grant' }] },
  { name: 'operator/ledger.insert reversal', turns: 2, needs: [grant, settle, undoGrant] },
  {
    name: 'operator/ledger.insert purchase',
    turns: 2,
    needs: [...orphaned, settle, { ...claim, who: 'bob' }],
  },
  {
    name: 'operator/records.removeRecord unclaimed',
    turns: 2,
    needs: [...orphaned, settle, { ...claim, who: 'bob' }],
  },
  { name: 'provider.findOrder', turns: 2, needs: [buy, settle, { ...claim, who: 'bob' }] },
  {
    name: 'operator/ledger.insert refund',
    turns: 2,
    needs: [draw, settle, { kind: 'giveBack', who: 'ann' }],
  },
  { name: 'operator/ledger.insert transfer', turns: 2, ...afterTaking, often: 2 },
  { name: 'operator/owned.move', turns: 2, ...afterTaking },
  { name: 'operator/records.insertRecord merge', turns: 2, ...afterTaking },
  { name: 'operator/records.insertRecord merged', turns: 2, ...afterTaking },
  { name: 'operator/records.insertRecord welcomed', turns: 2, needs: [...untie, tie] },
  { name: 'operator/records.replaceRecord source', turns: 2, needs: [...arrive, edit, settle, tie] },
  { name: 'operator/records.replaceRecord merge', turns: 2, ...afterTaking },
  { name: 'operator/records.removeOwned', turns: 2, ...afterTaking },
]

/** Where these worlds have no part: `outside.test.ts` cuts off at each of them. */
export const outsidePoints: readonly string[] = [
  'records.insertRecord discord-logins',
  'records.replaceRecord discord-logins',
  'records.insertRecord secret',
  'records.insertRecord slack-installation',
  'records.replaceRecord slack-installation',
  'records.removeRecord slack-installation',
  'records.removeRecord limit',
]

export const pointNames: readonly string[] = [...points, ...migrationPoints].map(({ name }) => name)
