/** What admins change in a team, as work to be cut off. */
import { hasCode } from '#core/errors.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createTeams } from '#core/teams/teams.ts'
import type { TieSide } from '#core/teams/ties.ts'
import type { Work } from './outside.ts'

const clock = { now: () => Date.UTC(2100, 0, 1), sleep: async () => undefined }
const guild = { platform: 'discord', id: 'G1', title: 'Acme' } as const
const workspace = { platform: 'slack', id: 'T1', title: 'Acme too' } as const
const leaving = { platform: 'slack', id: 'T2', title: 'Acme once' } as const
const team = 'discord:G1'
const ann = { account: 'ann', name: 'Ann' }
const blocked = { ...ann, user: { platform: 'slack', user: 'T1:U1' }, accounts: ['ann'] } as const

const open = (records: RecordStore, createId = () => 'one') =>
  createTeams({
    ...{ records, clock, createId, tellTeam: async () => true, tellIn: async () => true },
    accounts: { listIdentities: async () => [] },
    hash: async (...texts) => texts.join(),
  })
const other = () => 'two'

/** The codes of the two steps are `one` and `two`. */
async function ask(records: RecordStore, side: TieSide = workspace): Promise<void> {
  await open(records).ties.offer(guild)
  await open(records, other).ties.take('one', side)
}
/** Whoever tries again after it was done is refused. */
const done = (error: unknown) => {
  if (!hasCode(error, 'no-tie')) throw error
}
const findTied = (records: RecordStore) => open(records).findId(workspace)
const findAnn = (records: RecordStore) => open(records).findMember(team, 'ann')

export const teamWorks: readonly Work[] = [
  {
    before: (records) => open(records).setGallery(guild, 'gallery'),
    act: (records) => open(records).removeTeams({ platform: 'discord', prefix: 'G' }),
    read: (records) => open(records).findGallery(guild),
  },
  {
    act: (records) =>
      open(records).changeSettings(team, (now) => ({ ...now, memberCap: 5 }), {
        by: 'eve',
        what: 'member-cap',
      }),
    read: async (records) => (await open(records).findSettings(team)).memberCap,
  },
  { act: (records) => open(records).setRole(team, ann, 'admin', 'eve'), read: findAnn },
  {
    before: (records) => open(records).seeMember(team, ann),
    act: (records) => open(records).removeMember(team, 'ann', 'eve'),
    read: findAnn,
  },
  {
    act: (records) => open(records).block(team, blocked, 'eve'),
    read: (records) => open(records).isBlocked(team, { accounts: ['ann'] }),
  },
  {
    before: (records) => open(records).block(team, blocked, 'eve'),
    act: (records) => open(records).unblock(team, blocked, 'eve'),
    read: (records) => open(records).isBlocked(team, { accounts: ['ann'] }),
  },
  {
    before: async (records) => void (await open(records).ties.offer(guild)),
    act: (records) => open(records, other).ties.take('one', workspace).catch(done),
    read: async (records) =>
      (await records.findRecord('team-tie', 'team-tie,two', clock.now())) !== undefined,
  },
  {
    before: ask,
    act: (records) => open(records).ties.tie('two', guild, 'eve').catch(done),
    read: findTied,
  },
  {
    before: async (records) => {
      await ask(records, leaving)
      await open(records).ties.tie('two', guild, 'eve')
    },
    act: (records) => open(records).ties.untie(leaving, 'eve'),
    read: (records) => open(records).findId(leaving),
  },
]
