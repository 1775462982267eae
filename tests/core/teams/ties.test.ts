/** Tests that two teams are tied only where an admin of each has said so, and that either can untie them. */
import { expect, it } from 'vitest'
import { createTeams } from '#core/teams/teams.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createCounter } from '../rig.ts'
import { openStore } from '../store/places.ts'

const slack = { platform: 'slack', id: 'T1', title: 'Acme' } as const
const discord = { platform: 'discord', id: '7', title: 'Acme too' } as const
const other = { platform: 'discord', id: '8', title: 'Others' } as const

async function setUp() {
  const { records } = await openStore()
  const clock = createVirtualClock()
  const hash = async (...texts: string[]) => texts.join('|')
  const told = new Set<string>()
  const troubles: Error[] = []
  async function tellTeam(team: string, name: string) {
    const trouble = troubles.pop()
    if (trouble) throw trouble
    told.add(`${team} ${name.split('/')[0]}`)
    return true
  }
  const teams = createTeams({
    ...{
      records,
      clock,
      hash,
      tellTeam,
      tellIn: async () => true,
      accounts: { listIdentities: async () => [] },
    },
    ...createCounter(),
  })
  const { ties } = teams
  async function ask() {
    const step = await ties.take(await ties.offer(slack), discord)
    return 'code' in step ? step.code : ''
  }
  const tie = async () => ties.tie(await ask(), slack, 'ann')
  const ids = () => Promise.all([slack, discord, other].map(teams.findId))
  return { teams, ties, ask, tie, ids, clock, told, troubles }
}

const refused = (code: string) => expect.objectContaining({ code })

it('makes two teams one by a code from each, once, and two again', async () => {
  const { teams, ties, ask, ids } = await setUp()
  await teams.setGallery(discord, 'C7')
  const code = await ask()
  expect(await ties.take(code, slack)).toEqual({ step: 'asked', other: discord })
  const tried = await Promise.allSettled([ties.tie(code, slack, 'ann'), ties.tie(code, slack, 'ann')])
  expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await ids()).toEqual(['slack:T1', 'slack:T1', 'discord:8'])
  expect(await ties.list('slack:T1')).toEqual([slack, discord].map(({ platform, id }) => ({ platform, id })))
  expect(await teams.findGallery(discord)).toBe('C7')
  expect((await teams.listChanges('discord:7', 5)).map(({ what }) => what)).toEqual(['tied', 'gallery'])
  await ties.untie(discord, 'ben')
  expect(await ids()).toEqual(['slack:T1', 'discord:7', 'discord:8'])
  expect((await teams.listChanges('slack:T1', 5)).map(({ what, by }) => [what, by])).toEqual([
    ['untied', 'ben'],
    ['tied', 'ann'],
  ])
})

it('lets nobody in whom either of them blocked before, or both do while they are one', async () => {
  const { teams, ties, tie } = await setUp()
  const bob = { name: 'Bob', accounts: ['bob'] }
  const isBlockedIn = async (place: typeof slack | typeof discord) =>
    teams.isBlocked(await teams.findId(place), bob, [place])
  await teams.block('discord:7', bob, 'eve')
  await tie()
  expect([await isBlockedIn(slack), await isBlockedIn(discord)]).toEqual([false, true])
  await teams.unblock('slack:T1', bob, 'eve')
  expect([await isBlockedIn(slack), await isBlockedIn(discord)]).toEqual([false, false])
  await teams.block('slack:T1', bob, 'eve')
  await ties.untie(discord, 'eve')
  expect([await isBlockedIn(slack), await isBlockedIn(discord)]).toEqual([true, true])
})

it('ties by no code of another team, of another step, too late, or in the same team', async () => {
  const { ties, ask, clock, ids } = await setUp()
  const offered = await ties.offer(slack)
  await expect(ties.tie(offered, slack, 'ann')).rejects.toEqual(refused('no-tie'))
  await expect(ties.take(offered, slack)).rejects.toEqual(refused('already-tied'))
  const code = await ask()
  for (const team of [discord, other]) {
    await expect(ties.take(code, team)).rejects.toEqual(refused('no-tie'))
    await expect(ties.tie(code, team, 'eve')).rejects.toEqual(refused('no-tie'))
  }
  await clock.advance(60 * 60_000)
  await expect(ties.tie(code, slack, 'ann')).rejects.toEqual(refused('no-tie'))
  expect(await ids()).toEqual(['slack:T1', 'discord:7', 'discord:8'])
})

it('ties none that is part of another, and none that has others', async () => {
  const { ties, tie } = await setUp()
  await tie()
  await expect(ties.offer(discord)).rejects.toEqual(refused('already-tied'))
  for (const team of [discord, slack]) {
    await expect(ties.take(await ties.offer(other), team)).rejects.toEqual(refused('already-tied'))
  }
})

it('lets codes be guessed but a few times an hour', async () => {
  const { ties, clock } = await setUp()
  const guess = () => ties.take('guess', other)
  for (let at = 0; at < 20; at++) await expect(guess()).rejects.toEqual(refused('no-tie'))
  await expect(guess()).rejects.toEqual(refused('too-many-codes'))
  await clock.advance(60 * 60_000)
  await expect(guess()).rejects.toEqual(refused('no-tie'))
})

it('unties all that are tied into one, by that one', async () => {
  const { ties, tie, ids } = await setUp()
  await tie()
  expect(await ties.untie(slack, 'ann')).toEqual([{ platform: 'discord', id: '7' }])
  expect(await ids()).toEqual(['slack:T1', 'discord:7', 'discord:8'])
  expect(await ties.untie(slack, 'ann')).toEqual([])
})

it('tells both of a tie that was cut off before, by the same code', async () => {
  const { ties, ask, told, troubles } = await setUp()
  const code = await ask()
  troubles.push(new Error('cut off'))
  await expect(ties.tie(code, slack, 'ann')).rejects.toThrow('cut off')
  await ties.tie(code, slack, 'ann')
  expect([...told]).toEqual(['slack:T1 tied', 'discord:7 tied'])
})
