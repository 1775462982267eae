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

/** How far back it is looked for how many are likely to follow. Milliseconds. */
const lately = 1_000

/**
 * Who begins many takes more than it is asked for, for what follows at once: these count from then, as what is late does, and
 * those that did not come to use go back with the next change. What dies with its process counts as begun.
 */
export function createRateWindow(keeper: Keeper, perMinute: number, clock: Clock): RateWindow {
  const { owner, countedFor, grain, longestLate } = keeper
  let noted = false
  let spare = { at: 0, left: 0 }
  let begun: Start[] = []

  function note(at: number, pictures: number): { at: number } {
    const now = clock.now()
    begun = [...begun.filter(([then]) => then > now - lately), [now, pictures]]
    return { at }
  }

  /** As many as were begun lately, but no more than half of the room, and none where others wait for some. */
  function findSpare(starts: readonly Start[], hasOthers: boolean, now: number): number {
    if (hasOthers || longestLate === 0) return 0
    const room = perMinute - countPictures(starts)
    return Math.min(countPictures(begun.filter(([then]) => then > now - lately)), Math.floor(room / 2))
  }

  /** How many milliseconds until there may be room; 0 when there is. */
  function findWait(starts: readonly Start[], pictures: number, now: number): number {
    let excess = countPictures(starts) + pictures - perMinute
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
      if (spare.left >= pictures && clock.now() - spare.at <= longestLate / 2) {
        spare = { ...spare, left: spare.left - pictures }
        return note(spare.at, pictures)
      }
      const unused = spare
      // Where it is not known whether that was written, they are not used.
      spare = { at: 0, left: 0 }
      let taken = { at: 0, left: 0 }
      let wait = 0
      let hasOthers = false
      await keeper.change(({ starts: all, waiters }, now) => {
        const starts = unused.left > 0 ? countMore(all, unused.at, -unused.left) : all
        taken = { at: round(now), left: 0 }
        const left = countOlder(waiters, { owner, since }, now)
        wait = findWait(starts, pictures + left, now)
        noted = wait > 0
        hasOthers = waiters.some((other) => other.owner !== owner && other.until > now)
        if (wait === 0) {
          const own = countMore(starts, taken.at, pictures)
          taken.left = findSpare(own, hasOthers, now)
          return { starts: countMore(own, taken.at, taken.left), waiters: removeWaiter(waiters, owner) }
        }
        const waiting = noteWaiter(waiters, { owner, pictures, since }, now)
        return waiting || unused.left > 0 ? { starts, waiters: waiting ?? waiters } : undefined
      })
      if (wait > 0) return { wait, hasOthers }
      spare = taken
      return note(taken.at, pictures)
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

const countPictures = (starts: readonly Start[]) => starts.reduce((sum, [, many]) => sum + many, 0)

/** The starts, oldest first, with so many pictures more at that time. */
function countMore(starts: readonly Start[], at: number, pictures: number): Start[] {
  const counts = new Map(starts)
  counts.set(at, (counts.get(at) ?? 0) + pictures)
  return [...counts].filter(([, many]) => many > 0).sort(([one], [other]) => one - other)
}
