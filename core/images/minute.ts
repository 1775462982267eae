/** A minute of pictures: when the last ones were begun, and whether there is room for more. */
import type { Clock } from '#core/clock.ts'

/** When pictures were begun, in milliseconds since 1970, and how many. */
export type Start = readonly [at: number, pictures: number]

/** The starts that are kept; each change is one step, whoever else changes them. */
export interface Starts {
  /** Writes what `change` makes of the starts that still count, unless it makes nothing of them. */
  change(change: (starts: readonly Start[], now: number) => Start[] | undefined): Promise<void>
  /** How long a picture counts from its start. Milliseconds. */
  countedFor: number
  /** Starts within so many milliseconds are kept as one, at the end of them. */
  grain: number
  /** How late a request may be after its start, and still count from that. Milliseconds. */
  longestLate: number
}

/** Everything rejects with `store-unavailable` where the starts are in a store. */
export interface Minute {
  /** Begins so many; or answers with how many milliseconds it takes until there may be room for them. */
  take(pictures: number): Promise<{ at: number } | { wait: number }>
  /**
   * Lets what was begun at a time begin now instead, if that is too long ago; answers with when it counts from then,
   * and with undefined when it counts no longer.
   */
  renew(at: number, pictures: number): Promise<number | undefined>
  /** What was begun at a time was not begun after all. */
  giveBack(at: number, pictures: number): Promise<void>
}

export function createMinute(starts: Starts, perMinute: number, clock: Clock): Minute {
  const { countedFor, grain, longestLate } = starts

  /** The starts with these among them, or how many milliseconds until there may be room. */
  function add(known: readonly Start[], pictures: number, now: number): Start[] | number {
    let excess = known.reduce((sum, [, many]) => sum + many, pictures) - perMinute
    for (const [begun, many] of excess > 0 ? known : []) {
      excess -= many
      if (excess <= 0) return begun + countedFor - now
    }
    return countMore(known, round(now), pictures)
  }

  const round = (now: number) => Math.ceil(now / grain) * grain

  return {
    async take(pictures) {
      let taken = { at: 0 }
      let wait = 0
      await starts.change((known, now) => {
        const added = add(known, pictures, now)
        taken = { at: round(now) }
        wait = typeof added === 'number' ? added : 0
        return typeof added === 'number' ? undefined : added
      })
      return wait > 0 ? { wait } : taken
    },
    async renew(at, pictures) {
      if (clock.now() - at <= longestLate) return at
      let renewed: number | undefined
      await starts.change((known, now) => {
        renewed = known.some(([begun]) => begun === at) ? round(now) : undefined
        return renewed === undefined
          ? undefined
          : countMore(countMore(known, at, -pictures), renewed, pictures)
      })
      return renewed
    },
    async giveBack(at, pictures) {
      await starts.change((known) => countMore(known, at, -pictures))
    },
  }
}

/** The starts, oldest first, with so many pictures more at that time. */
function countMore(starts: readonly Start[], at: number, pictures: number): Start[] {
  const counts = new Map(starts)
  counts.set(at, (counts.get(at) ?? 0) + pictures)
  return [...counts].filter(([, many]) => many > 0).sort(([one], [other]) => one - other)
}
