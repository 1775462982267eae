/** What the edges need to know of credits. */
export { readGift } from './gift.ts'
export type { Entry, EntryKind } from './ledger-store.ts'
export { isTakenBack } from './taking-back.ts'
export { payerOfTeam, teamOf } from './wallet.ts'
