/** A gate: so much of a kind of work goes on at once, and the rest waits in line. */

/** Answers or rejects as the work does. */
export type Pass = <Answer>(work: () => Promise<Answer>) => Promise<Answer>

export function createGate(places: number): Pass {
  const waiting: (() => void)[] = []
  let free = places

  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // Whoever waits longest takes the place over; it is never free in between.
      if (next) next()
      else free++
    }
  }
}
