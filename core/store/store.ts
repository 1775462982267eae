/** The store: one port for each thing that is remembered, on one database. */
import type { AccountStore } from '#core/accounts/account-store.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DumpStore } from './dump-store.ts'

/** Every method rejects with `CoreError` `store-unavailable` when the database cannot be reached. */
export interface Store {
  /** Whether processes on several machines may work on it at once. */
  isShared: boolean
  accounts: AccountStore
  ledger: LedgerStore
  generations: GenerationStore
  owned: OwnedGenerations
  records: RecordStore
  /** For operators' work alone: nothing a person asks goes through all there is. */
  dump: DumpStore
  /**
   * Copies all of it, as it is at one moment, to a new file; others may go on writing meanwhile. Rejects with the
   * system's error when the file cannot be written or is there already. Absent where the database has its own tools.
   */
  backUp?(file: string): Promise<void>
  /**
   * Makes what was removed unreadable in the database's own files, where that is in our hands. Others who read or write
   * may keep it from that, so it must be done again and again.
   */
  scrub(): Promise<void>
  /** Rejects with `VersionError` where a newer program has brought the database to its own version. */
  requireVersion(): Promise<void>
  /** Resolves when the database can be read and written: something is written, and removed again. */
  check(): Promise<void>
  /**
   * By how many milliseconds this machine's clock and the store's differ, at least. Absent where they are the same.
   */
  measureSkew?(): Promise<number>
  close(): Promise<void>
}
