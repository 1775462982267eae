/** What a process takes of the shared window beyond what it is asked for: it asks the store seldom, and no minute sees more. */
import { describe, expect, it } from 'vitest'
import { countedFor, createSharedWindow } from '#core/images/rate/shared-window.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { bothPlaces, openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const perMinute = 40

async function open(create: (typeof bothPlaces)[number]['create']) {
  const { records } = await openStore(create)
  const clock = createVirtualClock()
  let writes = 0
  const counted: RecordStore = {
    ...records,
    replaceRecord: (record) => {
      writes++
      return records.replaceRecord(record)
    },
  }
  const openWindow = (owner: string) => createSharedWindow({ records: counted, perMinute, clock, owner })
  /** Takes one at a time, until there is no room; answers with how many. */
  async function take(window: ReturnType<typeof openWindow>, most = perMinute + 1): Promise<number> {
    for (let taken = 0; taken < most; taken++) {
      if ('wait' in (await window.take(1, clock.now()))) return taken
    }
    return most
  }
  return { clock, openWindow, take, countWrites: () => writes }
}

describe.each(bothPlaces)('on $name', ({ create }) => {
  it('writes a few times for many, and lets all of the minute be used', async () => {
    const { openWindow, take, countWrites } = await open(create)
    const window = openWindow('a')
    expect(await take(window, 24)).toBe(24)
    expect(countWrites()).toBeLessThanOrEqual(6)
    expect(await take(window)).toBe(perMinute - 24)
  })

  it('counts what died with its process as begun, until its minute is over', async () => {
    const { clock, openWindow, take } = await open(create)
    expect(await take(openWindow('a'), 7)).toBe(7)
    const other = openWindow('b')
    const left = await take(other)
    expect(left).toBeLessThanOrEqual(perMinute - 7)
    expect(left).toBeGreaterThanOrEqual(perMinute - 16)
    clock.advance(countedFor + 100)
    expect(await take(other)).toBe(perMinute)
  })

  it('gives back what did not come to use, with what it takes next', async () => {
    const { clock, openWindow, take } = await open(create)
    const [window, other] = [openWindow('a'), openWindow('b')]
    expect(await take(window, 7)).toBe(7)
    clock.advance(2_000)
    expect(await take(window, 1)).toBe(1)
    expect(await take(other)).toBe(perMinute - 8)
  })

  it('takes none beyond its own where others wait', async () => {
    const { clock, openWindow, take } = await open(create)
    const [window, other] = [openWindow('a'), openWindow('b')]
    expect(await take(window)).toBe(perMinute)
    expect(await take(other)).toBe(0)
    clock.advance(15_000)
    expect(await take(other)).toBe(0)
    clock.advance(countedFor - 15_000 + 100)
    expect(await take(window, 3)).toBe(3)
    expect(await take(other)).toBe(perMinute - 3)
  })
})
