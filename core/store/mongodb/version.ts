/** Which version a MongoDB has, and who is bringing it to the next. */
import type { Db } from 'mongodb'
import { unversioned } from '#core/store/schema/steps.ts'
import { isDuplicate } from './failures.ts'
import type { CollectionName } from './indexes.ts'

interface VersionDocument {
  _id: 'version'
  /** How many of the steps it has seen. */
  version: number
  /** The version to which it is being brought, from the first step on until the last is done. */
  next?: number
}

interface LeaseDocument {
  _id: 'upgrade'
  owner: string
  /** Milliseconds since 1970. */
  until: number
}

/** How long a process that has died while it upgraded keeps others from it, and how often it says that it lives; ms. */
const leaseFor = 30_000
export const renewEvery = 10_000

const meta = (database: Db) => database.collection<VersionDocument | LeaseDocument>('schema')

/** `version` is 0 where there is no store yet; `newest` is what a program must know to work on it. */
export async function readVersion(database: Db): Promise<{ version: number; newest: number }> {
  const found = await meta(database).findOne({ _id: 'version' })
  if (found && 'version' in found) {
    return { version: found.version, newest: Math.max(found.version, found.next ?? 0) }
  }
  const version = (await isOurs(database)) ? unversioned : 0
  return { version, newest: version }
}

/** Every start of the bot made all collections; these two tell its database from another. */
async function isOurs(database: Db): Promise<boolean> {
  const found = await database.listCollections({}, { nameOnly: true }).toArray()
  const ours: readonly CollectionName[] = ['entries', 'generations']
  return ours.every((name) => found.some((each) => each.name === name))
}

/** Programs that know less than `next` refuse from now on. */
export async function writeVersion(database: Db, version: number, next: number): Promise<void> {
  const change =
    version === next ? { $set: { version }, $unset: { next: 1 as const } } : { $set: { version, next } }
  await meta(database).updateOne({ _id: 'version' }, change, { upsert: true })
}

/** Takes the lease, or renews one's own. False while another has it. */
export async function takeLease(database: Db, owner: string): Promise<boolean> {
  const now = Date.now()
  try {
    await meta(database).updateOne(
      { _id: 'upgrade', $or: [{ until: { $lte: now } }, { owner }] },
      { $set: { owner, until: now + leaseFor } },
      { upsert: true },
    )
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

export async function endLease(database: Db, owner: string): Promise<void> {
  await meta(database).deleteOne({ _id: 'upgrade', owner })
}
