/** What a played day is judged by. */
import { expect, it } from 'vitest'
import { createRandom } from '#tests/crash/kill/random.ts'
import { drawingTime, pauseBetween, pick, weighByZipf } from './crowd.ts'
import { findBusiest, findPercentile, partByUse } from './figures.ts'

it('finds the busiest minute, and how many are over the limit', () => {
  const times = [0, 59_999, 60_000, 100_000, 119_998, 500_000]
  expect(findBusiest(times, 3)).toEqual({ busiest: 4, over: 1 })
  expect(findBusiest([], 3)).toEqual({ busiest: 0, over: 0 })
})

it('finds percentiles', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0.5, 0.99, 1].map((part) => findPercentile(values, part))).toEqual([50, 99, 100])
  expect(findPercentile([], 0.5)).toBe(0)
})

it('tells those who ask much from those who ask little', () => {
  const waits = ['ann', 'ann', 'ann', 'bob', 'bob', 'cyd'].map((owner, took) => ({ owner, took }))
  expect(partByUse(waits)).toEqual({ heavy: [0, 1, 2], light: [5] })
})

it('lets people ask as Zipf found, when they like, and the vendor take its time', () => {
  const random = createRandom(1)
  const weights = weighByZipf(4, 1)
  const counts = [0, 0, 0, 0]
  for (let asked = 0; asked < 2_500; asked++) {
    const who = pick(weights, random)
    counts[who] = (counts[who] ?? 0) + 1
  }
  expect(counts.map((count) => Math.round(count / 100))).toEqual([12, 6, 4, 3])
  const mean = (next: () => number) =>
    Array.from({ length: 5_000 }, next).reduce((sum, each) => sum + each) / 5_000
  expect(mean(() => pauseBetween(10, random))).toBeCloseTo(100, -1)
  const times = Array.from({ length: 5_000 }, () => drawingTime(6_000, random))
  expect(findPercentile(times, 0.5) / 6_000).toBeCloseTo(1, 1)
})
