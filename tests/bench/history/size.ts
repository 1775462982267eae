/** How large the crowd's store is, and what its size may cost. */

/** `BENCH_GENERATIONS` makes it smaller, to try things out. */
export const picturesInAll = Number(process.env.BENCH_GENERATIONS ?? 1_000_000)

/** Times as long. */
export const bound = 1.5
