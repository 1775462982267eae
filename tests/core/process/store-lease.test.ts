/** A process that works on a store notices, while it works, that the store was carried elsewhere. */
import { describe, expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { createStoreLease } from '#core/process/store-lease.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { carriedTo, carrying } from '#core/store/migration-mark.ts'
import { VersionError } from '#core/store/opening.ts'
import { schemaVersion } from '#core/store/schema/steps.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'
import { useStore } from '#tests/contracts/store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle } from '#tests/settle.ts'
import { createSqlitePlace } from '../store/places.ts'

const place = useStore(createSqlitePlace)

async function startBot(change: (records: RecordStore) => Partial<RecordStore> = () => ({})) {
  const clock = createVirtualClock()
  const { records } = place.store
  const { log, lines } = createRecordedLog()
  const version = { found: schemaVersion }
  async function requireVersion() {
    if (version.found > schemaVersion) throw new VersionError(version.found, schemaVersion)
  }
  const retired: string[] = []
  const bot = createStoreLease({
    records: { ...records, ...change(records) },
    outbound: { retired: ({ message }) => void retired.push(message) },
    owner: 'bot',
    clock,
    log,
    requireVersion,
  })
  await bot.start()

  /** As a process that runs sees it pass: in small steps. */
  async function pass(ms: number) {
    for (let passed = 0; passed < ms; passed += 1_000) {
      clock.advance(1_000)
      await settle()
    }
  }
  /** As a process that stands still sees it pass: at once. */
  async function sleepThrough(ms: number, meanwhile: () => Promise<unknown>) {
    clock.advance(0)
    await meanwhile()
    clock.advance(ms)
    await settle()
  }
  const findLease = () => records.findRecord('lease', 'process:bot', clock.now())
  const markCarried = () => putRecord(records, { ...carriedTo, body: { doneAt: clock.now() } }, clock.now())
  return { bot, clock, version, records, lines, retired, pass, sleepThrough, findLease, markCarried }
}

describe('a process that works on a store', () => {
  it('says so for as long as it works', async () => {
    const { bot, pass, findLease, retired } = await startBot()
    for (let hour = 0; hour < 3; hour++) {
      await pass(200_000)
      expect(await findLease()).toBeDefined()
    }
    expect(retired).toEqual([])
    await bot.stop()
    expect(await findLease()).toBeUndefined()
  })

  it('is told at its next look that the store is of the past, once, and says no more', async () => {
    const { pass, retired, markCarried, findLease } = await startBot()
    await pass(10_000)
    await markCarried()
    await pass(30_000)
    expect(retired).toEqual([expect.stringContaining('set MONGODB_URI')])
    expect(await findLease()).toBeUndefined()
    await pass(100_000)
    expect(retired).toHaveLength(1)
  })

  it('is told as soon as it wakes, and writes nothing before', async () => {
    let writes = 0
    const { sleepThrough, retired, markCarried } = await startBot((records) => ({
      insertRecord(...given) {
        writes++
        return records.insertRecord(...given)
      },
      replaceRecord(...given) {
        writes++
        return records.replaceRecord(...given)
      },
    }))
    const before = writes
    await sleepThrough(95_000, markCarried)
    expect(retired).toHaveLength(1)
    expect(writes).toBe(before)
  })

  it('is told within seconds of waking where its timers slept too', async () => {
    const { clock, pass, retired, markCarried } = await startBot()
    await pass(1_000)
    const { now } = clock
    clock.now = () => now() + 95_000
    await markCarried()
    await pass(5_000)
    expect(retired).toHaveLength(1)
  })

  it('is told while the store is being carried', async () => {
    const { clock, records, sleepThrough, retired } = await startBot()
    const lease = { ...carrying, expiresAt: clock.now() + 600_000, body: { owner: 'operator' } }
    await sleepThrough(95_000, () => records.insertRecord(lease, clock.now()))
    expect(retired).toEqual([expect.stringContaining('being carried elsewhere')])
  })

  it('is told within half a minute that a newer program has brought the store to its version', async () => {
    const { version, pass, retired, findLease } = await startBot()
    await pass(30_000)
    expect(retired).toEqual([])
    version.found = 1_000
    await pass(35_000)
    expect(retired).toEqual([expect.stringContaining('has schema version 1000')])
    expect(await findLease()).toBeUndefined()
  })

  it('goes on through an outage of the store', async () => {
    let isAway = false
    const { pass, retired, lines, findLease } = await startBot((records) => ({
      async findRecord(...given) {
        if (isAway) throw new CoreError('store-unavailable', {})
        return await records.findRecord(...given)
      },
    }))
    isAway = true
    await pass(120_000)
    expect(lines.map(({ text }) => text).join('')).toContain('could not be told')
    isAway = false
    await pass(10_000)
    expect(await findLease()).toBeDefined()
    expect(retired).toEqual([])
  })
})
