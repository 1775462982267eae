/** What was drawn is reported with what it cost at the vendor, on both stores; what was not drawn costs nothing. */
import { describe, expect, it } from 'vitest'
import { findVendorCost } from '#core/images/charging/vendor-cost.ts'
import { type StorePlace, useStore } from '#tests/contracts/store.ts'
import { createDelivered, createGeneration, record } from '#tests/contracts/store-records.ts'
import { createMongoPlace, createSqlitePlace } from '../store/places.ts'
import { createRig, now } from './ledgers.ts'

const hour = 60 * 60_000
const usage = { inputTokens: 1_000, outputTokens: 1_000 }

it.each([
  ['gpt-image-2', usage, 0.035],
  ['gpt-image-2-2026-04-21', usage, 0.035],
  ['gpt-image-2.6-flare', { ...usage, imageInputTokens: 600 }, 0.0368],
  ['gpt-image-2', { ...usage, imageInputTokens: 9_999 }, 0.109992],
  ['gpt-image-9-eclipse', usage, undefined],
  ['constructor', usage, undefined],
  ['gpt-image-2', undefined, undefined],
] as const)('%s costs of %j: %s', (model, used, cost) => {
  if (cost === undefined) expect(findVendorCost(model, used)).toBeUndefined()
  else expect(findVendorCost(model, used)).toBeCloseTo(cost, 9)
})

function testUsage(createPlace: () => Promise<StorePlace>): void {
  const rig = useStore(createPlace)

  it('tells of each model and quality, and of the newest', async () => {
    const { operations } = createRig(rig.store)
    for (const id of ['ada', 'bob']) await rig.store.accounts.insertAccount({ id, createdAt: 1 })
    const add = (hours: number, parts: Parameters<typeof createDelivered>[0]) =>
      record(rig.store, createDelivered({ model: 'gpt-image-2', createdAt: now - hours * hour, ...parts }))
    const first = await add(3, { usage, price: 20, asked: { count: 2 } })
    const draft = await add(2, { owner: 'bob', usage, price: 1, asked: { quality: 'draft' } })
    const other = await add(1, { model: 'placeholder' })
    await add(1, { repeatOf: first.id, price: 0 })
    await add(50, { usage })
    const lost = { model: 'gpt-image-2', createdAt: now, usage, price: 10 } as const
    const failure = { code: 'hosting-failed', data: {} } as const
    const refunded = await record(rig.store, createGeneration({ ...lost, status: 'refunded', failure }))
    await record(rig.store, createGeneration({ createdAt: now, status: 'refunded', failure }))

    const report = await operations.usage({ age: 24 * hour, limit: 3 })
    expect(report?.totals).toEqual([
      {
        ...{ model: 'gpt-image-2', quality: 'standard', generations: 2, pictures: 3, credits: 20 },
        ...{ cost: expect.closeTo(0.07, 9), unknown: 0 },
      },
      {
        ...{ model: 'gpt-image-2', quality: 'draft', generations: 1, pictures: 1, credits: 1 },
        ...{ cost: expect.closeTo(0.035, 9), unknown: 0 },
      },
      {
        ...{ model: 'placeholder', quality: 'standard', generations: 1, pictures: 1, credits: 10 },
        ...{ cost: 0, unknown: 1 },
      },
    ])
    expect(report?.generations.map(({ id }) => id)).toEqual([refunded.id, other.id, draft.id])
    expect(report?.generations[0]).toEqual({
      ...{ id: refunded.id, account: 'ada', createdAt: now, model: 'gpt-image-2', quality: 'standard' },
      ...{ pictures: 1, credits: 0, tokens: usage, cost: expect.closeTo(0.035, 9) },
    })
    const bob = await operations.usage({ who: 'bob', age: 24 * hour, limit: 0 })
    expect([bob?.totals.map(({ quality }) => quality), bob?.generations]).toEqual([['draft'], []])
    expect(JSON.stringify(report)).not.toContain('red fox')
  })
}

describe('with SQLite', () => testUsage(createSqlitePlace))
describe.skipIf(!process.env.MONGODB_URI)('with MongoDB', () => testUsage(createMongoPlace))
