/** Notices what Discord delivers twice and what a person presses twice. */
import type { Ports } from '#core/index.ts'

export interface Repeats {
  /** Whether this event came before. */
  has(event: string): boolean
  add(event: string): void
  /** Runs `work` unless the same press is being answered or began a moment ago; says whether it did. */
  once(press: string, work: () => Promise<void>): Promise<boolean>
}

/** Discord delivers again within minutes, if at all; older ones are caught by the core, which knows each call. */
const mostEvents = 5_000
/** Two presses closer than this are a double click. Milliseconds. */
const doubleClick = 1_500

export function createRepeats(clock: Ports['clock']): Repeats {
  const events = new Set<string>()
  const presses = new Set<string>()

  return {
    has: (event) => events.has(event),
    add(event) {
      events.add(event)
      const [oldest] = events
      if (events.size > mostEvents && oldest !== undefined) events.delete(oldest)
    },
    async once(press, work) {
      if (presses.has(press)) return false
      presses.add(press)
      const moment = clock.sleep(doubleClick)
      try {
        await work()
      } finally {
        moment.finally(() => presses.delete(press))
      }
      return true
    },
  }
}
