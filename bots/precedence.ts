/** Lets acknowledgements, which have three seconds, go before all that calls lead to, on whatever platform. */
import type { Ports } from '#core/index.ts'

export interface Precedence {
  /** Does what goes first. */
  first<Result>(work: () => Promise<Result>): Promise<Result>
  /** Resolves when what goes first and was under way has ended; after two seconds at the latest, for some may hang. */
  passed(): Promise<void>
}

/** Milliseconds. */
const longest = 2_000

export function createPrecedence(clock: Ports['clock']): Precedence {
  const underWay = new Set<Promise<unknown>>()

  return {
    async first(work) {
      const begun = work()
      underWay.add(begun)
      try {
        return await begun
      } finally {
        underWay.delete(begun)
      }
    },
    async passed() {
      if (underWay.size === 0) return
      const enough = new AbortController()
      const waited = clock.sleep(longest, enough.signal).catch(() => undefined)
      await Promise.race([Promise.allSettled(underWay), waited])
      enough.abort()
    },
  }
}
