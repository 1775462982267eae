/** Those who wait for room in the rate window: all processes see them, lest many small ones keep a large one out. */

/** The first of those who wait in a process. Times are in milliseconds since 1970. */
export interface Waiter {
  owner: string
  pictures: number
  since: number
  /** When it is taken for dead, unless it says again that it waits. */
  until: number
}

/** Milliseconds; whoever waits looks again within five seconds. */
const believedFor = 20_000
/** How much of that must be left; less is written anew. Milliseconds. */
const leastLeft = 10_000

/** How long one waits before others leave room for it: for each short wait places would stand empty. Milliseconds. */
const patience = 10_000

/** For how many pictures this process must leave room, because others have waited longer. */
export function countOlder(
  waiters: readonly Waiter[],
  { owner, since }: Pick<Waiter, 'owner' | 'since'>,
  now: number,
): number {
  const isOlder = (other: Waiter) => other.since < since || (other.since === since && other.owner < owner)
  return waiters
    .filter((other) => other.owner !== owner && other.until > now && now - other.since >= patience)
    .filter(isOlder)
    .reduce((sum, { pictures }) => sum + pictures, 0)
}

/** The waiters with this one; undefined when they tell of it already. */
export function noteWaiter(
  waiters: readonly Waiter[],
  waiter: Omit<Waiter, 'until'>,
  now: number,
): Waiter[] | undefined {
  const { owner, pictures, since } = waiter
  const known = waiters.find((each) => each.owner === owner)
  const isKnown = known?.pictures === pictures && known.since === since && known.until - now >= leastLeft
  if (isKnown) return undefined
  const alive = waiters.filter(({ until }) => until > now)
  return [...removeWaiter(alive, owner), { ...waiter, until: now + believedFor }]
}

export function removeWaiter(waiters: readonly Waiter[], owner: string): Waiter[] {
  return waiters.filter((each) => each.owner !== owner)
}
