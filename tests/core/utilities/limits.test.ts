/** The limits of the free utilities hold for whoever asks, in one team and over all processes, on both stores. */
import { describe, expect, it } from 'vitest'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import type { Store } from '#core/store/store.ts'
import { createUtilityLimits } from '#core/utilities/limits.ts'
import type { StorePlace } from '#tests/contracts/store.ts'
import { createMongoPlace, createSqlitePlace } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const rules = { utilitiesPerPerson: 3, utilitiesPerTeam: 5 }
const hash = createDurableHash(async () => 'a secret')

function testLimits(createPlace: () => Promise<StorePlace>): void {
  it('by person and by team, with the time to wait, also after a restart', async () => {
    const place = await createPlace()
    const clock = createVirtualClock()
    const ask = (store: Store, user: string, team?: string) =>
      createUtilityLimits(
        { ...store, clock, hash },
        rules,
      )({
        user: { platform: 'slack', user, name: user },
        origin: { platform: 'slack', address: {}, ...(team && { team }) },
      })
    const store = await place.open()
    const twelve = await Promise.allSettled(Array.from({ length: 12 }, () => ask(store, 'ann', 'T')))
    expect(twelve.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await store.close()
    const next = await place.open()
    clock.advance(60_000)
    const ofPerson = { code: 'too-many-utilities', data: { of: 'person', wait: 540_000 } }
    await expect(ask(next, 'ann')).rejects.toMatchObject(ofPerson)
    for (const user of ['ben', 'cyd']) await ask(next, user, 'T')
    await expect(ask(next, 'dan', 'T')).rejects.toMatchObject({ data: { of: 'team', wait: 540_000 } })
    await ask(next, 'dan', 'U')
    await ask(next, 'dan')
    const kept = JSON.stringify(await next.records.listRecords('limit', undefined, clock.now()))
    expect(kept).not.toMatch(/ann|ben/)
    clock.advance(540_000)
    await ask(next, 'ann', 'T')
    await next.close()
    await place.remove()
  })
}

describe('SQLite', () => testLimits(createSqlitePlace))
describe.skipIf(!process.env.MONGODB_URI)('MongoDB', () => testLimits(createMongoPlace))
