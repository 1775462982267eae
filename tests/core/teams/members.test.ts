/** Tests who belongs to a team, and that nobody who is kept out comes in by another name. */
import { expect, it } from 'vitest'
import { findMonth } from '#core/credits/month.ts'
import { createTeams } from '#core/teams/teams.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createCounter } from '../rig.ts'
import { openStore } from '../store/places.ts'

/** The chat users of an account. */
const tied = { blake: ['B1', 'B2'].map((user) => ({ platform: 'discord', user }) as const) }

async function setUp() {
  const { records } = await openStore()
  const clock = createVirtualClock()
  const hash = async (...texts: string[]) => texts.join('|')
  return {
    records,
    clock,
    teams: createTeams({
      ...{ records, clock, hash, tellTeam: async () => true, tellIn: async () => true, ...createCounter() },
      accounts: { listIdentities: async (account) => (account === 'blake' ? tied.blake : []) },
    }),
  }
}

const ann = { account: 'ann', name: 'Ann' }

it('knows each account once, also after a merge: the higher role and the lower cap count', async () => {
  const { records, clock, teams } = await setUp()
  await teams.seeMember('slack:T1', ann)
  await teams.setMemberCap('slack:T1', ann, 50, 'eve')
  await teams.setRole('slack:T1', { account: 'old', name: 'Anna' }, 'admin', 'eve')
  await teams.setMemberCap('slack:T1', { account: 'old', name: 'Anna' }, 20, 'eve')
  await teams.seeMember('slack:T1', { account: 'bob', name: 'Bob' })
  await teams.seeMember('slack:T12', ann)
  for (const record of await records.listRecords('member', 'old', clock.now())) {
    await records.replaceRecord({ ...record, owner: 'ann' })
  }
  const members = await teams.listMembers('slack:T1')
  expect(members).toMatchObject([
    { account: 'ann', name: 'Ann', role: 'admin', cap: 20 },
    { account: 'bob', role: 'member' },
  ])
  expect(await teams.findMember('slack:T1', 'ann')).toEqual(members[0])
  await teams.removeMember('slack:T1', 'ann', 'eve')
  expect(await teams.listMembers('slack:T1')).toMatchObject([{ account: 'bob' }])
  expect(await teams.findMember('slack:T12', 'ann')).toMatchObject({ account: 'ann', role: 'member' })
})

it('keeps out a chat user, by every name of theirs, and their account, in this team alone', async () => {
  const { teams } = await setUp()
  const user = { platform: 'slack', user: 'E1:U1', name: 'Ann', formerly: ['T1:U1'] } as const
  await teams.block('slack:T1', { user, name: 'Ann', accounts: ['ann'] }, 'eve')
  const isBlocked = (user: string, team = 'slack:T1') =>
    teams.isBlocked(team, { user: { platform: 'slack', user }, accounts: [] })
  expect(await Promise.all([isBlocked('E1:U1'), isBlocked('T1:U1')])).toEqual([true, true])
  expect(await teams.isBlocked('slack:T1', { accounts: ['ann'] })).toBe(true)
  expect(await Promise.all([isBlocked('E1:U2'), isBlocked('E1:U1', 'slack:T2')])).toEqual([false, false])
  await teams.unblock('slack:T1', { user, name: 'Ann', accounts: ['ann'] }, 'eve')
  expect(await isBlocked('T1:U1')).toBe(false)
})

it('keeps out whoever left the account since, and lets all of them in together', async () => {
  const { teams } = await setUp()
  const isBlocked = (user: string) =>
    teams.isBlocked('slack:T1', { user: { platform: 'discord', user }, accounts: ['another'] })
  await teams.seeMember('slack:T1', { account: 'blake', name: 'Blake' })
  const blake = { name: 'Blake', user: { platform: 'slack', user: 'T1:B3' }, accounts: ['blake'] } as const
  await teams.block('slack:T1', { ...blake, accounts: [] }, 'eve')
  await teams.block('slack:T1', blake, 'eve')
  expect(await Promise.all(['B1', 'B2', 'B4'].map(isBlocked))).toEqual([true, true, false])
  expect(await teams.listMembers('slack:T1')).toMatchObject([{ account: 'blake', blocked: true }])
  const anew = { name: 'Blake', user: { platform: 'discord', user: 'B2' }, accounts: ['another'] } as const
  await teams.unblock('slack:T1', anew, 'eve')
  expect(await Promise.all(['B1', 'B2'].map(isBlocked))).toEqual([false, false])
  expect(await teams.isBlocked('slack:T1', blake)).toBe(false)
  expect(await teams.listMembers('slack:T1')).toEqual([expect.not.objectContaining({ blocked: true })])
})

it('knows who was seen in what is tied into it, and tells of nobody else who is blocked', async () => {
  const { teams } = await setUp()
  const place = { platform: 'discord', id: 'G1' } as const
  await teams.seeMember('discord:G1', ann, place)
  const first = { platform: 'slack', id: 'T1', title: 'Acme' } as const
  const knows = () => teams.isKnownIn('slack:T1', 'ann')
  expect(await knows()).toBe(false)
  const step = await teams.ties.take(await teams.ties.offer(first), { ...place, title: 'Acme too' })
  await teams.ties.tie('code' in step ? step.code : '', first, 'eve')
  expect([await knows(), await teams.isKnownIn('slack:T1', 'bob')]).toEqual([true, false])
  await teams.block('slack:T1', { name: 'Bob', accounts: ['bob'] }, 'eve')
  expect(await teams.isBlocked('slack:T1', { accounts: ['bob'] })).toBe(true)
  expect(await teams.listMembers('slack:T1')).toEqual([])
  expect(await teams.listChanges('slack:T1', 1)).toEqual([
    { at: expect.any(Number), by: 'eve', what: 'blocked' },
  ])
})

it.each([
  ['2026-11-30T23:30:00Z', 'UTC', '2026-11'],
  ['2026-11-30T23:30:00Z', 'Asia/Tokyo', '2026-12'],
  ['2027-01-01T04:30:00Z', 'America/New_York', '2026-12'],
])('finds the month of %s in %s', (at, timeZone, month) => {
  expect(findMonth(Date.parse(at), timeZone)).toBe(month)
})
