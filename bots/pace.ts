/** Lets the newest of many things through, one at a time and not too often. */
import type { Ports } from '#core/index.ts'

export interface Pace<Item> {
  /** Takes the place of one that still waits. */
  offer(item: Item): void
  /** Lets nothing more through; resolves when nothing is under way. */
  stop(): Promise<void>
}

/** The first goes at once, later ones at least `every` milliseconds after the one before. `send` must not reject. */
export function createPace<Item>(
  send: (item: Item) => Promise<void>,
  every: number,
  clock: Ports['clock'],
): Pace<Item> {
  const stopped = new AbortController()
  let waiting: { item: Item } | undefined
  let underWay: Promise<void> | undefined

  /** Holds what it sends no longer than that takes: it may show a whole picture. */
  async function sendNewest(): Promise<void> {
    const { item } = waiting ?? {}
    waiting = undefined
    if (item !== undefined) await send(item)
  }

  async function work(): Promise<void> {
    while (waiting && !stopped.signal.aborted) {
      const began = clock.now()
      await sendNewest()
      await clock.sleep(Math.max(0, began + every - clock.now()), stopped.signal).catch(() => undefined)
    }
    underWay = undefined
  }

  return {
    offer(item) {
      if (stopped.signal.aborted) return
      waiting = { item }
      underWay ??= work()
    },
    async stop() {
      stopped.abort()
      await underWay
    },
  }
}
