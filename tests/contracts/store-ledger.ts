/** The contract of the ledger store. */
import { describe, expect, it } from 'vitest'
import type { StoreRig } from './store.ts'
import { createEntry, hostileTexts } from './store-records.ts'

export function testLedgerStore(rig: StoreRig): void {
  const { ledger } = rig.parts

  describe('ledger', () => {
    it('finds the entry with the highest sequence, and any by its key', async () => {
      const first = createEntry()
      const second = createEntry({ sequence: 2, key: 'spend:1', kind: 'spend', amount: -130, balance: -30 })
      expect(await ledger.findLast('ada')).toBeUndefined()
      expect(await ledger.findByKey('ada', 'welcome')).toBeUndefined()
      expect(await ledger.insert(first)).toBe(true)
      expect(await ledger.insert(second)).toBe(true)
      expect(await ledger.findLast('ada')).toStrictEqual(second)
      expect(await ledger.findByKey('ada', 'welcome')).toStrictEqual(first)
      expect(await ledger.findByKey('ada', 'spend:1')).toStrictEqual(second)
      expect(await ledger.findLast('bob')).toBeUndefined()
      expect(await ledger.findByKey('bob', 'welcome')).toBeUndefined()
    })

    it('refuses a taken sequence and a taken key, and writes nothing then', async () => {
      const first = createEntry()
      await ledger.insert(first)
      expect(await ledger.insert(createEntry({ key: 'other', amount: 1 }))).toBe(false)
      expect(await ledger.insert(createEntry({ sequence: 2, amount: 1 }))).toBe(false)
      expect(await ledger.insert(first)).toBe(false)
      expect(await ledger.list('ada', { limit: 10 })).toStrictEqual([first])
    })

    it('writes several one after another, until one is refused', async () => {
      const some = (...names: number[]) =>
        names.map((name) => createEntry({ sequence: name, key: `key:${name}`, amount: name }))
      const list = async () => (await ledger.list('ada', { limit: 20 })).map(({ key }) => key).reverse()
      expect(await ledger.insertAll([])).toBe(0)
      expect(await ledger.insertAll(some(1, 2, 3))).toBe(3)
      expect(await ledger.insertAll(some(3, 4))).toBe(0)
      expect(
        await ledger.insertAll([...some(4), createEntry({ sequence: 5, key: 'key:1' }), ...some(6)]),
      ).toBe(1)
      expect(await list()).toEqual(['key:1', 'key:2', 'key:3', 'key:4'])
      const order = { kind: 'purchase', reference: 'shop:1', key: 'purchase:shop:1' } as const
      await ledger.insert(createEntry({ ...order, wallet: 'bob' }))
      expect(await ledger.insertAll([...some(5), createEntry({ ...order, sequence: 6 })])).toBe(1)
      const raced = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          ledger.insertAll([6, 7].map((sequence) => createEntry({ sequence, key: `${n}:${sequence}` }))),
        ),
      )
      expect(raced.reduce((sum, each) => sum + each, 0)).toBe(2)
      expect(await list()).toHaveLength(7)
    })

    it('keeps wallets apart', async () => {
      await ledger.insert(createEntry())
      expect(await ledger.insert(createEntry({ wallet: 'bob' }))).toBe(true)
      expect(await ledger.list('bob', { limit: 10 })).toStrictEqual([createEntry({ wallet: 'bob' })])
    })

    it('gives one of fifty the sequence, and one of fifty the key', async () => {
      const race = async (part: (n: number) => object) => {
        const written = await Promise.all(
          Array.from({ length: 50 }, (_, n) => ledger.insert(createEntry(part(n)))),
        )
        return written.filter(Boolean).length
      }
      expect(await race((n) => ({ key: `key:${n}` }))).toBe(1)
      expect(await race((n) => ({ sequence: 2 + n, key: 'same' }))).toBe(1)
      expect(await ledger.list('ada', { limit: 100 })).toHaveLength(2)
    })

    it('lists newest first, in pages that neither repeat nor skip', async () => {
      for (let sequence = 1; sequence <= 12; sequence++) {
        await ledger.insert(createEntry({ sequence, key: `key:${sequence}` }))
      }
      const list = async (page: { before?: number; limit: number }) =>
        (await ledger.list('ada', page)).map(({ sequence }) => sequence)
      expect(await list({ limit: 5 })).toEqual([12, 11, 10, 9, 8])
      expect(await list({ before: 8, limit: 5 })).toEqual([7, 6, 5, 4, 3])
      expect(await list({ before: 3, limit: 5 })).toEqual([2, 1])
      expect(await list({ before: 1, limit: 5 })).toEqual([])
      expect(await list({ limit: 0 })).toEqual([])
      expect((await ledger.findLast('ada'))?.sequence).toBe(12)
    })

    it('lists the purchases and reversals of an order, of all wallets', async () => {
      const reference = 'shop:1'
      const bought = createEntry({ key: 'purchase:1', kind: 'purchase', reference })
      const reversed = createEntry({ wallet: 'bob', kind: 'reversal', amount: -1, reference })
      for (const entry of [
        bought,
        reversed,
        createEntry({ sequence: 2, key: 'spend:1', kind: 'spend', amount: -1, reference }),
        createEntry({ sequence: 3, key: 'purchase:2', kind: 'purchase', reference: 'shop:11' }),
      ]) {
        expect(await ledger.insert(entry)).toBe(true)
      }
      const found = await ledger.listOrderEntries(reference)
      found.sort((one, other) => one.wallet.localeCompare(other.wallet))
      expect(found).toStrictEqual([bought, reversed])
      expect(await ledger.listOrderEntries('shop')).toEqual([])
    })

    it('gives an order each of its entries once, in whatever wallet', async () => {
      const bought = createEntry({ key: 'purchase:1', kind: 'purchase', reference: 'shop:1' })
      const back = { key: 'reversal:1:1', kind: 'reversal', amount: -1, reference: 'shop:1' } as const
      const reversed = createEntry({ sequence: 2, ...back })
      for (const entry of [bought, reversed]) {
        expect(await ledger.insert(entry)).toBe(true)
        expect(await ledger.insert({ ...entry, wallet: 'bob' })).toBe(false)
        expect(await ledger.insert({ ...entry, wallet: 'bob', kind: 'grant' })).toBe(true)
      }
      const insert = (_: unknown, n: number) =>
        ledger.insert(createEntry({ ...bought, wallet: `racer ${n}`, reference: 'shop:2' }))
      const raced = await Promise.all(Array.from({ length: 20 }, insert))
      expect(raced.filter(Boolean)).toHaveLength(1)
    })

    it('keeps large amounts and any text as they are', async () => {
      const large = createEntry({ wallet: 'rich', amount: 2 ** 52, balance: Number.MAX_SAFE_INTEGER })
      await ledger.insert(large)
      expect(await ledger.findLast('rich')).toStrictEqual(large)
      for (const text of hostileTexts) {
        const entry = createEntry({ wallet: `of ${text}`, key: text, reference: text })
        expect(await ledger.insert(entry), JSON.stringify(text)).toBe(true)
        expect(await ledger.findByKey(entry.wallet, text)).toStrictEqual(entry)
        expect(await ledger.findLast(entry.wallet)).toStrictEqual(entry)
      }
    })

    it('tells keys apart that differ only in what UTF-8 cannot say', async () => {
      const keys = ['\ud800', '\ud801', '\udc00', '\ufffd', '\ufdd0d800', '\ufdd0', 'x', 'X', 'x\0', 'x ']
      for (const [n, key] of keys.entries()) {
        expect(await ledger.insert(createEntry({ sequence: n + 1, key })), JSON.stringify(key)).toBe(true)
      }
      expect((await ledger.list('ada', { limit: 20 })).map(({ key }) => key)).toEqual(keys.reverse())
    })
  })
}
