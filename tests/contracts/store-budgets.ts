/** The contract of the ledger store, of what teams' members and channels have spent. */
import { describe, expect, it } from 'vitest'
import type { Entry } from '#core/credits/ledger-store.ts'
import type { StoreRig } from './store.ts'
import { collect } from './store-dump.ts'
import { createEntry, createSpend, hostileTexts } from './store-records.ts'

export function testBudgetStore(rig: StoreRig): void {
  const { ledger, dump } = rig.parts
  const month = '2026-11'
  const channel = 'slack:T1:C1'

  describe('budgets', () => {
    it('keeps an entry’s budget with it, to the last cap, and none where there is none', async () => {
      const full = createSpend({ budget: { channel, channelSpent: 30, caps: { member: 50, channel: 90 } } })
      const bare = createSpend({ sequence: 2 })
      const bought = createEntry({ wallet: 'team:t', sequence: 3, key: 'bought' })
      for (const entry of [full, bare, bought]) expect(await ledger.insert(entry)).toBe(true)
      expect(await ledger.list('team:t', { limit: 9 })).toStrictEqual([bought, bare, full])
      expect(await ledger.findByKey('team:t', full.key)).toStrictEqual(full)
      expect(await dump.findEntries(['team:t'], [full.key])).toStrictEqual([full])
      const read = await collect(dump.entries)
      expect(read).toStrictEqual([full, bare, bought])
      await dump.entries.writeAll([{ ...full, at: 1 }])
      expect(await ledger.findByKey('team:t', full.key)).toStrictEqual({ ...full, at: 1 })
    })

    it('finds the running total of the newest entry of a member or channel, of one wallet and month', async () => {
      const find = (name: object, wallet = 'team:t', of = month) =>
        ledger.findSpent(wallet, { month: of, ...name } as Parameters<typeof ledger.findSpent>[1])
      expect(await find({ member: 'ada' })).toBe(0)
      await ledger.insert(createSpend({ budget: { channel, channelSpent: 12 } }))
      await ledger.insert(createSpend({ sequence: 2, budget: { memberSpent: 25 } }))
      await ledger.insert(createSpend({ sequence: 3, budget: { member: 'bob', memberSpent: 7 } }))
      await ledger.insert(createSpend({ sequence: 4, budget: { month: '2026-12', memberSpent: 3 } }))
      await ledger.insert(createSpend({ wallet: 'team:u', budget: { memberSpent: 4 } }))
      await ledger.insert(createEntry({ wallet: 'team:t', sequence: 5, key: 'bought' }))
      expect(await find({ member: 'ada' })).toBe(25)
      expect(await find({ member: 'bob' })).toBe(7)
      expect(await find({ member: 'eve' })).toBe(0)
      expect(await find({ member: channel })).toBe(0)
      expect(await find({ channel })).toBe(12)
      expect(await find({ channel: 'ada' })).toBe(0)
      expect(await find({ member: 'ada' }, 'team:t', '2026-12')).toBe(3)
      expect(await find({ channel }, 'team:t', '2026-12')).toBe(0)
      expect(await find({ member: 'ada' }, 'team:u')).toBe(4)
    })

    it('sums up a month by members and by channels, less what was given back', async () => {
      expect(await ledger.listTotals('team:t', month)).toStrictEqual({
        members: new Map(),
        channels: new Map(),
      })
      const entries = [
        createSpend({ amount: -30, budget: { channel } }),
        createSpend({ sequence: 2, amount: -5, budget: { member: 'bob', channel } }),
        createSpend({ sequence: 3, kind: 'refund', amount: 10, budget: { channel } }),
        createSpend({ sequence: 4, amount: -8, budget: { member: 'eve' } }),
        createSpend({ sequence: 5, kind: 'refund', amount: 8, budget: { member: 'eve' } }),
        createSpend({ sequence: 6, budget: { month: '2026-12', channel } }),
        createSpend({ wallet: 'team:u' }),
      ]
      await dump.entries.writeAll(entries)
      expect(await ledger.listTotals('team:t', month)).toStrictEqual({
        members: new Map(Object.entries({ ada: 20, bob: 5, eve: 0 })),
        channels: new Map([[channel, 25]]),
      })
    })

    it('lists a member’s entries of all wallets, in pages that neither repeat nor skip', async () => {
      const of = (wallet: string) => (_: unknown, n: number) => createSpend({ wallet, sequence: n + 1 })
      const entries = ['team:a', 'team:b'].flatMap((wallet) => Array.from({ length: 3 }, of(wallet)))
      await dump.entries.writeAll([...entries, createSpend({ budget: { member: 'bob' } }), createEntry()])
      const read: Entry[] = []
      for (let after = { wallet: '', sequence: 0 }; ; ) {
        const page = await ledger.listOfMember('ada', { after, limit: 2 })
        read.push(...page)
        after = page.at(-1) ?? after
        if (page.length < 2) break
      }
      expect(read).toStrictEqual(entries)
      expect(await ledger.listOfMember('ada', { limit: 0 })).toEqual([])
      expect(await ledger.listOfMember('eve', { limit: 5 })).toEqual([])
    })

    it('survives hostile names', async () => {
      for (const [n, text] of hostileTexts.entries()) {
        const names = { month: text, member: text, channel: text, channelSpent: n }
        const entry = createSpend({ wallet: `team:${text}`, budget: { ...names, memberSpent: n } })
        expect(await ledger.insert(entry), JSON.stringify(text)).toBe(true)
        expect(await ledger.findByKey(entry.wallet, entry.key)).toStrictEqual(entry)
        expect(await ledger.findSpent(entry.wallet, { month: text, member: text })).toBe(n)
        expect(await ledger.findSpent(entry.wallet, { month: text, channel: text })).toBe(n)
        const { members, channels } = await ledger.listTotals(entry.wallet, text)
        expect([...members, ...channels]).toStrictEqual([
          [text, 10],
          [text, 10],
        ])
        expect(await ledger.listOfMember(text, { limit: 5 })).toStrictEqual([entry])
      }
    })
  })
}
