/** The named crash points: every step that writes or asks a vendor, and what makes a process reach it. */
import type { AnyAction } from './actions.ts'

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
  /** Often missed, and so tried twice as often as others. */
  isRare?: true
  /** Only processes on several machines take it. */
  machines?: true
}

const settle = { kind: 'settle' } as const
const draw = { kind: 'imagine', who: 'ann', prompt: 'fox', count: 1, fresh: true } as const
const fail = { kind: 'imagine', prompt: 'garbled', count: 1 } as const
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
const splurge = { kind: 'splurge', who: 'ann' } as const
const share = { kind: 'share', who: 'ann', back: false } as const
const shareAgain = { ...share, team: 0 } as const
const four = (['fox', 'owl', 'bear', 'hen'] as const).map((prompt) => ({ ...draw, prompt }))

const afterLinking = { needs: [link] }
const afterMerging = { needs: [merge] }
const whenHeld = { needs: [splurge, settle, buy, settle, webhook, settle] }

export const points: readonly NamedPoint[] = [
  { name: 'accounts.insertAccount', needs: [join] },
  { name: 'accounts.insertIdentity', needs: [join] },
  { name: 'accounts.changeEmail', needs: [{ kind: 'readdress' }] },
  { name: 'accounts.deleteAccount', ...afterMerging },
  { name: 'accounts.moveIdentities', ...afterLinking },
  { name: 'accounts.deleteIdentity', needs: [{ kind: 'unlink' }] },
  { name: 'ledger.insert grant', needs: [join] },
  { name: 'ledger.insert spend', needs: [draw], often: 2 },
  { name: 'ledger.insert refund', needs: [fail] },
  { name: 'ledger.insert purchase', needs: [buy, settle, webhook] },
  {
    name: 'ledger.insert reversal',
    isRare: true,
    needs: [buy, settle, webhook, settle, refund, settle, webhook],
  },
  { name: 'ledger.insert transfer', ...afterMerging, often: 2 },
  { name: 'generations.create recorded', needs: [draw] },
  { name: 'generations.create delivered', needs: [draw, settle, { ...draw, fresh: false }] },
  { name: 'generations.change lease', isRare: true, needs: [draw, soonAfter] },
  { name: 'generations.change slot', needs: four },
  { name: 'generations.change drawing', needs: [draw] },
  { name: 'generations.change ready', needs: [draw] },
  { name: 'generations.change delivered', needs: [draw] },
  { name: 'generations.change failing', needs: [fail] },
  { name: 'generations.change refunded', needs: [fail] },
  { name: 'generations.change shared', needs: [draw, settle, share] },
  { name: 'generations.remove', needs: [draw, settle, { kind: 'remove', who: 'ann' }] },
  { name: 'owned.move', ...afterMerging },
  { name: 'owned.remove', needs: [draw, settle, { ...erase, who: 'ann' }] },
  { name: 'model.draw', needs: [draw] },
  { name: 'host.put', needs: [draw] },
  { name: 'host.remove', needs: [fail] },
  { name: 'chat.deliver', needs: [draw] },
  { name: 'provider.createCheckout', needs: [buy] },
  { name: 'provider.fetchOrders' },
  { name: 'records.insertRecord checkout', needs: [...relink, buy] },
  { name: 'records.insertRecord code', ...afterLinking },
  { name: 'records.insertRecord erasure', needs: [erase] },
  { name: 'records.insertRecord held', isRare: true, needs: [splurge] },
  { name: 'records.insertRecord lease' },
  { name: 'records.insertRecord limit', ...afterLinking, often: 4 },
  { name: 'records.insertRecord link', ...afterLinking },
  { name: 'records.insertRecord link-mail', ...afterLinking },
  { name: 'records.insertRecord merge', ...afterMerging },
  { name: 'records.insertRecord merged', ...afterMerging },
  { name: 'records.insertRecord pace', isRare: true, needs: [longAfter, settle, draw], machines: true },
  { name: 'records.insertRecord session', ...afterLinking },
  { name: 'records.insertRecord sharing', needs: [draw, settle, share] },
  { name: 'records.insertRecord source', needs: [{ kind: 'edit' }] },
  { name: 'records.insertRecord team', isRare: true, needs: [draw, settle, share] },
  { name: 'records.insertRecord told', needs: [buy, settle, webhook] },
  { name: 'records.insertRecord unclaimed', isRare: true, needs: [buy, settle, webhook] },
  { name: 'records.insertRecord unlink', ...afterLinking },
  { name: 'records.insertRecord welcomed', ...afterLinking },
  { name: 'records.replaceRecord checkout', needs: [...relink, buy, settle, buy] },
  { name: 'records.replaceRecord code', ...afterLinking },
  { name: 'records.replaceRecord held', isRare: true, ...whenHeld },
  { name: 'records.replaceRecord limit', needs: [link, merge], often: 3 },
  { name: 'records.replaceRecord lease', isRare: true, needs: [soonAfter] },
  { name: 'records.replaceRecord link-mail', ...afterLinking },
  {
    name: 'records.replaceRecord link',
    needs: [
      { kind: 'unlink', who: 'ann' },
      { ...link, who: 'ann', stops: true },
      settle,
      { ...link, who: 'ann' },
    ],
  },
  { name: 'records.replaceRecord pace', needs: [draw, settle, draw], machines: true },
  {
    name: 'records.replaceRecord source',
    needs: [
      ...relink,
      { kind: 'edit', who: 'ann' },
      settle,
      { ...merge, email: 'five@example.com', other: 'six@example.com' },
    ],
  },
  { name: 'records.replaceRecord team', needs: [draw, settle, shareAgain, settle, shareAgain] },
  { name: 'records.replaceRecord told', needs: [buy, settle, webhook] },
  { name: 'records.replaceRecord welcomed', needs: [...relink, { ...erase, who: 'ann' }] },
  { name: 'records.removeOwned', needs: [erase] },
  { name: 'records.removeRecord code', ...afterLinking },
  { name: 'records.removeRecord erasure', needs: [erase, settle, longAfter, settle] },
  { name: 'records.removeRecord held', isRare: true, ...whenHeld },
  { name: 'records.removeRecord lease' },
  { name: 'records.removeRecord link', ...afterLinking },
  { name: 'records.removeRecord link-mail', ...afterLinking },
  { name: 'records.removeRecord merge', needs: [merge, settle, longAfter, settle] },
  { name: 'records.removeRecord sharing', needs: [draw, settle, share] },
  { name: 'records.sweepRecords' },
]
