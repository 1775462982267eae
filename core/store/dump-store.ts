/** The port through which all that is kept is gone through: to check the books, and to carry it to another database. */
import type { Account, Identity } from '#core/accounts/account.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import type { Generation } from '#core/images/generation.ts'
import type { StoredRecord } from '#core/records/record-store.ts'

/** One kind of what is kept. */
export interface Shelf<Item> {
  /**
   * All there are, in an order that is the same in every database; few are in memory at a time. What is written
   * meanwhile may or may not be among them.
   */
  readAll(): AsyncIterable<Item>
  /** Writes items as they are, each over the one that has its place. Can be repeated. */
  writeAll(items: readonly Item[]): Promise<void>
}

/** Each shelf's order is by what tells its items apart. */
export interface Shelves {
  /** By id. */
  accounts: Shelf<Account>
  /** By platform and user. */
  identities: Shelf<Identity>
  /** By account and sequence. */
  entries: Shelf<Entry>
  /** By account and id; the place is the id alone. */
  generations: Shelf<Generation>
  /** By kind and key; the expired ones too, unless they have been swept away. */
  records: Shelf<StoredRecord>
}

export interface DumpStore extends Shelves {
  /** Those of these generations that are there, in no promised order. */
  findGenerations(ids: readonly string[]): Promise<Generation[]>
  /** The entries of these wallets that have one of these keys, in no promised order. */
  findEntries(wallets: readonly string[], keys: readonly string[]): Promise<Entry[]>
}
