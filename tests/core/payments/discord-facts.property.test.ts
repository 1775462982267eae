/** The ledger's end depends on who bought what, what was given back and who is linked, whatever came of telling the bot. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bothPlaces } from '#tests/core/store/places.ts'
import { countRuns } from '#tests/count-runs.ts'
import type { TroubleKind } from '#tests/standins/discord/trouble.ts'
import { openWorld, type Step } from './discord-world.ts'
import { createMemoryStore } from './memory.ts'

const kinds: readonly TroubleKind[] = [
  { status: 502 },
  'reset',
  { rateLimit: 'user', retryAfter: 1 },
  { refusal: 'missingAccess' },
  { page: 403 },
]
const who = fc.nat(2)
const any = fc.nat(30)
const trouble = fc.record({
  kind: fc.constantFrom(...kinds),
  times: fc.integer({ min: 1, max: 6 }),
  afterwards: fc.boolean(),
})

const often = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary })
const step: fc.Arbitrary<Step> = fc.oneof(
  often(5, fc.record({ do: fc.constant('buy'), who, sku: fc.nat(1) })),
  often(6, fc.record({ do: fc.constant('tell'), event: any, times: fc.integer({ min: 1, max: 3 }) })),
  often(2, fc.record({ do: fc.constant('refund'), order: any })),
  often(2, fc.record({ do: fc.constant('link'), who })),
  often(2, fc.record({ do: fc.constant('spend'), who })),
  often(2, fc.record({ do: fc.constant('fail'), trouble })),
  often(1, fc.constantFrom<Step>({ do: 'look' }, { do: 'restart' })),
  often(1, fc.record({ do: fc.constant('crash'), writes: fc.nat(6) })),
)
const steps = fc.array(step, { minLength: 3, maxLength: 25 })

async function play(store: Parameters<typeof openWorld>[0], taken: readonly Step[]): Promise<void> {
  const world = await openWorld(store)
  for (const each of taken) await world.take(each)
  await endAsDue(world)
}

async function endAsDue(world: Awaited<ReturnType<typeof openWorld>>): Promise<void> {
  await world.end()
  for (const { found, due } of await world.compare()) expect(found).toEqual(due)
  for (const { found, due } of await world.balances()) expect(found).toBe(due)
}

it('is so where a look is kept, and goes on in the old process too, after a refund that it has passed', async () => {
  const store = createMemoryStore()
  const [passed, restarted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { insertRecord } = store.records
  let leases = 0
  store.records.insertRecord = async (record, now) => {
    if (record.kind === 'lease' && ++leases === 2) restarted.resolve()
    if (record.kind !== 'look') return await insertRecord(record, now)
    passed.resolve()
    await restarted.promise
    return await insertRecord(record, now)
  }
  const world = await openWorld(store)
  await world.take({ do: 'buy', who: 0, sku: 0 })
  await world.take({ do: 'link', who: 0 })
  await passed.promise
  await world.take({ do: 'look' })
  await world.take({ do: 'refund', order: 0 })
  await endAsDue(world)
})

it('is so in random runs in which the store may go down at any write', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (taken) => play(createMemoryStore(), taken)),
    { numRuns: countRuns(200) },
  )
})

it.each(bothPlaces)('is so on $name', async ({ create }) => {
  const place = await create()
  const store = await place.open()
  await fc.assert(
    fc.asyncProperty(steps, (taken) => play(store, taken)),
    { numRuns: countRuns(40) },
  )
  await store.close()
  await place.remove()
})
