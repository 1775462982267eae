/** A store is carried to another whole, whatever cuts it off, and never onto something else. */
import { describe, expect, it } from 'vitest'
import type { Account } from '#core/accounts/account.ts'
import { nobody } from '#core/index.ts'
import { createMigrate } from '#core/operations/migrate.ts'
import { createStoreLease } from '#core/process/store-lease.ts'
import type { Store } from '#core/store/store.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'
import { type StorePlace, useStore } from '#tests/contracts/store.ts'
import { collect } from '#tests/contracts/store-dump.ts'
import {
  createEntry,
  createFullGeneration,
  createGeneration,
  createSpend,
  record,
} from '#tests/contracts/store-records.ts'
import { createMongoPlace, createSqlitePlace } from '../store/places.ts'
import { clock, createRig, now } from './ledgers.ts'

/** A store that can be closed again and again. */
const keepOpen = (store: Store): Store => ({ ...store, close: async () => undefined })

const replaceShelf = (store: Store, shelves: Partial<Store['dump']>): Store => ({
  ...keepOpen(store),
  dump: { ...store.dump, ...shelves },
})

/** Fails as an outage does, once so many batches have been written. */
function cutOff(store: Store, batches: number): Store {
  let left = batches
  const shelves = ['accounts', 'identities', 'entries', 'generations', 'records'] as const
  const cut = shelves.map((kind) => {
    const { readAll, writeAll } = store.dump[kind]
    const write = async (items: readonly never[]) => {
      if (left-- === 0) throw new Error('cut off')
      await writeAll(items)
    }
    return [kind, { readAll, writeAll: write }]
  })
  return replaceShelf(store, Object.fromEntries(cut))
}

/** A bot that does nothing but be there; time stands still. */
function createBot(records: Store['records']) {
  const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) }
  const { log } = createRecordedLog()
  return createStoreLease({ records, outbound: nobody, owner: 'bot', clock, log })
}

function testMigrate(createTarget: () => Promise<StorePlace>): void {
  const source = useStore(createSqlitePlace)
  const target = useStore(createTarget)

  async function fill() {
    const books = createRig(source.store)
    for (const account of ['ada', 'bob']) await books.open(account)
    const { accounts, records } = source.store
    await accounts.insertAccount({ id: 'eve', email: 'Eve@x.org', emailKey: 'eve@x.org', createdAt: 5 })
    const eve = { platform: 'discord', user: '1', name: 'Eve', account: 'eve', linkedAt: 1 } as const
    await accounts.insertIdentity(eve)
    await record(source.store, createFullGeneration({ owner: 'eve' }))
    const caps = { member: 20, channel: 90 }
    await source.store.ledger.insert(
      createSpend({ budget: { channel: 'slack:T1:C1', channelSpent: 10, caps } }),
    )
    const { delivered } = await books.open('zoe')
    await source.store.generations.change(delivered.id, { status: ['delivered'] }, { private: true })
    await records.insertRecord({ kind: 'session', key: 'a', expiresAt: now + 2 ** 32, body: { n: 1 } }, 1)
    await records.insertRecord({ kind: 'team', key: 'discord:1', body: { gallery: 'c' } }, 1)
    await records.insertRecord({ kind: 'code', key: 'old', expiresAt: now - 1, body: {} }, 1)
  }

  const migrate = (to: Store = keepOpen(target.store), isAlive = (_: string) => false) =>
    createMigrate({
      openMigration: async () => ({ from: keepOpen(source.store), to }),
      clock,
      owner: 'operator',
      isAlive,
    })(() => undefined)

  /** The target, in which something happens before each batch of these. */
  function interruptWriting(kind: 'accounts' | 'records', happen: () => Promise<unknown>): Store {
    const shelf: { writeAll(items: readonly never[]): Promise<void> } = target.store.dump[kind]
    const writeAll = async (items: readonly never[]) => {
      await happen()
      await shelf.writeAll(items)
    }
    return replaceShelf(target.store, { [kind]: { ...target.store.dump[kind], writeAll } })
  }

  async function expectSame(kind: 'accounts' | 'identities' | 'entries' | 'generations') {
    const before = await collect<unknown>(source.store.dump[kind])
    expect(await collect<unknown>(target.store.dump[kind])).toStrictEqual(before)
  }

  it('carries everything, and is done once', async () => {
    await fill()
    const counts = { accounts: 4, identities: 1, entries: 13, generations: 7, records: 2 }
    expect(await migrate()).toEqual({ outcome: 'carried', counts, credits: 260 })
    for (const kind of ['accounts', 'identities', 'entries', 'generations'] as const) await expectSame(kind)
    expect(await target.store.records.findRecord('team', 'discord:1', now)).toMatchObject({ version: 1 })
    expect(await target.store.records.findRecord('code', 'old', 1)).toBeUndefined()
    const countFaults = async (store: Store) => (await createRig(store).listFaults()).found.faults
    expect(await countFaults(target.store)).toBe(await countFaults(source.store))
    expect(await migrate()).toEqual({ outcome: 'known', doneAt: now })
  })

  it.each([0, 1, 2, 3, 4])('can be run again when it was cut off after %i batches', async (batches) => {
    await fill()
    await expect(migrate(cutOff(target.store, batches))).rejects.toThrow('cut off')
    expect(await migrate()).toMatchObject({ outcome: 'carried' })
    await expectSame('entries')
  })

  it('refuses while a process works on the old store', async () => {
    await fill()
    const lease = { owner: 'here:1:a', until: now + 5_000 }
    const { id } = await record(source.store, createGeneration({ lease }))
    const refused = { outcome: 'running', owner: 'here:1:a' }
    expect(await migrate(undefined, (owner) => owner === 'here:1:a')).toEqual(refused)
    expect(await collect(target.store.dump.accounts)).toEqual([])
    expect(await migrate(undefined, () => false)).toMatchObject({ outcome: 'carried' })
    expect(await target.store.generations.listUnfinished()).toContainEqual(
      await source.store.generations.find({ id }),
    )
  })

  it('goes on when the leases have run out, whoever had them', async () => {
    await fill()
    await record(source.store, createGeneration({ lease: { owner: 'here:1:a', until: now } }))
    expect(await migrate(undefined, () => true)).toMatchObject({ outcome: 'carried' })
  })

  it('refuses while a process has a duty', async () => {
    await fill()
    const duty = { kind: 'lease' as const, key: 'orders', expiresAt: now + 1, body: { owner: 'here:1:a' } }
    await source.store.records.insertRecord(duty, now)
    expect(await migrate(undefined, () => true)).toEqual({ outcome: 'running', owner: 'here:1:a' })
  })

  it('refuses while a bot runs on the old store, though it is idle, and lets none begin', async () => {
    await fill()
    const { records } = source.store
    const bot = createBot(records)
    await bot.start()
    expect(await migrate(undefined, () => true)).toEqual({ outcome: 'running', owner: 'bot' })
    expect(await collect(target.store.dump.accounts)).toEqual([])
    await bot.stop()
    let met: unknown
    const meeting = interruptWriting('accounts', async () => {
      met = await bot.start().catch((error: Error) => error.message)
    })
    expect(await migrate(meeting, () => true)).toMatchObject({ outcome: 'carried' })
    expect(met).toContain('is being carried elsewhere')
    await expect(bot.start()).rejects.toThrow('was carried to MongoDB on 2026-')
    expect(await source.store.records.listRecords('lease', undefined, now)).toEqual([])
  })

  it('lets no bot begin on a store that was carried over in part', async () => {
    await fill()
    await expect(migrate(cutOff(target.store, 2))).rejects.toThrow('cut off')
    const { records } = target.store
    const bot = createBot(records)
    await expect(bot.start()).rejects.toThrow('in part only')
    const before = createBot(source.store.records)
    await before.start()
    await before.stop()
    expect(await migrate()).toMatchObject({ outcome: 'carried' })
    await bot.start()
    await bot.stop()
  })

  it('keeps bots away however long it takes, to the end', async () => {
    const entries = Array.from({ length: 1_300 }, (_, index) => {
      const place = { sequence: index + 1, key: `k${index}`, balance: 5 * (index + 1) }
      return createEntry({ wallet: 'ada', amount: 5, ...place })
    })
    await source.store.dump.entries.writeAll(entries)
    let time = now
    let unheld = 0
    const { records } = source.store
    /** Time goes by with each entry that is read. */
    const slow = (store: Store): Store => {
      const shelf = store.dump.entries
      async function* readAll() {
        for await (const entry of shelf.readAll()) {
          time += 500
          if (!(await records.findRecord('lease', 'migration', time))) unheld++
          yield entry
        }
      }
      return replaceShelf(store, { entries: { ...shelf, readAll } })
    }
    const migrateSlowly = createMigrate({
      openMigration: async () => ({ from: slow(source.store), to: slow(target.store) }),
      clock: { now: () => time, sleep: async () => undefined },
      owner: 'operator',
      isAlive: () => false,
    })
    expect(await migrateSlowly(() => undefined)).toMatchObject({ outcome: 'carried' })
    expect(unheld).toBe(0)
    expect(time - now).toBe(5 * 1_300 * 500)
  })

  it('does not end where a bot began all the same', async () => {
    await fill()
    const { records } = target.store
    const storeLease = { key: 'process:bot', expiresAt: now + 90_000, body: { owner: 'bot' } }
    const meeting = interruptWriting('records', () =>
      source.store.records.insertRecord({ kind: 'lease', ...storeLease }, now),
    )
    expect(await migrate(meeting, () => true)).toEqual({ outcome: 'running', owner: 'bot' })
    const from = await records.findRecord('migration', 'from', now)
    expect(from?.body.doneAt).toBeUndefined()
    expect(await source.store.records.findRecord('migration', 'to', now)).toBeUndefined()
  })

  it('refuses a store that has something already', async () => {
    await fill()
    await target.store.accounts.insertAccount({ id: 'mallory', createdAt: 1 })
    expect(await migrate()).toEqual({ outcome: 'not-empty', kind: 'accounts' })
    expect(await collect(target.store.dump.entries)).toEqual([])
  })

  it('sees that the two are not the same', async () => {
    await fill()
    const { accounts } = target.store.dump
    const writeAll = (items: readonly Account[]) =>
      accounts.writeAll(items.map((account) => ({ ...account, createdAt: account.createdAt + 1 })))
    const changing = replaceShelf(target.store, { accounts: { ...accounts, writeAll } })
    expect(await migrate(changing)).toEqual({ outcome: 'differs', kind: 'accounts' })
    await source.store.accounts.deleteAccount('zoe')
    expect(await migrate()).toEqual({ outcome: 'differs', kind: 'accounts' })
  })
}

describe('migrate between two SQLite files', () => testMigrate(createSqlitePlace))
describe.skipIf(!process.env.MONGODB_URI)('migrate from SQLite to MongoDB', () =>
  testMigrate(createMongoPlace),
)
