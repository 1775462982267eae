/** Reading delivered generations from SQLite. */
import type { GenerationStore, HistoryPosition, HistorySelection } from '#core/images/generation-store.ts'
import { settleCount } from '#core/store/generation-rules.ts'
import { encodeText, foldText } from '#core/store/text.ts'
import { type GenerationRow, toGeneration } from './generation-row.ts'
import type { GenerationStatements } from './generation-statements.ts'

/** Before every generation in a history that is read newest first. */
const top = { createdAt: Number.MAX_SAFE_INTEGER, id: '' }

const bind = (owner: string, selection: HistorySelection & { after?: HistoryPosition }, limit: number) => {
  const { words = [], tools, quality = null, after = top } = selection
  return {
    ...{
      account: encodeText(owner),
      tools: tools ? JSON.stringify(tools) : null,
      quality,
      limit: Math.max(limit, 0),
    },
    createdAt: after.createdAt,
    id: encodeText(after.id),
    words: JSON.stringify(words.map(foldText)),
  }
}

export function listDelivered(
  statements: GenerationStatements,
  ...[owner, page]: Parameters<GenerationStore['listDelivered']>
) {
  const list = page.favourites ? statements.listFavourites : statements.listDelivered
  return (list.all(bind(owner, page, page.limit)) as GenerationRow[]).map(toGeneration)
}

export function countDelivered(
  statements: GenerationStatements,
  ...[owner, selection]: Parameters<GenerationStore['countDelivered']>
) {
  const { favourites, most } = selection
  const count = favourites ? statements.countFavourites : statements.countDelivered
  const { looked, total, before } = count.get(bind(owner, selection, most + 1)) ?? {}
  return settleCount({ looked: Number(looked), total: Number(total), before: Number(before) }, most)
}
