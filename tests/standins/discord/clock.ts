/** The stand-in's time: the machine's, moved forward at will, so that no test waits for a token to expire. */

export interface StandinClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Moves time forward at once; what has expired by then is refused from now on. */
  advance(ms: number): void
}

export function createStandinClock(onAdvance: () => void): StandinClock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    advance(ms) {
      ahead += ms
      onAdvance()
    },
  }
}

/** Discord's epoch: docs.discord.com/developers/reference#snowflakes. */
const epoch = 1_420_070_400_000n

/** Makes ids as Discord does: the time in the upper bits, a counter below, each larger than the one before. */
export function createSnowflakes(clock: { now(): number }): () => string {
  let last = 0n
  return () => {
    const next = (BigInt(clock.now()) - epoch) << 22n
    last = next > last ? next : last + 1n
    return String(last)
  }
}
