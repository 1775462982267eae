/** Who has spent most of their credits is told so, once for what they had, whatever is doubled, given back or cut off. */
import { describe, expect, it } from 'vitest'
import { createLowBalance } from '#core/accounts/low-balance.ts'
import { createLedger, type NewEntry } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import { usualPrices } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const day = 24 * 60 * 60_000

/** A process on the store. `steps`: so many writes of records go well, and the next not. */
function build(store: Store, clock = createVirtualClock(), told: [string, number][] = []) {
  let steps = Number.POSITIVE_INFINITY
  let isDown = false
  const step = async <Answer>(write: () => Promise<Answer>) => {
    if (steps-- <= 0) throw new CoreError('store-unavailable', {})
    return await write()
  }
  const { insertRecord, replaceRecord, removeRecord } = store.records
  const records: Store['records'] = {
    ...store.records,
    insertRecord: (...asked) => step(() => insertRecord(...asked)),
    replaceRecord: (...asked) => step(() => replaceRecord(...asked)),
    removeRecord: (...asked) => step(() => removeRecord(...asked)),
  }
  const outbound = {
    async low(...what: [string, number]) {
      if (isDown) throw new Error('Nobody is there')
      told.push(what)
    },
  }
  const process = { owner: `process ${clock.now()}:${Math.random()}`, isAlive: () => false }
  const parts = { ...process, records, entries: store.ledger, outbound, clock, log: silent }
  const low = createLowBalance(parts, { prices: usualPrices })
  const ledger = low.watch(createLedger(store.ledger, clock))
  const append = async (kind: NewEntry['kind'], amount: number, key: string, wallet = 'ann') => {
    await ledger.append({ wallet, key, kind, amount, reference: key })
    await low.stop()
  }
  return {
    ...{ store, clock, ledger, low, told, append },
    cutOffAfter: (writes: number) => {
      steps = writes
    },
    goAway: () => {
      isDown = true
    },
    restart: () => build(store, clock, told),
  }
}

describe.each(bothPlaces)('few credits on $name', ({ create }) => {
  async function setUp() {
    const rig = build(await openStore(create))
    await rig.append('grant', 50, 'welcome')
    return rig
  }

  it('are told of as the third usual picture cannot be paid any more, and not before or again', async () => {
    const { append, told } = await setUp()
    await append('spend', -20, 'a')
    expect(told).toEqual([])
    await append('spend', -10, 'b')
    for (const key of ['b', 'c', 'd']) await append('spend', -10, key)
    expect(told).toEqual([['ann', 20]])
  })

  it('are told of once, however many presses and processes take the last of them', async () => {
    const { store, clock, told, low, ledger, restart } = await setUp()
    const others = [restart(), restart()]
    const all = [ledger, ...others.map((each) => each.ledger)].flatMap((each) =>
      ['a', 'b', 'c', 'd'].map((key) =>
        each.append({ wallet: 'ann', key, kind: 'spend', amount: -10, reference: key }),
      ),
    )
    await Promise.all(all)
    for (const each of [low, ...others.map(({ low }) => low)]) await each.stop()
    clock.advance(60_000)
    await low.run()
    expect(told).toHaveLength(1)
    expect(await store.records.listRecordsBy('low-balance', 'due/', clock.now())).toEqual([])
  })

  it('are no news where what was given back is spent anew; but once credits came, or a day later', async () => {
    const { append, told, clock } = await setUp()
    await append('spend', -30, 'a')
    for (const key of ['b', 'c']) {
      await append('refund', 30, `refund:${key}`)
      await append('spend', -30, key)
    }
    expect(told).toHaveLength(1)
    await append('purchase', 100, 'purchase:1')
    await append('spend', -95, 'd')
    expect(told).toEqual([
      ['ann', 20],
      ['ann', 25],
    ])
    await append('refund', 30, 'refund:d')
    clock.advance(day)
    await append('spend', -30, 'e')
    expect(told).toHaveLength(3)
  })

  it('are told of after a crash at any step, and twice only where that it was told was not kept', async () => {
    for (let writes = 0; writes < 7; writes++) {
      const { append, cutOffAfter, restart, told } = await setUp()
      cutOffAfter(writes)
      await append('spend', -30, 'a')
      const earlier = told.length
      const next = restart()
      // As recovery does with what a dead process charged.
      await next.ledger.findEntry('ann', 'a')
      await next.low.stop()
      for (let time = 0; time < 2; time++) await next.low.run()
      expect([writes, told.length]).toEqual([writes, writes === 2 ? earlier + 1 : 1])
    }
  })

  it('are nobody else’s business, nor theirs who have enough again or cannot be reached', async () => {
    const { append, told, clock, low, restart, goAway, cutOffAfter } = await setUp()
    await append('grant', 50, 'welcome', 'team:slack:T1')
    cutOffAfter(1)
    await append('spend', -30, 'a')
    const next = restart()
    await next.append('purchase', 100, 'purchase:1')
    await next.low.run()
    goAway()
    cutOffAfter(Number.POSITIVE_INFINITY)
    await append('spend', -100, 'b')
    await low.run()
    expect(told).toEqual([])
    clock.advance(day)
    await next.ledger.findEntry('ann', 'b')
    await next.low.stop()
    expect(told).toEqual([])
  })
})
