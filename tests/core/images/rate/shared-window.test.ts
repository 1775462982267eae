/** The rate that several processes keep: no minute sees more pictures than agreed, whichever of them begins them. */
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { longestSkew } from '#core/clock.ts'
import { countedFor, createSharedWindow } from '#core/images/rate/shared-window.ts'
import { createVendorRate, type VendorRate } from '#core/images/rate/vendor-rate.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Store } from '#core/store/store.ts'
import type { StorePlace } from '#tests/contracts/store.ts'
import { createMongoPlace, createSqlitePlace } from '#tests/core/store/places.ts'
import { createVirtualClock, type VirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle as becomeQuiet } from '#tests/settle.ts'

interface Begun {
  at: number
  pictures: number
}

/** The most pictures begun in any 60 seconds. */
function findBusiest(begun: readonly Begun[]): number {
  const inWindow = (from: number) => begun.filter(({ at }) => at >= from && at < from + 60_000)
  return Math.max(0, ...begun.map(({ at }) => inWindow(at).reduce((sum, { pictures }) => sum + pictures, 0)))
}

/** The same records, and how much is being asked of them: time is to stand still meanwhile, as good as it does. */
function watch(records: RecordStore) {
  let underWay = 0
  const watched = new Proxy(records, {
    get:
      (target, key) =>
      async (...parts: unknown[]) => {
        underWay++
        try {
          return await Reflect.apply(Reflect.get(target, key), target, parts)
        } finally {
          underWay--
        }
      },
  })
  return { records: watched, isIdle: () => underWay === 0 }
}

/** `pause`: what of the rest of the process is waited for, again and again. */
function testSharedRate(
  name: string,
  createPlace: () => Promise<StorePlace>,
  runs: number,
  pause: () => Promise<void>,
): void {
  describe(`on ${name}`, () => {
    let place: StorePlace
    let store: Store
    let clock: VirtualClock
    let rates: VendorRate[]
    let watched: ReturnType<typeof watch>
    let owners = 0

    beforeEach(async () => {
      place = await createPlace()
      store = await place.open()
      watched = watch(store.records)
      clock = createVirtualClock()
      rates = []
    })
    afterEach(async () => {
      await Promise.allSettled(rates.map((rate) => rate.stop()))
      await store.close()
      await place.remove()
    })

    /** A process's view of the minute; its machine's clock may be so many milliseconds fast. */
    const openWindow = (perMinute: number, fast = 0) => {
      const ownClock = { ...clock, now: () => clock.now() + fast }
      const owner = `process:${owners++}`
      const window = createSharedWindow({ records: watched.records, perMinute, clock: ownClock, owner })
      return { window, ownClock }
    }
    const open = (perMinute: number, fast = 0) => {
      const { window, ownClock } = openWindow(perMinute, fast)
      const rate = createVendorRate({ atOnce: 100 }, window, ownClock)
      rates.push(rate)
      return rate
    }
    /** Lets everything run that can without time passing; the limiter begins what it may by timers of its own. */
    const settle = async () => {
      for (let quiet = 0; quiet < 3; quiet = watched.isIdle() ? quiet + 1 : 0) await pause()
    }

    it('says whether others wait as well', async () => {
      const [one, other] = [openWindow(1).window, openWindow(1).window]
      await one.take(1, clock.now())
      expect(await one.take(1, clock.now())).toMatchObject({ hasOthers: false })
      expect(await other.take(1, clock.now())).toMatchObject({ hasOthers: true })
      expect(await one.take(1, clock.now())).toMatchObject({ hasOthers: true })
      await one.leave()
      expect(await other.take(1, clock.now())).toMatchObject({ hasOthers: false })
    })

    it('begins what a minute allows, all processes together, and the rest when it is over', async () => {
      const begun: number[] = []
      const ask = (rate: VendorRate, pictures: number) =>
        rate.run(pictures, async () => void begun.push(pictures))
      const [one, other] = [open(4), open(4)]
      await ask(one, 3)
      const late = [ask(other, 2)]
      await ask(one, 1)
      await settle()
      expect(begun).toEqual([3, 1])
      clock.advance(countedFor - 5_000)
      await settle()
      expect(begun).toEqual([3, 1])
      for (let step = 0; step < 3; step++) {
        clock.advance(5_000)
        await settle()
      }
      await Promise.all(late)
      expect(begun).toEqual([3, 1, 2])
    })

    it('sees no busier minute where the clocks are as far apart as a store allows', async () => {
      const begun: Begun[] = []
      const [fast, slow] = [open(20, longestSkew), open(20, -longestSkew)]
      const ask = (rate: VendorRate, until: Promise<void>) =>
        rate.run(20, async (turn) => {
          await until
          await turn()
          begun.push({ at: clock.now(), pictures: 20 })
        })
      const hesitating = Promise.withResolvers<void>()
      const first = ask(slow, hesitating.promise)
      await settle()
      clock.advance(900)
      hesitating.resolve()
      await first
      const second = ask(fast, Promise.resolve())
      await settle()
      for (let step = 0; begun.length < 2; step++) {
        clock.advance(200)
        if (step > 270) await settle()
      }
      await second
      expect(findBusiest(begun)).toBe(20)
      expect((begun[1]?.at ?? 0) - (begun[0]?.at ?? 0)).toBeLessThan(65_000)
    })

    /** Lets so many milliseconds pass, in steps that everything asked meanwhile is done within. */
    const pass = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 500) {
        clock.advance(500)
        await settle()
      }
    }

    it('lets many pictures begin though another process always has a single one waiting', async () => {
      const [one, other] = [open(20), open(20)]
      let singles = 0
      const askOn = async () => {
        for (;;) await one.run(1, async () => void singles++)
      }
      for (let start = 0; start < 20; start++) {
        await one.run(1, async () => undefined)
        await pass(3_000)
      }
      const asking = askOn().catch((error: unknown) => error)
      const from = clock.now()
      let at = Number.POSITIVE_INFINITY
      const many = other.run(4, async () => {
        at = clock.now()
      })
      while (at > clock.now() && clock.now() < from + 200_000) await pass(5_000)
      expect(at - from).toBeLessThan(60_000)
      const before = singles
      await pass(60_000)
      expect(singles - before).toBeGreaterThan(12)
      await many
      one.stop()
      expect(await asking).toMatchObject({ code: 'stopping' })
    })

    it('leaves room for one that waited longer, but not for a process that died', async () => {
      const one = open(4)
      const { window: dying } = openWindow(4)
      await one.run(4, async () => undefined)
      const since = clock.now()
      await dying.take(4, since)
      await pass(60_000)
      await dying.take(4, since)
      let begun = 0
      const waiting = one.run(1, async () => void begun++)
      await pass(10_000)
      expect(begun).toBe(0)
      await pass(20_000)
      expect(begun).toBe(1)
      await waiting
    })

    it('leaves no room for a process that stopped', async () => {
      const [one, other] = [open(4), open(4)]
      await one.run(4, async () => undefined)
      const many = other.run(4, async () => undefined).catch((error: unknown) => error)
      await pass(60_000)
      let begun = 0
      const waiting = one.run(1, async () => void begun++)
      await pass(1_000)
      other.stop()
      expect(await many).toMatchObject({ code: 'stopping' })
      await pass(8_000)
      expect(begun).toBe(1)
      await waiting
    })

    it('writes no more while it waits than that it still does', async () => {
      const [one, other] = [open(4), open(4)]
      await one.run(4, async () => undefined)
      const late = other.run(4, async () => undefined)
      await pass(60_000)
      const record = await store.records.findRecord('pace', 'pictures', clock.now())
      expect(record?.version).toBeLessThan(9)
      await pass(8_000)
      await late
      expect((await store.records.findRecord('pace', 'pictures', clock.now()))?.body).toMatchObject({
        waiters: [],
      })
    })

    it('does not count what was not begun', async () => {
      const [one, other] = [open(4), open(4)]
      for (let time = 0; time < 3; time++) await one.run(4, () => undefined)
      let begun = 0
      await other.run(4, async () => void begun++)
      expect(begun).toBe(1)
    })

    it('lets go of what waits when it stops', async () => {
      const [one, other] = [open(4), open(4)]
      await one.run(4, async () => undefined)
      const waiting = other.run(1, async () => undefined).catch((error: unknown) => error)
      await settle()
      await other.stop()
      expect(await waiting).toMatchObject({ code: 'stopping' })
    })

    it(`sees no busier minute in ${runs} random runs of three processes`, async () => {
      const ask = fc.record({
        process: fc.nat(2),
        pictures: fc.integer({ min: 1, max: 4 }),
        requests: fc.constantFrom(1, 1, 1, 2),
        wait: fc.nat(30_000),
      })
      let waited = 0
      await fc.assert(
        fc.asyncProperty(fc.array(ask, { minLength: 4, maxLength: 14 }), async (asked) => {
          await store.records.removeRecord('pace', 'pictures')
          const begun: Begun[] = []
          const three = [open(6), open(6), open(6)]
          const all = asked.map(({ process, pictures, requests, wait }) => {
            const run = three[process]?.run(pictures, async (turn) => {
              for (let request = 0; request < requests; request++) {
                await turn()
                begun.push({ at: clock.now(), pictures })
              }
            })
            clock.advance(wait)
            return run
          })
          const wanted = asked.reduce((sum, { requests }) => sum + requests, 0)
          while (begun.length < wanted) {
            await settle()
            if (begun.length === wanted) continue
            waited++
            clock.advance(1_000)
          }
          await Promise.all(all)
          expect(findBusiest(begun)).toBeLessThanOrEqual(6)
        }),
        { numRuns: runs },
      )
      expect(waited).toBeGreaterThan(runs)
    })
  })
}

testSharedRate('SQLite', createSqlitePlace, 8, becomeQuiet)
describe.skipIf(!process.env.MONGODB_URI)('with a server', () => {
  // Its client looks at its connections ten times a second, and is never quiet.
  testSharedRate('MongoDB', createMongoPlace, 5, () => sleep(1))
})
