/** What an account has made. */
import { CoreError } from '#core/errors.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore, HistoryPosition } from '#core/images/generation-store.ts'

export interface HistoryPage {
  generations: Generation[]
  /** Give it back to get the next, older page; absent on the last. */
  next?: string
}

export interface History {
  /** Newest first. `search` words must all occur in the prompt, in any case. A malformed `cursor` is a `bad-option`. */
  list(account: string, page: { search?: string; cursor?: string; limit: number }): Promise<HistoryPage>
  /** One of the account's own delivered generations. Rejects with `not-found`, also for somebody else's. */
  require(account: string, id: string): Promise<Generation>
}

export function createHistory(store: GenerationStore): History {
  return {
    async list(account, { search = '', cursor, limit }) {
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const words = search.split(/\s+/).filter((word) => word !== '')
      const found = await store.listDelivered(account, { words, limit: limit + 1, ...(after && { after }) })
      const generations = found.slice(0, limit)
      const last = generations.at(-1)
      return found.length > limit && last ? { generations, next: renderCursor(last) } : { generations }
    },
    async require(account, id) {
      const generation = await store.find({ id })
      if (generation?.account !== account || generation.status !== 'delivered') {
        throw new CoreError('not-found', { id })
      }
      return generation
    },
  }
}

/** A cursor is a place, not a page number, so that pages stay put while pictures come and go. */
const renderCursor = ({ createdAt, id }: HistoryPosition) => `${createdAt.toString(36)}.${id}`

function readCursor(cursor: string): HistoryPosition {
  const [, time, id] = /^([0-9a-z]{1,11})\.([0-9a-z]{1,32})$/.exec(cursor) ?? []
  if (time === undefined || id === undefined) {
    throw new CoreError('bad-option', { option: 'cursor', problem: { kind: 'unknown' } })
  }
  return { createdAt: Number.parseInt(time, 36), id }
}
