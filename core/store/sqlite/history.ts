/** Reading delivered generations from SQLite: a long history a part in each turn of the event loop, which it must not hold. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { GenerationStore, HistoryPosition, HistorySelection } from '#core/images/generation-store.ts'
import { settleCount } from '#core/store/generation-rules.ts'
import { decodeText, encodeText, foldText } from '#core/store/text.ts'
import type { Database } from './database.ts'
import { type GenerationRow, toGeneration } from './generation-row.ts'
import type { GenerationStatements } from './generation-statements.ts'
import type { Statement } from './statement.ts'

export interface HistoryReading extends Pick<Database, 'run'> {
  statements: GenerationStatements
  /** How many entries of an index are looked at in one turn. */
  stride: number
}

/** Before every generation in a history that is read newest first. */
const top = { createdAt: Number.MAX_SAFE_INTEGER, id: '' }
/** Behind every one. */
const bottom = { createdAt: Number.MIN_SAFE_INTEGER, id: '' }

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

/** Reads part after part, from a place up to another and with it, until that was the last or it is enough. */
async function walk(
  { run, stride }: HistoryReading,
  { skip, owner, from, to }: { skip: Statement; owner: string; from: HistoryPosition; to: HistoryPosition },
  read: (from: HistoryPosition, to: HistoryPosition) => 'enough' | 'more',
): Promise<void> {
  for (let place: HistoryPosition = from; ; await nextTurn()) {
    const next = await run(() => {
      const { createdAt, id } = place
      const row = skip.get({ account: encodeText(owner), createdAt, id: encodeText(id), others: stride - 1 })
      const end = row && toPlace(row as Pick<GenerationRow, 'created_at' | 'id'>)
      return read(place, end ?? to) === 'more' ? end : undefined
    })
    if (!next) return
    place = next
  }
}

/** Whether many may have to be looked at for each that is found. */
const isNarrow = ({ words, tools, quality, shared, team, from, until }: HistorySelection) =>
  [words?.at(0), tools, quality, shared, team, from, until].some((each) => each !== undefined)

const toPlace = ({ created_at, id }: Pick<GenerationRow, 'created_at' | 'id'>) => ({
  createdAt: created_at,
  id: decodeText(id),
})

export async function listDelivered(
  reading: HistoryReading,
  ...[owner, page]: Parameters<GenerationStore['listDelivered']>
) {
  const { favourites, after = top, before, limit } = page
  const { statements } = reading
  const list = favourites ? statements.listFavourites : statements.listDelivered
  const listNewer = favourites ? statements.listNewerFavourites : statements.listNewer
  const skip = favourites ? statements.skipFavourites : statements.skipDelivered
  const skipNewer = favourites ? statements.skipNewerFavourites : statements.skipNewer
  const way = before
    ? { list: listNewer, skip: skipNewer, from: before, to: top }
    : { list, skip, from: after, to: bottom }
  const rows: GenerationRow[] = []
  const read = (from: HistoryPosition, to: HistoryPosition) => {
    const bound = { ...bind(owner, page, from, limit - rows.length), ...bindClosely(page) }
    rows.push(...(way.list.all({ ...bound, endAt: to.createdAt, end: encodeText(to.id) }) as GenerationRow[]))
    return rows.length < limit ? 'more' : 'enough'
  }
  if (isNarrow(page)) await walk(reading, { owner, ...way }, read)
  else await reading.run(() => read(way.from, way.to))
  return (before ? rows.reverse() : rows).map(toGeneration)
}

export async function countDelivered(
  reading: HistoryReading,
  ...[owner, selection]: Parameters<GenerationStore['countDelivered']>
) {
  const { favourites, shared, team, most, after = top } = selection
  const { statements, stride } = reading
  const isClose = shared || team !== undefined
  const count = favourites ? statements.countFavourites : statements.countDelivered
  const countClosely = favourites ? statements.countFavouritesClosely : statements.countDeliveredClosely
  const skip = favourites ? statements.skipFavourites : statements.skipDelivered
  const sum = { looked: 0, total: 0, before: 0 }
  await walk(reading, { owner, skip, from: top, to: bottom }, (from) => {
    const bound = {
      ...bind(owner, selection, after, Math.min(most + 1 - sum.looked, stride)),
      ...{ fromAt: from.createdAt, first: encodeText(from.id) },
    }
    const row = isClose ? countClosely.get({ ...bound, ...bindClosely(selection) }) : count.get(bound)
    sum.looked += Number(row?.looked)
    sum.total += Number(row?.total)
    sum.before += Number(row?.before)
    return sum.looked <= most ? 'more' : 'enough'
  })
  return settleCount(sum, most)
}
