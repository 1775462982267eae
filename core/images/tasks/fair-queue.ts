/** Who is next: accounts take turns, so that nobody's twenty prompts delay another's first. */

export interface QueueItem {
  id: string
  account: string
}

export interface FairQueue<Item extends QueueItem> {
  add(item: Item): void
  /** Puts it before the others of its account. */
  addFirst(item: Item): void
  /** Takes the next item of an account that `mayStart` allows; undefined when there is none. */
  take(mayStart: (account: string) => boolean): Item | undefined
  /** Takes one item out of turn; undefined when it is not waiting. */
  remove(id: string): Item | undefined
  /** How many items come before this one if accounts keep taking turns. */
  countAhead(item: Item): number
  /** How many of them are of its own account. */
  countOwnAhead(item: Item): number
  /** All that wait, in no order that matters. */
  list(): Item[]
}

/** A queue in memory. Adding and taking touch one account; finding a place looks at each waiting account once. */
export function createFairQueue<Item extends QueueItem>(): FairQueue<Item> {
  // A map keeps its keys in order of insertion: the account whose turn it is comes first.
  const waiting = new Map<string, Item[]>()

  const drop = (account: string, index: number): Item | undefined => {
    const items = waiting.get(account)
    const [item] = items?.splice(index, 1) ?? []
    if (items?.length === 0) waiting.delete(account)
    return item
  }

  const countOwnAhead = ({ id, account }: QueueItem) =>
    Math.max(0, waiting.get(account)?.findIndex((each) => each.id === id) ?? 0)

  return {
    countOwnAhead,
    add(item) {
      const items = waiting.get(item.account)
      if (items) items.push(item)
      else waiting.set(item.account, [item])
    },
    addFirst(item) {
      waiting.set(item.account, [item, ...(waiting.get(item.account) ?? [])])
    },
    take(mayStart) {
      for (const account of waiting.keys()) {
        if (!mayStart(account)) continue
        const item = drop(account, 0)
        const rest = waiting.get(account)
        if (rest) {
          waiting.delete(account)
          waiting.set(account, rest)
        }
        return item
      }
      return undefined
    },
    remove(id) {
      for (const [account, items] of waiting) {
        const index = items.findIndex((item) => item.id === id)
        if (index >= 0) return drop(account, index)
      }
      return undefined
    },
    countAhead(item) {
      const turn = countOwnAhead(item)
      let ahead = 0
      let turnStillToCome = 1
      for (const [account, items] of waiting) {
        if (account === item.account) turnStillToCome = 0
        const before = account === item.account ? turn : turn + turnStillToCome
        ahead += Math.min(items.length, before)
      }
      return ahead
    },
    list: () => [...waiting.values()].flat(),
  }
}
