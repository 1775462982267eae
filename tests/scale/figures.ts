/** What a played day comes to. Times are in milliseconds. */
import type { Generation } from '#core/images/generation.ts'

export interface Wait {
  owner: string
  took: number
}

/** The smallest of them that so large a part does not exceed; 0 where there are none. */
export function findPercentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}

/** From the moment that each was accepted to the moment that it was shown. */
export const listWaits = (generations: readonly Generation[]): Wait[] =>
  generations.flatMap((generation) =>
    generation.status === 'delivered'
      ? [{ owner: generation.owner, took: generation.endedAt - generation.createdAt }]
      : [],
  )

/** The waits of the tenth of people who asked most, and of the half who asked least. */
export function partByUse(waits: readonly Wait[]): { heavy: number[]; light: number[] } {
  const byOwner = [...Map.groupBy(waits, ({ owner }) => owner).values()]
    .map((all) => all.map(({ took }) => took))
    .sort((one, other) => other.length - one.length)
  const heavy = byOwner.slice(0, Math.ceil(byOwner.length / 10)).flat()
  const light = byOwner.slice(Math.ceil(byOwner.length / 2)).flat()
  return { heavy, light }
}

/** The most within any minute, and how many of the times begin a minute with more than that. */
export function findBusiest(times: readonly number[], most: number): { busiest: number; over: number } {
  const sorted = times.toSorted((one, other) => one - other)
  let until = 0
  const counts = sorted.map((from, index) => {
    while (until < sorted.length && (sorted[until] ?? 0) < from + 60_000) until++
    return until - index
  })
  return { busiest: Math.max(0, ...counts), over: counts.filter((count) => count > most).length }
}
