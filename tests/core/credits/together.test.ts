/** What many write to one wallet at once: each is weighed, written and refused for itself, whatever is written together. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createLedger, type NewCharge } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import { CoreError } from '#core/errors.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const wallet = payerOfTeam('slack:T1')

async function open(create: (typeof bothPlaces)[number]['create'], watch = (store: LedgerStore) => store) {
  const store = await openStore(create)
  const clock = createVirtualClock()
  const asked: string[] = []
  const entries = watch({
    ...store.ledger,
    insertAll: (some) => {
      asked.push(some.map(({ key }) => key).join())
      return store.ledger.insertAll(some)
    },
  })
  const ledger = createLedger(entries, clock)
  /** Of another process on the same store. */
  const other = createLedger(store.ledger, clock)
  const list = async () =>
    (await store.ledger.list(wallet, { limit: 100 })).map(({ key, balance }) => `${key} ${balance}`).reverse()
  /** Whoever writes next is the first again, and alone with that. */
  const give = async (amount: number) => {
    await ledger.append(grant('gift', amount))
    await nextTurn()
  }
  return { ledger, other, clock, asked, list, give }
}

const grant = (key: string, amount: number): NewCharge => ({
  wallet,
  key,
  kind: 'grant',
  amount,
  reference: '',
})
const spend = (key: string, price: number, member = 'ada', caps = {}): NewCharge => ({
  ...{ wallet, key, kind: 'spend', amount: -price, reference: key },
  budget: { month: '2026-11', member, channel: 'slack:T1:C1', caps },
})
const settle = async (all: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(all)).map((each) =>
    each.status === 'fulfilled'
      ? 'written'
      : each.reason instanceof CoreError
        ? each.reason.code
        : each.reason,
  )

describe.each(bothPlaces)('on $name', ({ create }) => {
  it('writes at once what waits together, and refuses alone what is refused', async () => {
    const { ledger, give, asked, list } = await open(create)
    await give(100)
    const caps = { member: 30, channel: 70 }
    const wanted = [
      ...[spend('a', 10), spend('b', 10), spend('b', 10), spend('c', 200), spend('d', 15, 'ada', caps)],
      ...[
        spend('e', 30, 'bob', caps),
        spend('f', 30, 'eve', caps),
        spend('g', 5, 'eve', caps),
        grant('h', 1),
      ],
    ]
    expect(await settle(wanted.map((each) => ledger.append(each)))).toEqual([
      ...['written', 'written', 'written', 'insufficient-credits', 'cap-reached'],
      ...['written', 'cap-reached', 'written', 'written'],
    ])
    expect(await list()).toEqual(['gift 100', 'a 90', 'b 80', 'e 50', 'g 45', 'h 46'])
    expect(asked).toEqual(['b,e,g,h'])
  })

  it('refuses nothing by what it remembers of a wallet that others write to', async () => {
    const { ledger, give, other, list } = await open(create)
    await give(10)
    await ledger.append(spend('a', 10))
    await other.append(grant('more', 50))
    expect(await settle([ledger.append(spend('b', 40)), ledger.append(spend('c', 20))])).toEqual([
      'written',
      'insufficient-credits',
    ])
    await other.append(spend('d', 10))
    const caps = { member: 60 }
    await other.append(grant('much', 100))
    expect(await settle([ledger.append(spend('e', 1, 'ada', caps))])).toEqual(['cap-reached'])
    expect(await list()).toEqual(['gift 10', 'a 0', 'more 50', 'b 10', 'd 0', 'much 100'])
  })

  it('is cut off between two by another process, and counts what that has written', async () => {
    let isFirst = true
    const rig = await open(create, (store) => ({
      ...store,
      async insertAll(some) {
        if (isFirst) await rig.other.append(spend('theirs', 10, 'ada'))
        isFirst = false
        return await store.insertAll(some)
      },
    }))
    const { ledger, give, list } = rig
    await give(50)
    const caps = { channel: 40 }
    const prices = [1, 10, 10, 10, 10]
    const spends = prices.map((price, index) => ledger.append(spend(`s${index}`, price, 'ada', caps)))
    expect(await settle(spends)).toEqual(['written', 'written', 'written', 'cap-reached', 'cap-reached'])
    expect(await list()).toEqual(['gift 50', 's0 49', 'theirs 39', 's1 29', 's2 19'])
  })

  it('lets late ones out, and finds those that were written before', async () => {
    const { ledger, give, other, clock, list } = await open(create)
    await give(50)
    await other.append(spend('b', 10))
    const now = clock.now()
    const wanted = [
      ...[ledger.append(spend('a', 1)), ledger.append(spend('b', 10)), ledger.append(spend('c', 1), now)],
      ...[ledger.append(spend('d', 1), now + 1), ledger.append(spend('b', 10), now + 1)],
    ]
    expect(await settle(wanted)).toEqual(['written', 'written', 'interrupted', 'written', 'written'])
    expect(await list()).toEqual(['gift 50', 'b 40', 'a 39', 'd 38'])
  })

  it('asks what is to be kept about the entry before it', async () => {
    const { ledger, give, list } = await open(create)
    await give(10)
    const gift = (key: string): NewCharge => ({
      ...{ wallet, key, kind: 'transfer', amount: -4, reference: '' },
      keep: async (last) => (last.balance <= 6 ? 3 : 0),
    })
    const all = [gift('a'), gift('b'), grant('c', 1), gift('d')].map((each) => ledger.append(each))
    expect(await settle(all)).toEqual(['written', 'insufficient-credits', 'written', 'written'])
    expect(await list()).toEqual(['gift 10', 'a 6', 'c 7', 'd 3'])
  })

  it('hears of a lost answer for all that were written together, and finds them when asked again', async () => {
    let isLost = false
    const { ledger, give, list } = await open(create, (store) => ({
      ...store,
      async insertAll(some) {
        const written = await store.insertAll(some)
        if (isLost) throw new CoreError('store-unavailable', {})
        return written
      },
    }))
    await give(50)
    isLost = true
    const names = ['a', 'b', 'c']
    const write = () => settle(names.map((name) => ledger.append(spend(name, 1))))
    expect(await write()).toEqual(['written', 'store-unavailable', 'store-unavailable'])
    isLost = false
    expect(await write()).toEqual(['written', 'written', 'written'])
    expect(await list()).toEqual(['gift 50', 'a 49', 'b 48', 'c 47'])
  })
})
