/** Asks the image host for many pictures one after the other, past those that it fails at, and not for ever. */
import type { Clock } from '#core/clock.ts'

export interface HostRound {
  /**
   * What the work answers with; `failed` where it rejects, and at once, without asking, when the host has failed at several
   * in a row: it is down, and asking for each of a thousand would take hours.
   */
  ask<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer } | 'failed'>
  /** How many were not done. */
  countFailed(): number
  /** What the first of them failed by. */
  findFirst(): unknown
}

const mostInARow = 3
/** How long it may fail without doing anything in between. Milliseconds. */
const longestTrouble = 60_000

export function createHostRound(clock: Pick<Clock, 'now'>): HostRound {
  let inARow = 0
  let troubleSince = 0
  let failed = 0
  let first: unknown

  return {
    async ask(work) {
      const began = clock.now()
      if (inARow >= mostInARow || (inARow > 0 && began - troubleSince >= longestTrouble)) {
        failed++
        return 'failed'
      }
      try {
        const answer = await work()
        inARow = 0
        return { answer }
      } catch (error) {
        if (inARow++ === 0) troubleSince = began
        failed++
        first ??= error
        return 'failed'
      }
    },
    countFailed: () => failed,
    findFirst: () => first,
  }
}
