/** What is kept outside the core's schedules. */
import { createLoginMemory } from '#bots/discord/gateway/login-memory.ts'
import { createKeptAttachments } from '#bots/discord/kept-attachments.ts'
import { createInstallations } from '#bots/slack/install/installations.ts'
import { createMailTurns } from '#core/accounts/mail-turns.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { createCopies } from '#core/images/copies.ts'
import type { SealingKeys } from '#core/index.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createDurableSecret } from '#core/secrets/durable-secret.ts'
import { budgetWorks } from './outside-budgets.ts'
import { peopleWorks } from './outside-people.ts'
import { receiptWorks } from './outside-receipts.ts'
import { removalWorks } from './outside-removals.ts'
import { shardWorks } from './outside-shards.ts'
import { teamWorks } from './outside-teams.ts'
import { voteWorks } from './outside-votes.ts'

const clock = { now: () => Date.UTC(2100, 0, 1), sleep: async () => undefined }
const log = { debug() {}, info() {}, warn() {}, error() {} }

export interface Work {
  /** Done first, by a process that lives. */
  before?(records: RecordStore): Promise<unknown>
  act(records: RecordStore): Promise<unknown>
  /** What of it can be seen. */
  read(records: RecordStore): Promise<unknown>
}

const install = (records: RecordStore, keys: SealingKeys = ['a key for tests', 'an older key']) =>
  createInstallations({ records, keys, clock, log })
const installBefore = (records: RecordStore) => install(records, ['an older key'])
const team = { token: 'xoxb-new', team: 'T1', botId: 'B1' }
const older = { ...team, token: 'xoxb-old' }
const findTeam = (records: RecordStore) => install(records).find({ team: 'T1' })
const logins = (records: RecordStore) => createLoginMemory(records, clock)
const readLogins = (records: RecordStore) => logins(records).read()
const limiter = (records: RecordStore) =>
  new RecordLimiter({ records, clock, name: 'mail', points: 1, duration: 60_000 })

const turns = (records: RecordStore, now = clock.now) =>
  createMailTurns({ records, clock: { ...clock, now } })
const inTurn = () => clock.now() + 60_000

const sheet = { platform: 'slack', team: 'T1', file: 'F1' } as const
const copies = (records: RecordStore, removeCopy = async () => undefined) =>
  createCopies({ records, outbound: { removeCopy }, clock, log })
const host: ImageHost = { put: async () => '', read: async () => undefined, remove: async () => undefined }
async function removePicture(parts: ReturnType<typeof copies>): Promise<void> {
  await parts.watch(host).remove('a')
  await parts.run()
}
const listRemovals = (records: RecordStore) => records.listRecords('copy-removal', undefined, clock.now())
const isKnown = async (records: RecordStore) =>
  (await listRemovals(records)).length > 0 ||
  (await records.listRecords('copies', undefined, clock.now())).length > 0

const picture = { filename: 'hat.png', size: 1, url: 'https://cdn.test/hat.png' }
const attachments = (records: RecordStore) => createKeptAttachments(records, clock)

export const works: readonly Work[] = [
  ...teamWorks,
  ...voteWorks,
  ...budgetWorks,
  ...receiptWorks,
  ...peopleWorks,
  ...removalWorks,
  ...shardWorks,
  { act: (records) => copies(records).note(['a'], sheet), read: isKnown },
  {
    before: (records) => copies(records).note(['a'], sheet),
    act: (records) => removePicture(copies(records)),
    read: isKnown,
  },
  {
    before: (records) => copies(records).note(['a'], sheet),
    act: (records) => removePicture(copies(records, () => Promise.reject(new Error('not taken')))),
    read: async (records) => (await listRemovals(records)).some(({ body }) => Number(body.attempts) > 0),
  },
  { act: (records) => install(records).save(team), read: findTeam },
  {
    before: (records) => install(records).save(older),
    act: (records) => install(records).save(team),
    read: findTeam,
  },
  {
    before: (records) => install(records).save(team),
    act: (records) => install(records).remove({ team: 'T1' }, clock.now()),
    read: findTeam,
  },
  {
    before: (records) => installBefore(records).save(team),
    act: (records) => install(records).renew(),
    read: async (records) => ({
      ...(await findTeam(records)),
      old: await installBefore(records).find(team),
    }),
  },
  {
    act: (records) => createDurableSecret(records, clock)(),
    read: async (records) => (await records.listRecords('secret', undefined, clock.now())).length,
  },
  {
    act: (records) => attachments(records).keep('call', 'ann', [picture]),
    read: async (records) =>
      (await records.listRecords('discord-attachments', 'ann', clock.now())).map(({ body }) => body),
  },
  { act: (records) => logins(records).write([1]), read: readLogins },
  {
    before: (records) => logins(records).write([1]),
    act: (records) => logins(records).write([1, 2]),
    read: readLogins,
  },
  {
    before: (records) => limiter(records).consume('ann'),
    act: (records) => limiter(records).delete('ann'),
    read: async (records) => (await limiter(records).get('ann'))?.consumedPoints ?? 0,
  },
  { act: (records) => turns(records).give('ann', 1), read: (records) => turns(records).find('ann') },
  {
    before: (records) => turns(records).give('ann', 1),
    act: (records) => turns(records, inTurn).use('ann'),
    read: (records) => turns(records).find('ann'),
  },
]
