/** History and balance on MongoDB: of one among a crowd beside the same one alone, and that every query is by an index. */
import type { Document } from 'mongodb'
import { MongoClient } from 'mongodb'
import type { Core } from '#core/index.ts'
import { collectQueries, explain } from '#tests/core/store/mongodb/plans.ts'
import type { Benchmark, Finding } from '../benchmark.ts'
import { askOlder, asks } from './asking.ts'
import type { Person } from './crowd.ts'
import { compareAsks } from './one-of-many.ts'
import { createMongoPlace } from './places.ts'
import { picturesInAll } from './size.ts'
import { buildTown, type Town } from './town.ts'

type MongoTown = Town<ReturnType<typeof createMongoPlace>>

export const mongoHistory: Benchmark = {
  name: 'history on mongodb',
  async *run() {
    const server = process.env.MONGODB_URI
    if (!server) {
      yield { what: 'MongoDB', measured: 'MONGODB_URI is not set', bound: '', verdict: 'not measured' }
      return
    }
    const town = await buildTown(() => createMongoPlace(server), picturesInAll)
    try {
      yield* compareAsks('MongoDB', town, 100)
      yield await explainAll(town, town.chosen, 'of one among all')
      yield await explainAll(town, town.prolific, `of ${town.prolific.made} pictures, page after page`)
    } finally {
      await town.close()
    }
  },
}

/** By the server's own plans: not every server reads an index in its order, so the clock would measure the server. */
async function explainAll({ places }: MongoTown, person: Person, whose: string): Promise<Finding> {
  const sent = await collectQueries(async () => {
    const core = await places.crowd.open()
    for (const ask of Object.values(asks)) await ask(person, core)
    for (const cursor of await readThrough(core, person)) await askOlder({ cursor })(person, core)
    await core.close()
  })
  const plans = await explainEach(places.crowd.uri, sent)
  const indexed = plans.filter((plan) => plan.includes('IXSCAN') && !plan.includes('COLLSCAN'))
  return {
    what: `MongoDB: queries ${whose}`,
    measured: `${indexed.length} of ${plans.length} by an index`,
    bound: 'all',
    verdict: plans.length > 0 && indexed.length === plans.length ? 'ok' : 'over',
  }
}

async function explainEach(uri: string, sent: readonly Document[]): Promise<string[]> {
  const client = new MongoClient(uri)
  const plans: string[] = []
  for (const command of sent) plans.push(await explain(client.db(), command))
  await client.close()
  return plans
}

/** Some hundred pictures a page; answers with where the pages began. */
async function readThrough(core: Core, person: Person): Promise<string[]> {
  const cursors: string[] = []
  let shown = 0
  for (let cursor: string | undefined, isLast = false; !isLast; isLast = cursor === undefined) {
    const page = await core.history.list(person.account, {
      limit: 500,
      ...(cursor !== undefined && { cursor }),
    })
    shown += page.generations.length
    cursor = page.next
    if (cursor !== undefined) cursors.push(cursor)
  }
  if (shown !== person.made) throw new Error(`${shown} of ${person.made} pictures were listed`)
  return cursors
}
