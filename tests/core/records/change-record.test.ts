/** Writers of one record at the same time: each builds on what the others wrote. */
import { expect, it } from 'vitest'
import { changeRecord, putRecord } from '#core/records/change-record.ts'
import { useStore } from '#tests/contracts/store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createSqlitePlace } from '../store/places.ts'

const place = useStore(createSqlitePlace)
const name = { kind: 'team', key: 'discord:1' } as const

it('loses no change of many at once, and writes nothing where nothing is to change', async () => {
  const clock = createVirtualClock()
  const { records } = place.store
  const find = () => records.findRecord(name.kind, name.key, clock.now())
  const count = () =>
    changeRecord(records, name, clock, async (found) => ({
      ...name,
      body: { count: Number(found?.body.count ?? 0) + 1 },
    }))
  const written = await Promise.all(Array.from({ length: 20 }, count))
  expect(new Set(written.map(({ body }) => body.count)).size).toBe(20)
  expect(await find()).toMatchObject({ version: 20, body: { count: 20 } })
  expect(await changeRecord(records, name, clock, () => undefined)).toBeUndefined()
  expect(await find()).toMatchObject({ version: 20 })
  await putRecord(records, { ...name, body: { last: true } }, clock.now())
  expect(await find()).toMatchObject({ version: 21, body: { last: true } })
})
