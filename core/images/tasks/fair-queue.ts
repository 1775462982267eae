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
  /** All that wait, as they come if accounts keep taking turns. */
  list(): Item[]
}

/** A queue in memory. Adding and taking touch one account; listing touches each item once. */
export function createFairQueue<Item extends QueueItem>(): FairQueue<Item> {
  // A map keeps its keys in order of insertion: the account whose turn it is comes first.
  const waiting = new Map<string, Item[]>()

  const drop = (account: string, index: number): Item | undefined => {
    const items = waiting.get(account)
    const [item] = items?.splice(index, 1) ?? []
    if (items?.length === 0) waiting.delete(account)
    return item
  }

  return {
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
    list() {
      const order: Item[] = []
      let accounts = [...waiting.values()]
      for (let turn = 0; accounts.length > 0; turn++) {
        accounts = accounts.filter((items) => items.length > turn)
        order.push(...accounts.flatMap((items) => items.slice(turn, turn + 1)))
      }
      return order
    },
  }
}
