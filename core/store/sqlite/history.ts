/** Reading delivered generations from SQLite. */
import type { GenerationStore, HistoryPosition, HistorySelection } from '#core/images/generation-store.ts'
import { settleCount } from '#core/store/generation-rules.ts'
import { encodeText, foldText } from '#core/store/text.ts'
import { type GenerationRow, toGeneration } from './generation-row.ts'
import type { GenerationStatements } from './generation-statements.ts'
import type { Statement } from './statement.ts'

/** Before every generation in a history that is read newest first. */
const top = { createdAt: Number.MAX_SAFE_INTEGER, id: '' }

const bind = (owner: string, selection: HistorySelection, place: HistoryPosition, limit: number) => {
  const { words = [], tools, quality = null, from = 0, until = Number.MAX_SAFE_INTEGER } = selection
  return {
    account: encodeText(owner),
    tools: tools ? JSON.stringify(tools) : null,
    quality,
    limit: Math.max(limit, 0),
    createdAt: place.createdAt,
    id: encodeText(place.id),
    words: JSON.stringify(words.map(foldText)),
    ...{ from, until },
  }
}

const bindClosely = ({ shared, team }: HistorySelection) => ({
  shared: shared ? 1 : null,
  platform: team?.platform ?? null,
  team: team?.id ?? null,
})

export function listDelivered(
  statements: GenerationStatements,
  ...[owner, page]: Parameters<GenerationStore['listDelivered']>
) {
  const { favourites, after = top, before } = page
  const read = (list: Statement, place: HistoryPosition) => {
    const bound = { ...bind(owner, page, place, page.limit), ...bindClosely(page) }
    return (list.all(bound) as GenerationRow[]).map(toGeneration)
  }
  if (before) {
    return read(favourites ? statements.listNewerFavourites : statements.listNewer, before).reverse()
  }
  return read(favourites ? statements.listFavourites : statements.listDelivered, after)
}

export function countDelivered(
  statements: GenerationStatements,
  ...[owner, selection]: Parameters<GenerationStore['countDelivered']>
) {
  const { favourites, shared, team, most, after = top } = selection
  const isClose = shared || team !== undefined
  const bound = bind(owner, selection, after, most + 1)
  const count = favourites ? statements.countFavourites : statements.countDelivered
  const countClosely = favourites ? statements.countFavouritesClosely : statements.countDeliveredClosely
  const row = isClose ? countClosely.get({ ...bound, ...bindClosely(selection) }) : count.get(bound)
  const { looked, total, before } = row ?? {}
  return settleCount({ looked: Number(looked), total: Number(total), before: Number(before) }, most)
}
