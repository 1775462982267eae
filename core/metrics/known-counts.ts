/** What the counters can come to: a count that only begins with its first event shows no rise to whoever watches it. */
import type { Bound } from '#core/admission.ts'
import type { EntryKind } from '#core/credits/ledger-store.ts'
import type { FailureCode } from '#core/errors.ts'

/** What a generation can come to. */
export const ends: Readonly<Record<FailureCode | 'delivered' | 'repeated', 0>> = {
  delivered: 0,
  repeated: 0,
  'moderation-blocked': 0,
  'vendor-busy': 0,
  'queue-full': 0,
  'vendor-quota': 0,
  'vendor-refused': 0,
  'vendor-down': 0,
  'vendor-timeout': 0,
  'picture-unreadable': 0,
  'source-gone': 0,
  'hosting-failed': 0,
  'hosting-down': 0,
  interrupted: 0,
  cancelled: 0,
  'insufficient-credits': 0,
  'cap-reached': 0,
}
export const entryKinds: Readonly<Record<EntryKind, readonly ('given' | 'taken')[]>> = {
  purchase: ['given'],
  spend: ['taken'],
  refund: ['given'],
  reversal: ['taken'],
  grant: ['given'],
  transfer: ['given', 'taken'],
}
export const webhookOutcomes = ['done', 'forged', 'unreadable', 'failed']
export const bounds: readonly Bound[] = ['person', 'team', 'all']
export const doubtWords = ['unpaid', 'fraudulent']
