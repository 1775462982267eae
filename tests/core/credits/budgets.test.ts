/** A team's caps hold in the write that spends, whoever spends at once; refunds count where the credits had been spent. */
import { describe, expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import type { BudgetClaim } from '#core/credits/budget.ts'
import { createLedger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { renderRefund } from '#core/credits/refund.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const wallet = 'team:slack:T1'
const month = '2026-11'
const channel = 'slack:T1:C1'

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function open(credits = 1_000) {
    const store = await openStore(create)
    const ledger = createLedger(store.ledger, systemClock)
    await ledger.append({ wallet, key: 'gift', kind: 'grant', amount: credits, reference: 'gift' })
    let made = 0
    const spend = (price: number, claim: Partial<BudgetClaim> = {}, id: string | number = ++made) =>
      ledger.append({
        ...{ wallet, key: `spend:${id}`, kind: 'spend', amount: -price, reference: String(id) },
        budget: { month, member: 'ada', ...claim },
      })
    const giveBack = (entry: Entry) => ledger.append(renderRefund(entry, wallet))
    const list = () => store.ledger.list(wallet, { limit: 1_000 })
    return { store, ledger, spend, giveBack, list }
  }

  it.each([{ member: 35 }, { channel: 35 }])(
    'lets three of fifty through a cap for three: %o',
    async (caps) => {
      const { spend, list } = await open()
      const spends = Array.from({ length: 50 }, () => spend(10, { channel, caps }))
      const outcomes = await Promise.allSettled(spends)
      const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
      expect(refused).toHaveLength(47)
      const [cap] = Object.keys(caps)
      for (const { code, data } of refused) {
        expect([code, data]).toEqual(['cap-reached', { cap, limit: 35, spent: 30, price: 10 }])
      }
      const [last, ...others] = await list()
      const counted = { month, member: 'ada', channel, caps, memberSpent: 30, channelSpent: 30 }
      expect([last?.budget, others.length]).toEqual([counted, 3])
    },
  )

  it('answers a spend written again with the first, though the cap would not take it twice', async () => {
    const { spend, list } = await open()
    const caps = { member: 10 }
    const first = await spend(10, { caps }, 'once')
    expect(await spend(10, { caps }, 'once')).toEqual(first)
    await expect(spend(1, { caps })).rejects.toMatchObject({ code: 'cap-reached' })
    expect(await list()).toHaveLength(2)
  })

  it('says of a wallet that has too little that it has, whatever the cap', async () => {
    const { spend } = await open(5)
    await expect(spend(10, { caps: { member: 1 } })).rejects.toMatchObject({ code: 'insufficient-credits' })
  })

  it('holds what is spent in no channel to no channel’s cap', async () => {
    const { spend } = await open()
    await expect(spend(30, { channel, caps: { channel: 20 } })).rejects.toMatchObject({ code: 'cap-reached' })
    await spend(30, { caps: { channel: 20 } })
    const caps = { channel: 20, member: 50 }
    await expect(spend(30, { caps })).rejects.toMatchObject({ data: { cap: 'member', limit: 50, spent: 30 } })
  })

  it('counts members, channels and months apart, and begins each with nothing', async () => {
    const { store, spend } = await open()
    const caps = { member: 10, channel: 20 }
    await spend(10, { channel, caps })
    await spend(10, { channel, caps, member: 'bob' })
    await expect(spend(1, { channel, caps, member: 'eve' })).rejects.toMatchObject({
      data: { cap: 'channel', limit: 20, spent: 20, price: 1 },
    })
    await spend(10, { channel: 'slack:T1:C2', caps, member: 'eve' })
    await spend(10, { channel, caps, month: '2026-12' })
    expect((await store.ledger.listTotals(wallet, month)).members).toEqual(
      new Map(Object.entries({ ada: 10, bob: 10, eve: 10 })),
    )
  })

  it('gives room again in the month that it was spent in, whenever it is given back', async () => {
    const { spend, giveBack } = await open()
    const caps = { member: 10, channel: 10 }
    const november = await spend(10, { channel, caps })
    const december = await spend(10, { channel, caps, month: '2026-12' })
    const back = { month, member: 'ada', channel, memberSpent: 0, channelSpent: 0 }
    for (let time = 0; time < 2; time++) expect((await giveBack(november)).budget).toEqual(back)
    await expect(spend(1, { channel, caps, month: '2026-12' })).rejects.toMatchObject({ code: 'cap-reached' })
    await spend(10, { channel, caps })
    await giveBack(december)
    await spend(10, { caps, month: '2026-12' })
  })

  it('counts what an account spent with that of the one that took it over', async () => {
    const { spend, giveBack } = await open()
    const caps = { member: 20 }
    const before = await spend(15, { member: 'bob', caps })
    const claim = { member: 'ada', tookOver: ['bob', 'eve'], caps }
    await expect(spend(6, claim)).rejects.toMatchObject({ data: { spent: 15, limit: 20 } })
    expect((await spend(5, claim)).budget).toEqual({ month, member: 'ada', caps, memberSpent: 5 })
    await giveBack(before)
    await spend(15, claim)
  })

  it('asks the store for the last entry, and for totals, once', async () => {
    const { store } = await open()
    const asked: string[] = []
    const watched = new Proxy(store.ledger, {
      get:
        (target, name) =>
        (...given: unknown[]) => {
          asked.push(String(name))
          return Reflect.apply(Reflect.get(target, name), target, given)
        },
    })
    const ledger = createLedger(watched, systemClock)
    await ledger.append({ wallet: 'ada', key: 'gift', kind: 'grant', amount: 9, reference: '' })
    await ledger.append({ wallet: 'ada', key: 'spend:1', kind: 'spend', amount: -9, reference: '1' })
    expect(asked.splice(0)).toEqual(['findLast', 'insert', 'insert'])
    const budget = { month, member: 'ada', channel }
    await ledger.append({ wallet, key: 'spend:2', kind: 'spend', amount: -9, reference: '2', budget })
    expect(asked.splice(0)).toEqual(['findLast', 'findSpent', 'findSpent', 'insert'])
    await ledger.append({ wallet, key: 'spend:3', kind: 'spend', amount: -9, reference: '3', budget })
    expect(asked).toEqual(['insert'])
  })

  it('holds nothing to a cap that is given back', async () => {
    const { ledger, spend } = await open()
    await spend(10)
    const budget = { month, member: 'ada', caps: { member: 1 } }
    const back = { wallet, key: 'refund:1', kind: 'refund', amount: 5, reference: '1' } as const
    expect((await ledger.append({ ...back, budget })).budget).toEqual({
      month,
      member: 'ada',
      memberSpent: 5,
    })
  })

  it.each([3, 40])(
    'counts what %i others wrote just before it, asking for totals no more than needed',
    async (others) => {
      const { store, spend } = await open()
      const asked: string[] = []
      let isFirst = true
      const late: LedgerStore = {
        ...store.ledger,
        findSpent: (...given) => {
          asked.push('findSpent')
          return store.ledger.findSpent(...given)
        },
        async insert(entry) {
          if (isFirst)
            for (let n = 0; n < others; n++) await spend(1, { member: n % 2 ? 'ada' : 'bob', channel })
          isFirst = false
          return await store.ledger.insert(entry)
        },
      }
      const budget = { month, member: 'ada', channel }
      const entry = { wallet, key: 'spend:late', kind: 'spend', amount: -5, reference: 'late' } as const
      const written = await createLedger(late, systemClock).append({ ...entry, budget })
      const memberSpent = Math.floor(others / 2) + 5
      expect(written.budget).toEqual({ ...budget, memberSpent, channelSpent: others + 5 })
      expect(asked).toHaveLength(others < 32 ? 2 : 4)
    },
  )

  it('takes a budget for what a team spends and gets back, and for nothing else', async () => {
    const { ledger } = await open()
    const budget = { month, member: 'ada' }
    const entry = { key: 'x', amount: -1, reference: 'x' }
    await expect(ledger.append({ ...entry, wallet, kind: 'spend' })).rejects.toThrow(TypeError)
    await expect(ledger.append({ ...entry, wallet, kind: 'refund', amount: 1 })).rejects.toThrow(TypeError)
    await expect(ledger.append({ ...entry, wallet, kind: 'transfer', budget })).rejects.toThrow(TypeError)
    const own = { ...entry, wallet: 'ada', kind: 'spend', budget } as const
    await expect(ledger.append(own)).rejects.toThrow(TypeError)
  })
})
