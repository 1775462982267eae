/** Sharing Discord's shards with other processes, as work to be cut off. */
import { createShardLeases } from '#bots/discord/gateway/shard-leases.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Work } from './outside.ts'

const clock = { now: () => Date.UTC(2100, 0, 1), sleep: async () => undefined }
const leases = (records: RecordStore) =>
  createShardLeases(records, { owner: 'here', isAlive: () => true, clock })

const take = (records: RecordStore) => leases(records).renew({ wanted: 2 })
const readTable = async (records: RecordStore) =>
  (await records.findRecord('lease', 'discord-shards', clock.now()))?.body
const readHolders = async (records: RecordStore) => (await readTable(records))?.holders

export const shardWorks: readonly Work[] = [
  { act: take, read: readHolders },
  { before: take, act: (records) => leases(records).release(), read: readHolders },
  {
    before: take,
    act: (records) => leases(records).createTurns(1).wait(0, new AbortController().signal),
    // One that died in its turn costs one more.
    read: async (records) => Number(Object(await readTable(records)).turns?.[0] ?? 0) > 0,
  },
]
