/** What of an operator's work is known outside of the core. */
export type { AccountBooks, BookedEntry } from './books.ts'
export type { Fault } from './fault.ts'
export type { Migrate, Migration } from './migrate.ts'
export type { Operations } from './operations.ts'
export type { ListedOrder } from './orders.ts'
export type { RotateSecret } from './rotate-secret.ts'
export type { UsageReport, UsageTotal, UsedGeneration } from './usage.ts'
export type { Verification } from './verify.ts'
