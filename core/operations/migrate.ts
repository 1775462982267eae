/** Carries all that is kept from one store to another, and compares the two. */
import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '#core/clock.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { StoredRecord } from '#core/records/record-store.ts'
import type { Shelf, Shelves } from '#core/store/dump-store.ts'
import { carriedFrom, carriedTo, carrying } from '#core/store/migration-mark.ts'
import type { Store } from '#core/store/store.ts'
import { batchSize, readBatches } from './batches.ts'

export type Kind = keyof Shelves

export type Migration =
  | { outcome: 'carried'; counts: Record<Kind, number>; credits: number }
  /** There is nothing to carry from. */
  | { outcome: 'no-source' }
  /** A bot works on the old store: this is the process. */
  | { outcome: 'running'; owner: string }
  /** The new store has something already that was not carried there. */
  | { outcome: 'not-empty'; kind: Kind }
  /** It was done then, in milliseconds since 1970. */
  | { outcome: 'known'; doneAt: number }
  /** The two are not the same after all; it can be run again. */
  | { outcome: 'differs'; kind: Kind }

/**
 * Cut off anywhere, it can be run again: until it is done, a mark in the new store says that all in there was carried.
 * `onKind` hears of each kind as it has been carried.
 */
export type Migrate = (onKind: (kind: Kind, count: number) => void) => Promise<Migration>

const kinds: readonly Kind[] = ['accounts', 'identities', 'entries', 'generations', 'records']

/** How long a migration that has stopped keeps the bot from the old store, in milliseconds. */
const leaseLife = 10 * 60_000

/** What expires so soon may have been swept away on one side. Milliseconds. */
const soon = 60 * 60_000

interface MigrationPorts {
  /** Undefined, and nothing opened or made, where there is nothing to carry from. */
  openMigration(): Promise<{ from: Store; to: Store } | undefined>
  clock: Clock
  owner: string
  isAlive(owner: string): boolean
}

export const createMigrate =
  (ports: MigrationPorts): Migrate =>
  async (onKind) => {
    const opened = await ports.openMigration()
    if (!opened) return { outcome: 'no-source' }
    const { from, to } = opened
    try {
      const other = await findWorker(ports, from)
      if (other !== undefined) return { outcome: 'running', owner: other }
      try {
        await hold(ports, from)
        // Again: a bot may have begun meanwhile. From now on none does.
        const late = await findWorker(ports, from)
        if (late !== undefined) return { outcome: 'running', owner: late }
        return (await begin(ports, to)) ?? (await carry(ports, from, to, onKind))
      } finally {
        await from.records.removeRecord(carrying.kind, carrying.key)
      }
    } finally {
      await from.close()
      await to.close()
    }
  }

async function hold({ clock, owner }: MigrationPorts, { records }: Store): Promise<void> {
  const now = clock.now()
  await putRecord(records, { ...carrying, expiresAt: now + leaseLife, body: { owner } }, now)
}

/** Another process that holds a lease, on a generation, a duty or the store, if it may be alive. */
async function findWorker(
  { clock, owner, isAlive }: MigrationPorts,
  { generations, records }: Store,
): Promise<string | undefined> {
  const now = clock.now()
  const unfinished = await generations.listUnfinished()
  const duties = await records.listRecords('lease', undefined, now)
  return [
    ...unfinished.flatMap(({ lease }) => (lease && lease.until > now ? lease.owner : [])),
    ...duties.flatMap(({ body }) => (typeof body.owner === 'string' ? body.owner : [])),
  ].find((other) => other !== owner && isAlive(other))
}

/** Marks the new store; answers where it is not one to carry to. */
async function begin({ clock }: MigrationPorts, { dump, records }: Store): Promise<Migration | undefined> {
  const marked = await records.findRecord(carriedFrom.kind, carriedFrom.key, clock.now())
  if (marked) {
    const { doneAt } = marked.body
    return typeof doneAt === 'number' ? { outcome: 'known', doneAt } : undefined
  }
  for (const kind of kinds) {
    for await (const _ of dump[kind].readAll()) return { outcome: 'not-empty', kind }
  }
  await records.insertRecord({ ...carriedFrom, body: {} }, clock.now())
  return undefined
}

async function carry(
  ports: MigrationPorts,
  from: Store,
  to: Store,
  onKind: Parameters<Migrate>[0],
): Promise<Migration> {
  const { clock } = ports
  const counts = { accounts: 0, identities: 0, entries: 0, generations: 0, records: 0 }
  const read = (kind: Kind) => keepHolding<unknown>(ports, from, from.dump[kind].readAll())
  for (const kind of kinds) {
    counts[kind] = await copy(keepLasting(read(kind), clock.now()), to.dump[kind] as Shelf<unknown>)
    onKind(kind, counts[kind])
  }
  for (const kind of kinds) {
    const until = clock.now() + soon
    const others = keepLasting<unknown>(to.dump[kind].readAll(), until)
    if (!(await isSame(keepLasting(read(kind), until), others))) return { outcome: 'differs', kind }
  }
  const credits = await sumUp(keepHolding(ports, from, to.dump.entries.readAll()))
  if (credits !== (await sumUp(keepHolding(ports, from, from.dump.entries.readAll()))))
    return { outcome: 'differs', kind: 'entries' }
  // One may have begun while this process stood still.
  const other = await findWorker(ports, from)
  if (other !== undefined) return { outcome: 'running', owner: other }
  const done = { doneAt: clock.now() }
  await putRecord(from.records, { ...carriedTo, body: done }, clock.now())
  await putRecord(to.records, { ...carriedFrom, body: done }, clock.now())
  return { outcome: 'carried', counts, credits }
}

/** Passes the items on; with each batch, the old store is held for longer. */
async function* keepHolding<Item>(
  ports: MigrationPorts,
  from: Store,
  items: AsyncIterable<Item>,
): AsyncIterable<Item> {
  let count = 0
  for await (const item of items) {
    if (count++ % batchSize === 0) await hold(ports, from)
    yield item
  }
}

async function copy<Item>(from: AsyncIterable<Item>, to: Pick<Shelf<Item>, 'writeAll'>): Promise<number> {
  let count = 0
  for await (const batch of readBatches(from)) {
    await to.writeAll(batch)
    count += batch.length
  }
  return count
}

async function isSame(one: AsyncIterable<unknown>, others: AsyncGenerator<unknown>): Promise<boolean> {
  for await (const item of one) {
    const { value, done } = await others.next()
    if (done || !isDeepStrictEqual(item, value)) {
      await others.return(undefined)
      return false
    }
  }
  const rest = await others.next()
  await others.return(undefined)
  return rest.done === true
}

/** All but records that end by then, and what speaks of processes and migrations. */
async function* keepLasting<Item>(items: AsyncIterable<Item>, until: number) {
  for await (const item of items) {
    const { expiresAt = Number.POSITIVE_INFINITY, kind } = item as Partial<StoredRecord>
    if (expiresAt > until && kind !== carriedFrom.kind && kind !== carrying.kind) yield item
  }
}

async function sumUp(entries: AsyncIterable<Entry>): Promise<number> {
  let sum = 0
  for await (const { amount } of entries) sum += amount
  return sum
}
