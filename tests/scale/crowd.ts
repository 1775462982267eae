/** People who ask as people do: few for much, many for little. */
import type { Random } from '#tests/crash/kill/random.ts'

/** Weights by Zipf's law: the so-manieth person asks as often as that number's inverse, to this power, says. */
export function weighByZipf(people: number, exponent: number): number[] {
  const raw = Array.from({ length: people }, (_, index) => 1 / (index + 1) ** exponent)
  const sum = raw.reduce((total, each) => total + each, 0)
  return raw.map((each) => each / sum)
}

/** The place of whoever asks next, from 0 up, by these weights, which sum up to 1. */
export function pick(weights: readonly number[], random: Random): number {
  let left = random()
  const found = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return found < 0 ? weights.length - 1 : found
}

/** Until the next of them asks, where so many a second do, each when they like. Milliseconds. */
export const pauseBetween = (perSecond: number, random: Random): number =>
  (-Math.log(1 - random()) * 1_000) / perSecond

/** How long the vendor takes over one: half of them longer than the median, and one in forty over twice as long. Milliseconds. */
export function drawingTime(median: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.round(median * Math.exp(0.35 * normal))
}
