/** Measures two pieces of work by turns, so that whatever else the machine does meets both alike. */

export type Work = () => Promise<unknown> | unknown

export interface Comparison {
  /** Medians, in milliseconds. */
  ours: number
  beside: number
  /** How many times as long ours takes. */
  ratio: number
}

export interface CompareOptions {
  /** How often each is measured, after a tenth as often unmeasured. */
  rounds: number
  /** Done before each measured turn of ours, unmeasured. */
  between?: Work
}

export async function compare(
  ours: Work,
  beside: Work,
  { rounds, between }: CompareOptions,
): Promise<Comparison> {
  const times = { ours: [] as number[], beside: [] as number[] }
  const takeTurn = async (whose: 'ours' | 'beside') => {
    if (whose === 'ours') await between?.()
    times[whose].push(await time(whose === 'ours' ? ours : beside))
  }
  const warmUp = Math.ceil(rounds / 10)
  for (let round = -warmUp; round < rounds; round++) {
    if (round === 0) Object.assign(times, { ours: [], beside: [] })
    // Whoever comes second may find caches warm.
    const order = round % 2 === 0 ? (['ours', 'beside'] as const) : (['beside', 'ours'] as const)
    for (const whose of order) await takeTurn(whose)
  }
  const medians = { ours: findMedian(times.ours), beside: findMedian(times.beside) }
  return { ...medians, ratio: medians.ours / medians.beside }
}

/** In milliseconds. */
export async function time(work: Work): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export function findMedian(values: readonly number[]): number {
  return findQuantile(values, 0.5)
}

/** The smallest value that at least this share of them do not exceed. */
export function findQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN
}

/** Both medians, for whoever reads a ratio. */
export function renderMedians({ ours, beside }: Comparison): string {
  return `${renderTime(ours)} beside ${renderTime(beside)}`
}

const renderTime = (ms: number) => (ms < 1 ? `${Math.round(ms * 1_000)} µs` : `${ms.toFixed(1)} ms`)
