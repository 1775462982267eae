/** The rate window, of a minute: when the last pictures were begun, who waits, and whether there is room for more. */
import type { Clock } from '#core/clock.ts'
import { countOlder, noteWaiter, removeWaiter, type Waiter } from './waiters.ts'

/** When pictures were begun, in milliseconds since 1970, and how many. */
export type Start = readonly [at: number, pictures: number]

/** What is kept of a window. */
export interface Kept {
  starts: readonly Start[]
  waiters: readonly Waiter[]
}

/** Where it is kept; each change is one step, whoever else changes it. */
export interface Keeper {
  /** Writes what `change` makes of the starts that still count and the waiters, unless it makes nothing of them. */
  change(change: (kept: Kept, now: number) => Kept | undefined): Promise<void>
  /** Names this process among those who wait. */
  owner: string
  /** How long a picture counts from its start. Milliseconds. */
  countedFor: number
  /** Starts within so many milliseconds are kept as one, at the end of them. */
  grain: number
  /** How late a request may be after its start, and still count from that. Milliseconds. */
  longestLate: number
}

/** Everything rejects with `store-unavailable` where the window is kept in a store. */
export interface RateWindow {
  /**
   * Begins so many; or answers with how many milliseconds it takes until there may be room for them, and whether other
   * processes wait as well. Those who then
   * ask again, as of the same `since`, in milliseconds since 1970, go before what has waited less in other processes.
   */
  take(pictures: number, since: number): Promise<{ at: number } | { wait: number; hasOthers: boolean }>
  /**
   * Lets what was begun at a time begin now instead, if that is too long ago; answers with when it counts from then,
   * and with undefined when it counts no longer.
   */
  renew(at: number, pictures: number): Promise<number | undefined>
  /** What was begun at a time was not begun after all. */
  giveBack(at: number, pictures: number): Promise<void>
  /** This process asks no more for what there was no room for. */
  leave(): Promise<void>
}

export function createRateWindow(keeper: Keeper, perMinute: number, clock: Clock): RateWindow {
  const { owner, countedFor, grain, longestLate } = keeper
  let noted = false

  /** How many milliseconds until there may be room; 0 when there is. */
  function findWait(starts: readonly Start[], pictures: number, now: number): number {
    let excess = starts.reduce((sum, [, many]) => sum + many, pictures) - perMinute
    for (const [begun, many] of excess > 0 ? starts : []) {
      excess -= many
      if (excess <= 0) return begun + countedFor - now
    }
    // Those for whom room is left want all there is.
    return excess > 0 ? countedFor : 0
  }

  const round = (now: number) => Math.ceil(now / grain) * grain

  return {
    async take(pictures, since) {
      let taken = { at: 0 }
      let wait = 0
      let hasOthers = false
      await keeper.change(({ starts, waiters }, now) => {
        taken = { at: round(now) }
        const left = countOlder(waiters, { owner, since }, now)
        wait = findWait(starts, pictures + left, now)
        noted = wait > 0
        hasOthers = waiters.some((other) => other.owner !== owner && other.until > now)
        if (wait === 0) {
          return { starts: countMore(starts, taken.at, pictures), waiters: removeWaiter(waiters, owner) }
        }
        const waiting = noteWaiter(waiters, { owner, pictures, since }, now)
        return waiting && { starts, waiters: waiting }
      })
      return wait > 0 ? { wait, hasOthers } : taken
    },
    async renew(at, pictures) {
      if (clock.now() - at <= longestLate) return at
      let renewed: number | undefined
      await keeper.change(({ starts, waiters }, now) => {
        renewed = starts.some(([begun]) => begun === at) ? round(now) : undefined
        if (renewed === undefined) return undefined
        return { starts: countMore(countMore(starts, at, -pictures), renewed, pictures), waiters }
      })
      return renewed
    },
    async giveBack(at, pictures) {
      await keeper.change(({ starts, waiters }) => ({ starts: countMore(starts, at, -pictures), waiters }))
    },
    async leave() {
      if (!noted) return
      noted = false
      await keeper.change(({ starts, waiters }) => ({ starts, waiters: removeWaiter(waiters, owner) }))
    },
  }
}

/** The starts, oldest first, with so many pictures more at that time. */
function countMore(starts: readonly Start[], at: number, pictures: number): Start[] {
  const counts = new Map(starts)
  counts.set(at, (counts.get(at) ?? 0) + pictures)
  return [...counts].filter(([, many]) => many > 0).sort(([one], [other]) => one - other)
}
