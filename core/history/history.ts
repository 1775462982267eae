/** What an account has made, and what becomes of it: shown, shared, deleted. */
import type { Post } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { findNamed } from '#core/images/find-named.ts'
import type { Generation, SharedPost } from '#core/images/generation.ts'
import type {
  GenerationChange,
  GenerationStore,
  HistoryCount,
  HistoryPosition,
  HistorySelection,
} from '#core/images/generation-store.ts'
import { findNumber, readPictureName, renderPictureName } from '#core/images/picture-name.ts'
import type { Removals } from '#core/images/removals.ts'
import { isBeside, keepPosts, listPosts } from '#core/images/shared-posts.ts'
import { type Belongs, findShownTo } from '#core/images/visible.ts'
import { type HistoryFilter, readCursor, renderCursor } from './cursor.ts'
import { createFamilies, type Families } from './family.ts'
import { listTools } from './tool-kinds.ts'

export interface HistoryPage {
  generations: Generation[]
  /** Give it back to get the next, older page; absent on the last. */
  next?: string
  /** The same for the page before, with `isBefore`; absent where nothing can be newer. */
  previous?: string
  /** What the list is narrowed by besides words. */
  filter: HistoryFilter
}

/** Which list, and where in it. A cursor says what the list is narrowed by, but for `HistoryScope`, so that nothing else needs to. */
export interface HistoryPlace extends HistoryFilter, HistoryScope {
  /** Words that must all occur in the prompt, in any case. */
  search?: string
  cursor?: string
  /** Wants the page that ends before the cursor's place, instead of that which starts after it. */
  isBefore?: boolean
}

/** What the pages on the web narrow a history by besides. */
export type HistoryScope = Pick<HistorySelection, 'shared' | 'team' | 'from' | 'until'>

/**
 * An id that is not one of the account's own delivered generations rejects with `not-found`, also somebody else's. Where a
 * `name` is taken, as `readPictureName` reads it, the name of one picture answers with the generation as one that has only that.
 */
export interface History extends Families {
  /** Newest first. A malformed `cursor` is a `bad-option`. */
  list(account: string, page: HistoryPlace & { limit: number }): Promise<HistoryPage>
  /** What comes right before and right after one in that list, whether or not it is itself in it. */
  findNeighbours(
    account: string,
    of: HistoryPosition,
    place: Omit<HistoryPlace, 'cursor'>,
  ): Promise<Neighbours>
  /** How many that list has, and how many come before that place in it, as far as `mostCounted` of the newest tell. */
  count(account: string, place: HistoryPlace): Promise<HistoryCount>
  require(account: string, name: string): Promise<Generation<'delivered'>>
  /**
   * One that the account may see: its own, delivered or failed, or somebody's that is delivered and was shown to
   * others where the account is among the people. Rejects with `not-found`.
   */
  requireVisible(account: string, name: string): Promise<Generation>
  /** Marks it, with all its pictures, as a favourite of its owner's, or no longer; the same again changes nothing. */
  markFavourite(account: string, name: string, isFavourite: boolean): Promise<Generation>
  /**
   * Notes where its author has posted it for the team, once in each server or workspace; answers with all that is noted
   * now. Rejects with `already-shared`.
   */
  markShared(account: string, id: string, post: SharedPost): Promise<SharedPost>
  /** Notes that these of its posts are gone. Rejects with `not-shared`. */
  dropPosts(account: string, id: string, posts: readonly Post[]): Promise<void>
  /** Deletes it as `Removals` does; or one of its pictures, while the others stay with their numbers. */
  remove(account: string, name: string): Promise<void>
}

export interface Neighbours {
  newer?: Generation
  older?: Generation
}

/** So few that counting them holds nobody up, however many there are. */
export const mostCounted = 1_000

export function createHistory(ports: {
  generations: GenerationStore
  clock: Pick<Clock, 'sleep'>
  removals: Pick<Removals, 'remove'>
  belongs: Belongs
}): History {
  const { generations: store, removals, belongs } = ports

  async function require(account: string, name: string): Promise<Generation<'delivered'>> {
    const generation = await requireVisible(account, name)
    if (generation.owner !== account || generation.status !== 'delivered') {
      throw new CoreError('not-found', { id: name })
    }
    return generation
  }

  /** As it is named: with all its pictures, or as one that has only one. */
  async function requireVisible(account: string, name: string): Promise<Generation> {
    const { id, number } = readPictureName(name)
    const generation = await findNamed(ports, id)
    const named = generation && (await findShownTo(account, generation, { number, belongs }))
    if (!named) throw new CoreError('not-found', { id: name })
    return named
  }

  async function change(id: string, change: GenerationChange): Promise<Generation> {
    const changed = await store.change(id, { status: ['delivered'] }, change)
    if (!changed) throw new CoreError('not-found', { id })
    return changed
  }

  return {
    ...createFamilies(ports),
    require,
    requireVisible,
    async list(account, { limit, ...place }) {
      const { filter, selection, after } = readPlace(place)
      const isBefore = place.isBefore === true && after !== undefined
      const part = isBefore ? { before: after } : { ...(after && { after }) }
      const found = await store.listDelivered(account, { ...selection, ...part, limit: limit + 1 })
      const hasMore = found.length > limit
      const generations = isBefore ? found.slice(-limit) : found.slice(0, limit)
      const [first, last] = [generations.at(0), generations.at(-1)]
      const [isOlder, isNewer] = isBefore ? [true, hasMore] : [hasMore, after !== undefined]
      return {
        generations,
        filter,
        ...(isOlder && last && { next: renderCursor(last, filter) }),
        ...(isNewer && first && { previous: renderCursor(first, filter) }),
      }
    },
    async findNeighbours(account, of, place) {
      const { selection } = readPlace(place)
      const [[newer], [older]] = await Promise.all([
        store.listDelivered(account, { ...selection, before: of, limit: 1 }),
        store.listDelivered(account, { ...selection, after: of, limit: 1 }),
      ])
      return { ...(newer && { newer }), ...(older && { older }) }
    },
    async count(account, place) {
      const { selection, after } = readPlace(place)
      return await store.countDelivered(account, { ...selection, ...(after && { after }), most: mostCounted })
    },
    async markFavourite(account, name, isFavourite) {
      const { id } = await require(account, name)
      return await change(id, { favourite: isFavourite ? true : undefined })
    },
    async markShared(account, id, post) {
      const { shared: before } = await require(account, id)
      const posts = before ? listPosts(before) : []
      const isTaken = posts.some((each) => isBeside(each, post))
      if (before && (isTaken || before.picture !== post.picture)) {
        throw new CoreError('already-shared', { id: renderPictureName({ id, number: before.picture }) })
      }
      const { platform, team, channel, message } = post
      const added =
        before && keepPosts({ ...post, ...before }, [...posts, { platform, team, channel, message }])
      const shared = added ?? post
      await change(id, { shared })
      return shared
    },
    async dropPosts(account, id, gone) {
      const { shared } = await require(account, id)
      if (!shared) throw new CoreError('not-shared', { id })
      // What was to be taken back is in no list any more, also where a post is left.
      const { at: _, ...rest } = shared
      const left = listPosts(shared).filter((each) => !gone.some((post) => isBeside(each, post)))
      await change(id, { shared: keepPosts(rest, left) })
    },
    async remove(account, name) {
      const generation = await require(account, name)
      const isOne = findNumber(generation) !== undefined
      await removals.remove(generation, isOne ? generation.pictures[0]?.key : undefined)
    },
  }
}

function readPlace({ search = '', cursor, isBefore, shared, team, from, until, ...given }: HistoryPlace) {
  const { after, filter } = cursor === undefined ? { after: undefined, filter: given } : readCursor(cursor)
  const { tool, ...others } = filter
  const words = search.split(/\s+/).filter((word) => word !== '')
  const scope: HistoryScope = {
    ...(shared && { shared }),
    ...(team && { team }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }
  const selection = { ...others, ...scope, words, ...(tool && { tools: listTools(tool) }) }
  return { filter, selection, ...(after && { after }) }
}
