/** Whatever members do at once, whatever is lost on the way, and whenever a month ends: no cap and no balance is overrun. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import type { BudgetClaim } from '#core/credits/budget.ts'
import { createLedger, type Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { renderRefund } from '#core/credits/refund.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { StorePlace } from '#tests/contracts/store.ts'
import { countRuns } from '#tests/count-runs.ts'
import { createRig } from '../operations/ledgers.ts'
import { bothPlaces } from '../store/places.ts'

const wallet = 'team:slack:T1'
const caps = { member: 12, channel: 20 }
const gift = 45

const process = fc.nat(1)
/** `loses`: the process dies, or the answer is lost, before or after the write; then it is done again. */
const loses = fc.constantFrom(undefined, undefined, undefined, 'before' as const, 'after' as const)
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('spend' as const),
      process,
      id: fc.nat(30),
      member: fc.constantFrom('ada', 'bob', 'eve'),
      channel: fc.constantFrom('slack:T1:C1', 'slack:T1:C2', undefined),
      month: fc.constantFrom('2026-11', '2026-12'),
      price: fc.integer({ min: 1, max: 6 }),
      loses,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('refund' as const), process, id: fc.nat(30), loses }),
  },
)
type Action = typeof action extends fc.Arbitrary<infer Each> ? Each : never
/** All of a round at once; Bob’s account may be taken over by Ada’s between two rounds. */
const rounds = fc.record({
  rounds: fc.array(fc.array(action, { minLength: 4, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
  merge: fc.nat(4),
})

/** Fails once as an outage does, where that is asked for. */
function createFlaky(store: LedgerStore, next: { loses: 'before' | 'after' | undefined }): LedgerStore {
  const fail = () => {
    next.loses = undefined
    throw new CoreError('store-unavailable', {})
  }
  async function lose<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (next.loses === 'before') fail()
    const answer = await work()
    if (next.loses === 'after') fail()
    return answer
  }
  return {
    ...store,
    insert: (entry) => lose(() => store.insert(entry)),
    insertAll: (entries) => lose(() => store.insertAll(entries)),
  }
}

/** A refused spend is no fault; what was lost is asked for again, as recovery does. */
async function persist(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      if (hasCode(error, 'cap-reached') || hasCode(error, 'insufficient-credits')) return
      if (!hasCode(error, 'store-unavailable')) throw error
    }
  }
}

interface Side {
  ledger: Ledger
  next: { loses: 'before' | 'after' | undefined }
}

async function perform(action: Action, { ledger, next }: Side, isMerged: boolean): Promise<void> {
  next.loses = action.loses
  if (action.kind === 'refund') {
    const spend = await ledger.findEntry(wallet, `spend:${action.id}`)
    if (spend) await persist(() => ledger.append(renderRefund(spend, wallet)))
    return
  }
  const { id, member, channel, month, price } = action
  const isAda = isMerged && member === 'bob'
  const budget: BudgetClaim = {
    ...{ month, caps, member: isAda ? 'ada' : member },
    ...(channel !== undefined && { channel }),
    ...(isMerged && (isAda || member === 'ada') && { tookOver: ['bob'] }),
  }
  const entry = { wallet, key: `spend:${id}`, kind: 'spend', amount: -price, reference: String(id) } as const
  await persist(() => ledger.append({ ...entry, budget }))
}

/** Every total, counted anew from what was written; `until` which Ada and Bob are two. */
function expectWithin(entries: readonly Entry[], until: number): void {
  const sums = new Map<string, number>()
  for (const { kind, amount, sequence, budget } of entries) {
    if (!budget) continue
    const { month, member, channel } = budget
    const names = [`${month} ${member}`, ...(channel === undefined ? [] : [`${month} ${channel}`])]
    const [own, ofChannel] = names.map((name) => {
      const sum = (sums.get(name) ?? 0) - amount
      sums.set(name, sum)
      return sum
    })
    expect([budget.memberSpent, budget.channelSpent]).toEqual([own, ofChannel])
    if (kind !== 'spend') continue
    const others = sequence > until && member === 'ada' ? (sums.get(`${month} bob`) ?? 0) : 0
    expect((own ?? 0) + others).toBeLessThanOrEqual(caps.member)
    expect(ofChannel ?? 0).toBeLessThanOrEqual(caps.channel)
  }
}

async function play(create: () => Promise<StorePlace>, { rounds, merge }: Played): Promise<number> {
  const place = await create()
  const stores = await Promise.all([place.open(), place.open()])
  try {
    const sides = stores.map((store) => {
      const next = { loses: undefined }
      return { ledger: createLedger(createFlaky(store.ledger, next), systemClock), next }
    })
    const [{ ledger }] = sides as [Side]
    await ledger.append({ wallet, key: 'gift', kind: 'grant', amount: gift, reference: 'gift' })
    let until = Number.POSITIVE_INFINITY
    for (const [number, round] of rounds.entries()) {
      if (number === merge) until = (await stores[0].ledger.findLast(wallet))?.sequence ?? 0
      await Promise.all(
        round.map((action) => perform(action, sides[action.process] as Side, number >= merge)),
      )
    }
    const entries = (await stores[0].ledger.list(wallet, { limit: 1_000 })).reverse()
    expectWithin(entries, until)
    for (const { balance } of entries) expect(balance).toBeGreaterThanOrEqual(0)
    expect((await createRig(stores[0]).listFaults()).faults).toEqual([])
    return entries.length
  } finally {
    await Promise.all(stores.map((store) => store.close()))
    await place.remove()
  }
}
type Played = typeof rounds extends fc.Arbitrary<infer Each> ? Each : never

const runs = { SQLite: countRuns(60), MongoDB: countRuns(12) } as const

describe.each(bothPlaces)('on $name', ({ name, create }) => {
  it('holds', { timeout: 180_000 }, async () => {
    let written = 0
    const check = fc.asyncProperty(rounds, async (played) => {
      written += await play(create, played)
    })
    await fc.assert(check, { numRuns: runs[name as keyof typeof runs] })
    expect(written).toBeGreaterThan(runs[name as keyof typeof runs] * 4)
  })
})
