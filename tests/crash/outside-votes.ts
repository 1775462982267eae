/** Votes for what is shared, and the list of it, as work to be cut off. */
import { createGallery, noteShared } from '#core/history/gallery.ts'
import { createVotes } from '#core/history/votes.ts'
import { forgetVotes } from '#core/images/forget-votes.ts'
import { nobody } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { silent } from '#tests/kept-log.ts'
import type { Work } from './outside.ts'

const clock = { now: () => Date.UTC(2100, 0, 1), sleep: async () => undefined }
const guild = { platform: 'discord', id: 'G1' } as const
const post = { platform: 'discord', team: 'G1', channel: 'C1', message: 'M1' } as const
const fox = createGeneration<'delivered'>({ id: 'fox', status: 'delivered', shared: post })
const ann = { platform: 'discord', user: 'ann', name: 'Ann' } as const
const bob = { ...ann, user: 'bob' }

/** Those who are linked have the one account. */
const open = (records: RecordStore, linked: readonly { user: string }[] = []) =>
  createVotes({
    ...{ records, clock, outbound: nobody, log: silent },
    generations: { find: async () => fox },
    accounts: {
      findLinked: async ({ user }) => (linked.some((each) => each.user === user) ? { id: 'one' } : undefined),
      listIdentities: async () => [ann, bob],
    },
    listTakenOver: async () => [],
    hash: async (...texts) => texts.join(),
  })
const count = (records: RecordStore) => open(records).count('fox')
/** One goes after the other. */
const isNone = async (records: RecordStore) => (await count(records)) === 0

async function voteApart(records: RecordStore): Promise<void> {
  for (const user of [ann, bob]) await open(records).toggle('fox', guild, user, user.user)
}

export const voteWorks: readonly Work[] = [
  { act: (records) => open(records).toggle('fox', guild, ann, 'call'), read: count },
  { before: voteApart, act: (records) => forgetVotes({ records, clock }, 'fox'), read: isNone },
  {
    before: voteApart,
    async act(records) {
      for (const user of [ann, bob]) await open(records, [ann, bob]).adopt(user)
    },
    read: count,
  },
  {
    before: voteApart,
    act: (records) => open(records, [ann, bob]).toggle('fox', guild, ann, 'call'),
    read: isNone,
  },
  {
    before: (records) => noteShared({ records, clock }, fox, 1, [guild]),
    act: (records) =>
      createGallery({ records, clock, generations: { find: async () => fox } }).list(guild, { limit: 5 }),
    read: async (records) => (await records.listRecords('shared', undefined, clock.now())).length,
  },
]
