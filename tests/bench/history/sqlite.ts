/** History and balance on SQLite: of one among a crowd beside the same one alone, and pages of many thousand pictures. */
import type { Message, Press } from '#bots/platform.ts'
import type { Core } from '#core/index.ts'
import { type Benchmark, type Finding, holdTo } from '../benchmark.ts'
import { compare, renderMedians } from '../compare.ts'
import { askOlder, asks, findOlder } from './asking.ts'
import type { Person } from './crowd.ts'
import { compareAsks } from './one-of-many.ts'
import { createSqlitePlace } from './places.ts'
import { bound, picturesInAll } from './size.ts'
import { buildTown, type Town } from './town.ts'

export const sqliteHistory: Benchmark = {
  name: 'history on sqlite',
  async *run() {
    const town = await buildTown(createSqlitePlace, picturesInAll)
    try {
      yield* compareAsks('SQLite', town, 400)
      yield await comparePages(town)
    } finally {
      await town.close()
    }
  },
}

/** The last page beside the first, of the person who made the most. */
async function comparePages({ crowd, prolific }: Town): Promise<Finding> {
  const { pages, last } = await readThrough(crowd, prolific)
  const askLast = askOlder(last)
  const compared = await compare(
    () => askLast(prolific, crowd),
    () => asks['/history']?.(prolific, crowd),
    { rounds: 400 },
  )
  return holdTo(bound, '×', {
    what: `SQLite: the last of ${pages} pages of ${prolific.made} pictures, beside the first`,
    measured: compared.ratio,
    note: renderMedians(compared),
  })
}

/** Presses Older to the end; answers with what the last press carried. */
async function readThrough(core: Core, person: Person): Promise<{ pages: number; last: Press['options'] }> {
  let pages = 0
  let shown = 0
  let last: Press['options'] = {}
  let message: Message | undefined = await asks['/history']?.(person, core)
  while (message) {
    pages += 1
    shown += message.blocks.filter(({ kind }) => kind === 'entry').length
    const older = findOlder(message)
    if (older === undefined) break
    last = older
    message = await askOlder(older)(person, core)
  }
  if (shown !== person.made) throw new Error(`${shown} of ${person.made} pictures were shown`)
  return { pages, last }
}
