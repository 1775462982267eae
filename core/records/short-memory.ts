/** A short memory of what is read often and seldom changes: for what nobody is harmed by seeing a little late. */
import type { Clock } from '#core/clock.ts'

/** How long another process's change may go unseen. Milliseconds. */
export const rememberedFor = 10_000
/** Beyond that many the oldest are forgotten. */
const mostRemembered = 10_000

export interface ShortMemory<Answer> {
  /** As it was read here within the last seconds, or reads it. */
  find(key: string, read: () => Promise<Answer>): Promise<Answer>
  /** This process has changed it: it is read anew. */
  forget(key: string): void
}

export function createShortMemory<Answer>(clock: Pick<Clock, 'now'>): ShortMemory<Answer> {
  const known = new Map<string, { answer: Promise<Answer>; until: number }>()

  return {
    find(key, read) {
      const found = known.get(key)
      if (found && found.until > clock.now()) return found.answer
      // Kept from the start of reading: what is forgotten meanwhile is not remembered as it was before.
      const answer = read()
      known.delete(key)
      known.set(key, { answer, until: clock.now() + rememberedFor })
      for (const oldest of known.keys()) if (known.size > mostRemembered) known.delete(oldest)
      answer.catch(() => known.get(key)?.answer === answer && known.delete(key))
      return answer
    },
    forget: (key) => void known.delete(key),
  }
}
