/** The contract of a store as a whole: it remembers, and several may work on one database. */
import { describe, expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import type { StoreRig } from './store.ts'
import { countOutcomes, createEntry, createGeneration, record } from './store-records.ts'

export function testSharedStore(rig: StoreRig): void {
  describe('the whole store', () => {
    it('answers when asked whether it is there', async () => {
      expect(await rig.store.check()).toBeUndefined()
    })

    it('remembers everything when it is opened again', async () => {
      const chat = { platform: 'terminal', user: 'local', name: 'Ada' } as const
      const identity = { ...chat, account: 'ada', linkedAt: 2 }
      await rig.store.accounts.insertAccount({ id: 'ada', createdAt: 1 })
      await rig.store.accounts.insertIdentity(identity)
      await rig.store.ledger.insert(createEntry())
      const generation = await record(rig.store, createGeneration())
      await rig.store.close()
      const again = await rig.open()
      expect(await again.accounts.findAccount({ id: 'ada' })).toStrictEqual({ id: 'ada', createdAt: 1 })
      expect(await again.accounts.listIdentities('ada')).toStrictEqual([identity])
      expect(await again.ledger.findLast('ada')).toStrictEqual(createEntry())
      expect(await again.generations.listUnfinished()).toStrictEqual([generation])
      expect(await again.ledger.insert(createEntry())).toBe(false)
    })

    it('refuses as unavailable once closed, and closes twice', async () => {
      await rig.store.close()
      await rig.store.close()
      const unavailable = { code: 'store-unavailable' }
      await expect(rig.store.check()).rejects.toMatchObject(unavailable)
      await expect(rig.store.ledger.findLast('ada')).rejects.toMatchObject(unavailable)
      await expect(rig.store.ledger.insert(createEntry())).rejects.toMatchObject(unavailable)
      await expect(rig.store.accounts.listIdentities('ada')).rejects.toMatchObject(unavailable)
      await expect(rig.store.generations.create(createGeneration(), 1)).rejects.toMatchObject(unavailable)
      await expect(rig.store.generations.change('g', { status: [] }, {})).rejects.toMatchObject(unavailable)
    })

    it('is one store to all who have it open', async () => {
      const stores = [rig.store, await rig.open(), await rig.open()]
      const generation = await record(rig.store, createGeneration())
      for (const { generations } of stores) {
        expect(await generations.find({ id: generation.id })).toStrictEqual(generation)
      }
      const creations = await Promise.all(
        stores.flatMap(({ generations }) =>
          Array.from({ length: 10 }, () => generations.create(createGeneration(), 6)),
        ),
      )
      expect(countOutcomes(creations)).toBe('5 created, 25 full')
    })

    it('keeps one line of entries in a wallet that several write to', async () => {
      const stores = [rig.store, await rig.open()]
      let now = 0
      const clock = { now: () => now++, sleep: async () => {} }
      const ledgers = stores.map(({ ledger }) => createLedger(ledger, clock))
      const [first] = ledgers
      await first?.append({ wallet: 'ada', key: 'welcome', kind: 'grant', amount: 7, reference: '' })
      const spends = await Promise.allSettled(
        ledgers.flatMap((ledger) =>
          Array.from({ length: 10 }, (_, n) =>
            ledger.append({ wallet: 'ada', key: `spend:${n}`, kind: 'spend', amount: -1, reference: '' }),
          ),
        ),
      )
      const keys = spends.flatMap((spend) => (spend.status === 'fulfilled' ? [spend.value.key] : []))
      expect(new Set(keys).size).toBe(7)
      const entries = await rig.store.ledger.list('ada', { limit: 100 })
      expect(entries.map(({ sequence }) => sequence)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
      expect(entries.map(({ balance }) => balance)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    })
  })
}
