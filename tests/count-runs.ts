/** How many random cases a `*.property.test.ts` tries: a third with every change, and all in the proofs. */

/** Out of so many. */
export const countRuns = (all: number): number =>
  process.env.RANDOM_RUNS === 'all' ? all : Math.ceil(all / 3)
