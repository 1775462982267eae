/** A charge that its process is held up in comes to nothing once another has ended the generation. */
import { describe, expect, it } from 'vitest'
import { longestDifference } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { charge, type EndingPorts, failUncharged } from '#core/images/drawing/ending.ts'
import { createKeeping } from '#core/images/drawing/keeping.ts'
import { claim, leaseLength } from '#core/images/drawing/leases.ts'
import { createGeneration, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { openStore } from '../store/places.ts'

const refuse = () => Promise.reject(new Error('Nothing was drawn'))

/** A network that holds up the first of such requests: `reached` by then, until `release`. */
function holdUp(ledger: LedgerStore, held: 'findLast' | 'insert') {
  const reached = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const wait = async (here: typeof held) => {
    if (here !== held) return
    reached.resolve()
    await released.promise
  }
  const slow: LedgerStore = {
    ...ledger,
    findLast: (account) => wait('findLast').then(() => ledger.findLast(account)),
    insert: (entry) => wait('insert').then(() => ledger.insert(entry)),
  }
  return { slow, reached: reached.promise, release: released.resolve }
}

/** A charge of ten credits that is held up until its lease is over, by a clock that is `late` milliseconds slow. */
async function chargeLate(held: 'findLast' | 'insert', step: typeof charge | typeof failUncharged, late = 0) {
  const store = await openStore()
  const clock = createVirtualClock()
  const createProcess = (owner: string, entries: LedgerStore, behind: number) => {
    const ownClock = { ...clock, now: () => clock.now() - behind }
    const ledger = createLedger(entries, ownClock)
    const holding = { generations: store.generations, clock: ownClock, log: silent, owner }
    const host = { put: refuse, read: refuse, remove: refuse }
    return { ...holding, ledger, host, keeping: createKeeping(holding) } satisfies EndingPorts
  }
  const { slow, reached, release } = holdUp(store.ledger, held)
  const other = createProcess('other', store.ledger, 0)
  const write = (kind: 'grant' | 'spend', key: string, amount: number) =>
    other.ledger.append({ wallet: 'ada', kind, key, amount, reference: '' })

  await write('grant', 'first', 10)
  const lease = { owner: 'one', until: clock.now() - late + leaseLength }
  const made = await record(store, createGeneration({ owner: 'ada', price: 10, lease }))
  const charging = step(createProcess('one', slow, late), made).catch((error: unknown) => error)
  await reached
  await write('spend', 'spend:something else', -10)
  clock.advance(leaseLength - late)
  const claimed = (await claim(other, made)) ?? made
  const finish = async () => {
    await write('grant', 'second', 100)
    release()
    return { told: await charging, balance: await other.ledger.findBalance('ada') }
  }
  return { other, claimed, finish, find: () => store.generations.find({ id: made.id }) }
}

const steps = [
  ['charge', charge, { code: 'interrupted' }],
  ['failUncharged', failUncharged, undefined],
] as const

describe.each(steps)('%s, held up', (_, step, interrupted) => {
  it.each([
    ['findLast', 0],
    ['insert', 0],
    ['findLast', longestDifference],
    ['insert', longestDifference],
  ] as const)('in %s, by a clock that is %i ms slow, finds it ended', async (held, late) => {
    const { other, claimed, finish, find } = await chargeLate(held, step, late)
    await failUncharged(other, claimed)
    expect(await find()).toMatchObject({ status: 'refunded' })
    const { told, balance } = await finish()
    expect(balance).toBe(100)
    if (interrupted) expect(told).toMatchObject(interrupted)
    else expect(told).toBeUndefined()
  })
})

it('tells that it is open where another has taken it up and may charge it yet', async () => {
  const { claimed, finish } = await chargeLate('insert', charge)
  expect(await finish()).toMatchObject({
    told: { code: 'unsettled', data: { id: claimed.id } },
    balance: 100,
  })
})

it('charges in time what was held up for a while', async () => {
  const store = await openStore()
  const clock = createVirtualClock()
  const { slow, reached, release } = holdUp(store.ledger, 'insert')
  const ledger = createLedger(slow, clock)
  const direct = createLedger(store.ledger, clock)
  await direct.append({ wallet: 'ada', kind: 'grant', key: 'first', amount: 10, reference: '' })
  const until = clock.now() + 1_000
  const spend = { wallet: 'ada', kind: 'spend', key: 'spend', amount: -10, reference: '' } as const
  const spending = ledger.append(spend, until)
  await reached
  await direct.append({ wallet: 'ada', kind: 'grant', key: 'second', amount: 1, reference: '' })
  clock.advance(999)
  release()
  expect(await spending).toMatchObject({ balance: 1 })
})
