/** A charge that its process is held up in comes to nothing once another has ended the generation. */

import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { longestDifference } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { charge, type EndingPorts, failUncharged } from '#core/images/drawing/ending.ts'
import { createKeeping } from '#core/images/drawing/keeping.ts'
import { claim, leaseLength } from '#core/images/drawing/leases.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createGeneration, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { createFolder } from '#tests/temporary-folder.ts'

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

it.each([
  ['findLast', charge, 0],
  ['insert', charge, 0],
  ['findLast', failUncharged, 0],
  ['insert', failUncharged, 0],
  ['findLast', charge, longestDifference],
  ['insert', failUncharged, longestDifference],
] as const)('held up in %s of %s, by a clock that is %i ms slow', async (held, step, late) => {
  const store = await createSqliteStore({ file: join(createFolder(), 'store.sqlite') })
  onTestFinished(() => store.close())
  const clock = createVirtualClock()
  const createProcess = (owner: string, entries: LedgerStore, behind: number) => {
    const ownClock = { ...clock, now: () => clock.now() - behind }
    const ledger = createLedger(entries, ownClock)
    const holding = { generations: store.generations, clock: ownClock, log: silent, owner }
    const host = { put: refuse, read: refuse, remove: refuse }
    return { ...holding, ledger, host, keeping: createKeeping(holding) } satisfies EndingPorts
  }
  const { slow, reached, release } = holdUp(store.ledger, held)
  const one = createProcess('one', slow, late)
  const other = createProcess('other', store.ledger, 0)
  const ledger = createLedger(store.ledger, clock)
  const write = (kind: 'grant' | 'spend', key: string, amount: number) =>
    ledger.append({ wallet: 'ada', kind, key, amount, reference: '' })

  await write('grant', 'first', 10)
  const lease = { owner: 'one', until: clock.now() - late + leaseLength }
  const made = await record(store, createGeneration({ owner: 'ada', price: 10, lease }))
  const charging = step(one, made).catch((error: unknown) => error)
  await reached
  await write('spend', 'spend:something else', -10)
  clock.advance(leaseLength - late)
  const claimed = await claim(other, made)
  await failUncharged(other, claimed ?? made)
  expect(await store.generations.find({ id: made.id })).toMatchObject({ status: 'refunded' })
  await write('grant', 'second', 100)
  release()
  expect(await charging).toMatchObject({ code: 'interrupted' })
  expect(await ledger.findBalance('ada')).toBe(100)
})

it('charges in time what was held up for a while', async () => {
  const store = await createSqliteStore({ file: join(createFolder(), 'store.sqlite') })
  onTestFinished(() => store.close())
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
