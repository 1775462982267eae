/** The limits of the free utilities hold for whoever asks, in one team and over all processes, on both stores. */
import { describe, expect, it } from 'vitest'
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import type { Store } from '#core/store/store.ts'
import { createUtilityLimits } from '#core/utilities/limits.ts'
import type { StorePlace } from '#tests/contracts/store.ts'
import { createMongoPlace, createSqlitePlace, openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const rules = { utilitiesPerPerson: 3, utilitiesPerTeam: 5 }
const hash = createDurableHash(async () => 'a secret')

/** A process: answers with how many are not refused of so many at once. */
function openProcess({ records }: Pick<Store, 'records'>, clock: Clock) {
  const usual = { utilitiesPerPerson: 30, utilitiesPerTeam: 300 }
  const take = createUtilityLimits({ records, clock, hash }, usual)
  return async (count: number, user = 'ann', team = 'T') => {
    const origin = { platform: 'slack', address: {}, team } as const
    const asking = { user: { platform: 'slack', user, name: user }, origin } as const
    const asked = await Promise.allSettled(Array.from({ length: count }, () => take(asking)))
    return asked.filter(({ status }) => status === 'fulfilled').length
  }
}

/** The same records, and how often they were written. */
function countWrites(records: RecordStore) {
  let writes = 0
  const count = <Given extends unknown[]>(write: (...given: Given) => Promise<boolean>) => {
    return (...given: Given) => {
      writes++
      return write(...given)
    }
  }
  const { insertRecord, replaceRecord } = records
  return {
    records: { ...records, insertRecord: count(insertRecord), replaceRecord: count(replaceRecord) },
    take: () => {
      const taken = writes
      writes = 0
      return taken
    },
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)

function testLimits(createPlace: () => Promise<StorePlace>): void {
  it('writes once for a tenth of what is free, and not for who is known to have had all', async () => {
    const clock = createVirtualClock()
    const { records } = await openStore(createPlace)
    const counted = countWrites(records)
    const ask = openProcess(counted, clock)
    const people = Array.from({ length: 20 }, (_, person) => `person ${person}`)
    const allowed = await Promise.all(people.map((person) => ask(9, person)))
    expect([allowed, counted.take()]).toEqual([people.map(() => 9), 20 * 3 + 6])
    expect([await ask(31, 'ann', 'U'), counted.take()]).toEqual([30, 11])
    expect([await ask(9, 'ann', 'U'), counted.take()]).toEqual([0, 0])
    clock.advance(600_000)
    expect([await ask(31, 'ann', 'U'), counted.take()]).toEqual([30, 11])
  })

  it('gives nobody more over several processes and their restarts, and few less', async () => {
    const clock = createVirtualClock()
    const store = await openStore(createPlace)
    const open = () => openProcess(store, clock)
    const three = [open(), open(), open()]
    expect(sum(await Promise.all(three.map((ask) => ask(30))))).toBe(30)
    const ended = open()
    expect(await ended(1, 'ben')).toBe(1)
    clock.advance(60_000)
    expect(sum(await Promise.all([open(), open()].map((ask) => ask(30, 'ben'))))).toBe(27)
    clock.advance(540_000)
    // What is left of a block ends with its ten minutes.
    expect(await ended(40, 'ben')).toBe(30)
    expect(await open()(1, 'ben')).toBe(0)
  })

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
