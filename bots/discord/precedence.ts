/** Lets acknowledgements, which have three seconds, go before the work that they lead to. */
import type { Ports } from '#core/index.ts'

export interface Precedence {
  /** Does what goes first. */
  first<Result>(work: () => Promise<Result>): Promise<Result>
  /** Resolves when nothing that goes first is under way; after a second at the latest, for one of them may hang. */
  passed(): Promise<void>
}

/** Milliseconds. */
const longest = 1_000

export function createPrecedence(clock: Ports['clock']): Precedence {
  let underWay = 0
  const waiting = new Set<() => void>()

  return {
    async first(work) {
      underWay += 1
      try {
        return await work()
      } finally {
        underWay -= 1
        if (underWay === 0) for (const go of waiting) go()
      }
    },
    async passed() {
      if (underWay === 0) return
      const { promise, resolve } = Promise.withResolvers<void>()
      const enough = new AbortController()
      waiting.add(resolve)
      await Promise.race([promise, clock.sleep(longest, enough.signal).catch(() => undefined)])
      waiting.delete(resolve)
      enough.abort()
    },
  }
}
