/** The contract of going through all that is kept, and of writing it as it is. */
import { describe, expect, it } from 'vitest'
import type { Shelf } from '#core/store/dump-store.ts'
import type { StoreRig } from './store.ts'
import {
  carry,
  createDelivered,
  createEntry,
  createFullGeneration,
  createGeneration,
  hostileTexts,
  record,
} from './store-records.ts'

export async function collect<Item>(shelf: Shelf<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of shelf.readAll()) items.push(item)
  return items
}

export function testDumpStore(rig: StoreRig): void {
  const { accounts, dump, generations, ledger, records } = rig.parts

  describe('all that is kept', () => {
    it('is read in order, in more than one page', async () => {
      const entries = ['ada', 'bob', 'eve'].flatMap((wallet) =>
        Array.from({ length: 400 }, (_, n) => createEntry({ wallet, sequence: n + 1, key: `key:${n}` })),
      )
      await dump.entries.writeAll(entries.toReversed())
      expect(await collect(dump.entries)).toStrictEqual(entries)
    })

    it('is read as the other ports wrote it, and written as they would read it', async () => {
      const account = { id: 'ada', email: 'Ada@example.org', emailKey: 'ada@example.org', createdAt: 1 }
      const identity = { platform: 'slack', user: 'T1:U1', name: 'Ada', account: 'ada', linkedAt: 1 } as const
      const kept = { kind: 'session' as const, key: 'k', owner: 'ada', expiresAt: 2 ** 42, body: { a: [1] } }
      await accounts.insertAccount(account)
      await accounts.insertAccount({ id: 'bob', createdAt: 2 })
      await accounts.insertIdentity(identity)
      await ledger.insert(createEntry())
      const full = await record(rig.store, createFullGeneration({ owner: 'bob' }))
      const delivered = await record(rig.store, createDelivered({ owner: 'ada' }))
      await records.insertRecord(kept, 1)
      await records.replaceRecord({ ...kept, version: 1 })
      const found = {
        accounts: await collect(dump.accounts),
        identities: await collect(dump.identities),
        entries: await collect(dump.entries),
        generations: await collect(dump.generations),
        records: await collect(dump.records),
      }
      expect(found).toStrictEqual({
        accounts: [account, { id: 'bob', createdAt: 2 }],
        identities: [identity],
        entries: [createEntry()],
        generations: [delivered, full],
        records: [{ ...kept, version: 2 }],
      })

      await carry(rig.store, full.id, 'drawing')
      await records.removeRecord('session', 'k')
      await accounts.deleteAccount('bob')
      for (const _ of ['once', 'and again']) {
        await dump.accounts.writeAll(found.accounts)
        await dump.identities.writeAll(found.identities)
        await dump.entries.writeAll(found.entries)
        await dump.generations.writeAll(found.generations)
        await dump.records.writeAll(found.records)
      }
      expect(await generations.find({ id: full.id })).toStrictEqual(full)
      expect(await generations.listUnfinished()).toStrictEqual([full])
      expect(await generations.listDelivered('ada', { words: ['FOX'], limit: 5 })).toStrictEqual([delivered])
      expect(await records.findRecord('session', 'k', 1)).toStrictEqual({ ...kept, version: 2 })
      expect(await accounts.findAccount({ id: 'bob' })).toStrictEqual({ id: 'bob', createdAt: 2 })
      expect(await ledger.insert(createEntry())).toBe(false)
      expect(await ledger.list('ada', { limit: 5 })).toStrictEqual([createEntry()])
    })

    it('does not write over what has another place', async () => {
      const ada = { id: 'ada', email: 'a@example.org', emailKey: 'a@example.org', createdAt: 1 }
      await accounts.insertAccount(ada)
      await expect(dump.accounts.writeAll([{ ...ada, id: 'bob' }])).rejects.toThrow()
      const { call } = await record(rig.store, createGeneration())
      const other = { ...createDelivered(), call }
      await expect(dump.generations.writeAll([other])).rejects.toThrow()
      await dump.entries.writeAll([createEntry()])
      await expect(dump.entries.writeAll([createEntry({ sequence: 2 })])).rejects.toThrow()
      expect(await collect(dump.accounts)).toStrictEqual([ada])
      expect(await collect(dump.entries)).toStrictEqual([createEntry()])
      expect(await dump.findGenerations([other.id])).toEqual([])
    })

    it('survives hostile texts', async () => {
      const entries = hostileTexts.map((text, n) =>
        createEntry({ wallet: text, key: text, reference: text, at: n }),
      )
      await dump.entries.writeAll(entries)
      const read = await collect(dump.entries)
      expect(read.toSorted((one, other) => one.at - other.at)).toStrictEqual(entries)
      const found = await dump.findEntries(hostileTexts, hostileTexts)
      expect(found.toSorted((one, other) => one.at - other.at)).toStrictEqual(entries)
    })

    it('is found by many ids and keys at once', async () => {
      const made = await Promise.all([1, 2, 3].map(() => record(rig.store, createGeneration())))
      const ids = made.map(({ id }) => id)
      const found = await dump.findGenerations([ids[0] ?? '', 'none', ids[2] ?? ''])
      expect(found.map(({ id }) => id).sort()).toEqual([ids[0], ids[2]].sort())
      await dump.entries.writeAll([
        createEntry({ key: 'spend:a' }),
        createEntry({ sequence: 2, key: 'refund:a' }),
        createEntry({ wallet: 'bob', key: 'spend:a' }),
        createEntry({ wallet: 'eve', key: 'spend:a' }),
      ])
      const entries = await dump.findEntries(['ada', 'eve'], ['spend:a', 'spend:b'])
      const named = entries.map(({ wallet, key }) => `${wallet} ${key}`).sort()
      expect(named).toEqual(['ada spend:a', 'eve spend:a'])
      expect(await dump.findEntries([], ['spend:a'])).toEqual([])
      await dump.records.writeAll([])
    })
  })
}
