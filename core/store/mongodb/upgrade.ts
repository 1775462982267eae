/** Brings a MongoDB to this program's version: one process does it, the others wait. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from 'mongodb'
import type { Log } from '#core/log.ts'
import { type Opening, requireVersion } from '#core/store/opening.ts'
import { schemaVersion, steps } from '#core/store/schema/steps.ts'
import { isPassing } from './failures.ts'
import { bringIntoShape, isInShape } from './shape.ts'
import { endLease, readVersion, renewEvery, takeLease, writeVersion } from './version.ts'

/** Milliseconds. */
const lookEvery = 250
/** Milliseconds before each further attempt where the server went away in the middle. */
const pauses = [100, 1_000, 5_000, 10_000, 10_000, 10_000]

/** Whether something is to be done, of this program or of one that was cut off. Throws `VersionError`. */
export async function needsUpgrade(database: Db, opening: Opening): Promise<boolean> {
  const { version, newest } = await readVersion(database)
  if (version > 0) requireVersion(newest > schemaVersion ? newest : version, schemaVersion, opening)
  if (version < schemaVersion) return true
  return opening.upgrades !== false && !(await isInShape(database))
}

/** `database` is on a connection of its own, on which no answer is waited for in vain: an index may take hours. */
export async function upgrade(database: Db, opening: Opening): Promise<void> {
  const owner = randomUUID()
  if (!(await waitForTurn(database, owner, opening))) return
  const renewing = setInterval(() => takeLease(database, owner).catch(() => undefined), renewEvery)
  try {
    await persist(() => takeSteps(database, opening), opening.log)
  } finally {
    clearInterval(renewing)
    await endLease(database, owner).catch(() => undefined)
  }
}

/** False when another process has done it all. */
async function waitForTurn(database: Db, owner: string, opening: Opening): Promise<boolean> {
  for (let isFirst = true; ; isFirst = false) {
    if (await takeLease(database, owner)) return true
    if (isFirst) opening.log?.info({}, 'Another process is bringing the store up to date')
    await sleep(lookEvery)
    if (!(await needsUpgrade(database, opening))) return false
  }
}

/** Takes up what an earlier attempt, or another process, has left. */
async function takeSteps(database: Db, { log }: Opening): Promise<void> {
  const { version: from } = await readVersion(database)
  if (from > 0 && from < schemaVersion) {
    log?.info({ from, to: schemaVersion }, 'The store is brought up to date')
    await writeVersion(database, from, schemaVersion)
  }
  for (const [index, { mongodb }] of steps.entries()) {
    if (index < from || !mongodb) continue
    await mongodb(database)
    if (index + 1 < schemaVersion) await writeVersion(database, index + 1, schemaVersion)
  }
  const began = Date.now()
  await bringIntoShape(database, (collection, indexes) => {
    if (from > 0) log?.info({ collection, indexes }, 'Indexes are built, which may take long')
  })
  await writeVersion(database, schemaVersion, schemaVersion)
  if (from > 0) log?.info({ version: schemaVersion, took: Date.now() - began }, 'The store is up to date')
}

/** What the server has begun it goes on with, whoever asked for it: it is asked again, until it says what is wrong. */
async function persist(work: () => Promise<void>, log: Log | undefined): Promise<void> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      log?.warn({ err: error }, 'The store went away while it was brought up to date; it is asked again')
      await sleep(pause)
    }
  }
  await work()
}
