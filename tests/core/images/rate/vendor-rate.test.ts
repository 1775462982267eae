/** The rate: no minute sees more pictures than agreed, and what was not begun does not count. */
import { expect, it, onTestFinished } from 'vitest'
import { createLocalWindow } from '#core/images/rate/local-window.ts'
import { createVendorRate } from '#core/images/rate/vendor-rate.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle } from '#tests/settle.ts'

function open({ perMinute, atOnce }: { perMinute: number; atOnce: number }) {
  const clock = createVirtualClock()
  const rate = createVendorRate({ atOnce }, createLocalWindow(perMinute, clock), clock)
  onTestFinished(() => rate.stop())
  const begun: number[] = []
  const ask = (pictures: number, work: Promise<void> = Promise.resolve()) =>
    rate.run(pictures, () => {
      begun.push(pictures)
      return work
    })
  return { clock, rate, begun, ask }
}

it('begins again what a minute allows when the minute is over, and not before', async () => {
  const { clock, begun, ask } = open({ perMinute: 4, atOnce: 100 })
  const asked = [ask(2), ask(1), ask(1), ask(1), ask(3)]
  await settle()
  expect(begun).toEqual([2, 1, 1])
  clock.advance(59_999)
  await settle()
  expect(begun).toEqual([2, 1, 1])
  clock.advance(1)
  await Promise.all(asked)
  expect(begun).toEqual([2, 1, 1, 1, 3])
})

it('lets fewer pictures go before more, so that a few free places are used', async () => {
  const { clock, begun, ask } = open({ perMinute: 4, atOnce: 100 })
  await ask(4)
  const asked = [ask(4), ask(1), ask(2)]
  await settle()
  clock.advance(60_000)
  await Promise.all(asked.slice(1))
  expect(begun).toEqual([4, 1, 2])
  clock.advance(60_000)
  await asked[0]
})

it('counts a minute from each request, so that no window of a minute sees more', async () => {
  const { clock, begun, ask } = open({ perMinute: 4, atOnce: 100 })
  await ask(2)
  clock.advance(50_000)
  await ask(2)
  const late = ask(2)
  await settle()
  clock.advance(5_000)
  await settle()
  clock.advance(5_000)
  await late
  const last = ask(1)
  await settle()
  expect(begun).toEqual([2, 2, 2])
  clock.advance(49_999)
  await settle()
  expect(begun).toEqual([2, 2, 2])
  clock.advance(1)
  await last
  expect(begun).toEqual([2, 2, 2, 1])
})

it('has no more pictures under way at once than agreed', async () => {
  const { begun, ask } = open({ perMinute: 100, atOnce: 4 })
  const first = Promise.withResolvers<void>()
  const asked = [ask(4, first.promise), ask(1)]
  await settle()
  expect(begun).toEqual([4])
  first.resolve()
  await Promise.all(asked)
  expect(begun).toEqual([4, 1])
})

it('does not count what was not begun', async () => {
  const { rate, begun, ask } = open({ perMinute: 4, atOnce: 100 })
  for (let time = 0; time < 5; time++) await rate.run(4, () => undefined)
  await ask(4)
  expect(begun).toEqual([4])
})

it('says `queue-full` rather than dropping what was asked earlier', async () => {
  const { clock, begun, ask } = open({ perMinute: 4, atOnce: 100 })
  const accepted = Array.from({ length: 101 }, () => ask(4))
  const refused = Array.from({ length: 5 }, () => ask(4))
  for (const each of refused) await expect(each).rejects.toMatchObject({ code: 'queue-full' })
  for (const each of accepted) {
    await each
    clock.advance(60_000)
  }
  expect(begun).toHaveLength(101)
})

it('drops what has not begun when it stops', async () => {
  const { rate, begun, ask } = open({ perMinute: 4, atOnce: 100 })
  await ask(4)
  const waiting = ask(4).catch((error: unknown) => error)
  await settle()
  rate.stop()
  expect(await waiting).toMatchObject({ code: 'stopping' })
  expect(begun).toEqual([4])
})

it('counts from the request itself where that comes late, and each further request for itself', async () => {
  const { clock, rate, begun, ask } = open({ perMinute: 4, atOnce: 100 })
  const go = Promise.withResolvers<void>()
  const asked: number[] = []
  const work = rate.run(2, async (turn) => {
    await go.promise
    await turn()
    asked.push(clock.now())
    await turn()
    asked.push(clock.now())
  })
  await settle()
  const from = clock.now()
  clock.advance(50_000)
  go.resolve()
  await work
  expect(asked).toEqual([from + 50_000, from + 50_000])
  const next = ask(1)
  await settle()
  clock.advance(59_999)
  await settle()
  expect(begun).toEqual([])
  clock.advance(1)
  await next
  expect(begun).toEqual([1])
})

it('takes anew what comes so late that it counts no longer', async () => {
  const { clock, rate, ask } = open({ perMinute: 4, atOnce: 100 })
  const go = Promise.withResolvers<void>()
  let asked = false
  const work = rate.run(2, async (turn) => {
    await go.promise
    await turn()
    asked = true
  })
  await settle()
  clock.advance(61_000)
  await ask(4)
  go.resolve()
  await settle()
  expect(asked).toBe(false)
  clock.advance(60_000)
  await work
})

it('lets no request be repeated once it has stopped', async () => {
  const { rate } = open({ perMinute: 4, atOnce: 100 })
  const refused = Promise.withResolvers<unknown>()
  void rate.run(4, async (turn) => {
    await turn()
    await turn().catch(refused.resolve)
  })
  await settle()
  rate.stop()
  expect(await refused.promise).toMatchObject({ code: 'stopping' })
})
