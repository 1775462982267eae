/** Tests that a gift moves once what may be given, whatever is cut off, doubled or gone meanwhile. */
import { describe, expect, it } from 'vitest'
import { createAliases } from '#core/accounts/aliases.ts'
import { claimLife, type Gift, type GiftJob } from '#core/accounts/gift-job.ts'
import { createGifts } from '#core/accounts/gifts.ts'
import { settleTime } from '#core/accounts/job.ts'
import { createMerge } from '#core/accounts/merge.ts'
import { createLedger, type NewEntry } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import type { GiftNews } from '#core/outbound.ts'
import type { Store } from '#core/store/store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { createRig } from '../operations/ledgers.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const people = ['ann', 'ben', 'cyd']
const gift: Gift = { id: '1', from: 'ann', into: 'ben', credits: 20 }

const leases = { owner: 'here', isAlive: () => false }

/** `steps`: so many writes go well, and the next not. */
function build(store: Store, clock = createVirtualClock()) {
  let steps = Number.POSITIVE_INFINITY
  let ids = 0
  const told: [string, GiftNews][] = []
  const refusals: Error[] = []
  const step = async <Answer>(write: () => Promise<Answer>) => {
    if (steps-- <= 0) throw new CoreError('store-unavailable', {})
    return await write()
  }
  const { accounts, ledger: entries } = store
  const records: Store['records'] = {
    ...store.records,
    insertRecord: (...asked) => step(() => store.records.insertRecord(...asked)),
    replaceRecord: (...asked) => step(() => store.records.replaceRecord(...asked)),
  }
  const ledger = createLedger({ ...entries, insert: (entry) => step(() => entries.insert(entry)) }, clock)
  const aliases = createAliases({ store: accounts, records: store.records, clock })
  const parts = {
    ...store,
    store: accounts,
    records,
    entries,
    ledger,
    aliases,
    clock,
    log: silent,
    ...leases,
  }
  const outbound = {
    async gifted(...news: [string, GiftNews]) {
      const refusal = refusals.pop()
      if (refusal) throw refusal
      told.push(news)
    },
  }
  const gifts = createGifts({ ...parts, outbound, createId: () => `id${ids++}` })
  const append = (wallet: string, key: string, kind: NewEntry['kind'], amount: number, reference = 'x') =>
    ledger.append({ wallet, key, kind, amount, reference })
  const cutOffAfter = (writes: number) => {
    steps = writes
  }
  const findBalances = () => Promise.all(people.map((name) => ledger.findBalance(name)))
  const merge = createMerge(parts)
  return { store, clock, ledger, gifts, merge, told, refusals, append, cutOffAfter, findBalances }
}

describe.each(bothPlaces)('gifts on $name', ({ create }) => {
  /** Ann has bought 100 credits beside her 50 of a welcome. */
  async function setUp() {
    const rig = build(await openStore(create))
    for (const id of people) await rig.store.accounts.insertAccount({ id, createdAt: 0 })
    await rig.append('ann', 'welcome', 'grant', 50, 'welcome')
    await rig.append('ann', 'purchase', 'purchase', 100, 'shop:1')
    return rig
  }
  const listFaults = async ({ store }: { store: Store }) => (await createRig(store).listFaults()).faults
  const refusal = (giftable: number, balance = 150, credits = 101) =>
    expect.objectContaining({ code: 'not-giftable', data: { giftable, balance, credits } })

  it('gives once, however often and wherever it is pressed, and tells the other once', async () => {
    const { gifts, told, findBalances, clock, ...rig } = await setUp()
    const outcomes = await Promise.all([1, 2, 3].map(() => gifts.give(gift, 'ann')))
    expect(outcomes).toEqual(['given', 'given', 'given'])
    clock.advance(claimLife)
    await gifts.run()
    clock.advance(settleTime * 2)
    await rig.store.records.sweepRecords(clock.now())
    expect(await gifts.give(gift, 'ann')).toBe('given')
    expect(await findBalances()).toEqual([130, 20, 0])
    expect(told).toEqual([['ben', { half: 'from', credits: 20, other: 'ann' }]])
    expect(await listFaults(rig)).toEqual([])
  })

  it('tells later what could not be told, for a day, and nobody twice because of the other', async () => {
    const { gifts, told, refusals, clock } = await setUp()
    refusals.push(new Error('away'))
    expect(await gifts.give(gift, 'ann')).toBe('given')
    expect(told).toEqual([])
    clock.advance(claimLife)
    refusals.push(new Error('away'))
    await gifts.run()
    clock.advance(claimLife)
    await gifts.run()
    await gifts.run()
    expect(told).toEqual([['ben', { half: 'from', credits: 20, other: 'ann' }]])
    refusals.push(new Error('away'))
    await gifts.give({ ...gift, id: '2' }, 'ann')
    clock.advance(25 * 60 * 60_000)
    refusals.push(new Error('away'))
    await gifts.run()
    clock.advance(claimLife)
    await gifts.run()
    expect(told).toHaveLength(1)
  })

  it('offers no more than was paid for or given, and nothing to oneself', async () => {
    const { gifts, append } = await setUp()
    const consider = (credits: number, from = 'ann', into = 'ben') => gifts.consider({ from, into, credits })
    await expect(consider(101)).rejects.toEqual(refusal(100))
    expect(await consider(100)).toEqual({ gift: { ...gift, credits: 100, id: 'id0' }, balance: 150 })
    await expect(consider(1, 'ann', 'ann')).rejects.toMatchObject({ code: 'not-yourself' })
    // The welcome is spent first, and comes back with what failed.
    await append('ann', 'spend:g', 'spend', -60, 'g')
    await expect(consider(101)).rejects.toEqual(refusal(90, 90))
    await append('ann', 'refund:g', 'refund', 60, 'g')
    await expect(consider(101)).rejects.toEqual(refusal(100))
    await append('ann', 'grant:1', 'grant', 30)
    await expect(consider(101)).rejects.toEqual(refusal(100, 180))
    await append('ann', 'r', 'reversal', -100, 'shop:1')
    await append('ann', 'spend:h', 'spend', -80, 'h')
    await append('ann', 'r2', 'reversal', -10, 'shop:2')
    await expect(consider(1)).rejects.toEqual(refusal(0, -10, 1))
  })

  it('follows a welcome into the account that took its wallet over', async () => {
    const { gifts, merge } = await setUp()
    await merge.merge('ann', 'cyd')
    await expect(gifts.consider({ from: 'cyd', into: 'ben', credits: 151 })).rejects.toMatchObject({
      data: { giftable: 100 },
    })
  })

  it('lets no two gifts at once come to more than may be given', async () => {
    const { gifts, findBalances, store, clock } = await setUp()
    const other = build(store, clock)
    const both = [gifts, other.gifts].map((each, at) =>
      each.give({ ...gift, id: `${at}`, credits: 60 }, 'ann').catch(({ code }) => code),
    )
    expect((await Promise.all(both)).toSorted()).toEqual(['given', 'not-giftable'])
    expect(await findBalances()).toEqual([90, 60, 0])
  })

  it('finishes what was cut off at any step, or never began it, and tells both', async () => {
    for (let writes = 0, isNoted = false; !isNoted; writes++) {
      const { gifts, told, cutOffAfter, findBalances, clock, ...rig } = await setUp()
      cutOffAfter(writes)
      const outcome = await gifts.give(gift, 'ann').catch(({ code }) => code)
      const earlier = told.length
      const [job] = await rig.store.records.listRecords('gift', undefined, 0)
      isNoted = job?.body.toldAt !== undefined
      const isMarked = (job?.body as Partial<GiftJob> | undefined)?.told?.other
      expect(['given', 'gift-unsettled']).toContain(outcome)
      cutOffAfter(Number.POSITIVE_INFINITY)
      clock.advance(claimLife)
      await gifts.run()
      await gifts.run()
      const [ann, ben] = await findBalances()
      expect([ann, ben]).toEqual(writes === 0 ? [150, 0] : [130, 20])
      // Twice where that it was told could not be noted.
      if (writes > 0) expect(told.filter(([who]) => who === 'ben')).toHaveLength(isMarked ? 1 : 1 + earlier)
      expect(await listFaults(rig)).toEqual([])
    }
  })

  it.each([
    ['deleted', [150, 0, 0], 'back'],
    ['merged', [130, 0, 20], 'given'],
    ['merged into the giver’s', [150, 0, 0], 'back'],
  ])('goes to whoever is there where the other is %s meanwhile', async (how, balances, outcome) => {
    const { gifts, merge, told, cutOffAfter, findBalances, clock, store } = await setUp()
    // It is recorded and taken out, and no more.
    cutOffAfter(2)
    await expect(gifts.give(gift, 'ann')).rejects.toMatchObject({ code: 'gift-unsettled' })
    expect(await findBalances()).toEqual([130, 0, 0])
    cutOffAfter(Number.POSITIVE_INFINITY)
    if (how === 'deleted') await store.accounts.deleteAccount('ben')
    else await merge.merge('ben', how === 'merged' ? 'cyd' : 'ann')
    clock.advance(claimLife)
    await gifts.run()
    expect(await findBalances()).toEqual(balances)
    expect(told.find(([who]) => who === 'ann')?.[1].half).toBe(outcome === 'back' ? 'back' : 'to')
    expect(await gifts.give(gift, 'ann')).toBe(outcome)
    expect(await listFaults({ store })).toEqual([])
  })

  it('reaches whoever takes over the account that it was to go to, however late', async () => {
    const { gifts, merge, cutOffAfter, findBalances, clock } = await setUp()
    cutOffAfter(3)
    await expect(gifts.give(gift, 'ann')).rejects.toMatchObject({ code: 'gift-unsettled' })
    cutOffAfter(Number.POSITIVE_INFINITY)
    await merge.merge('ben', 'cyd')
    clock.advance(settleTime)
    await merge.run()
    await gifts.run()
    await merge.run()
    expect(await findBalances()).toEqual([130, 0, 20])
  })

  it('gives nothing for another account, nor after the giver’s was taken over', async () => {
    const { gifts, merge, findBalances } = await setUp()
    await expect(gifts.give(gift, 'cyd')).rejects.toMatchObject({ code: 'press-refused' })
    await merge.merge('ann', 'cyd')
    await expect(gifts.give(gift, 'cyd')).rejects.toMatchObject({ code: 'press-refused' })
    expect(await findBalances()).toEqual([0, 0, 150])
  })

  it('is a fault where one half alone is written, and none where it is under way', async () => {
    const { append, store, clock } = await setUp()
    await append('ann', 'gift-to:ann:9', 'transfer', -5, 'ben')
    const fault = { fault: 'gift', wallet: 'ann', gift: 'ann:9', sum: -5 }
    expect(await listFaults({ store })).toEqual([fault])
    const body = { ...gift, id: '9', credits: 5, since: clock.now() }
    await store.records.insertRecord({ kind: 'gift', key: 'ann:9', body }, clock.now())
    expect(await listFaults({ store })).toEqual([])
  })
})
