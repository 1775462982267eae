/** What a team is to know is told it once, from however many processes, and is lost by no crash and no refusal. */
import { describe, expect, it } from 'vitest'
import type { Place } from '#core/chat.ts'
import { nobody, type TeamNote } from '#core/outbound.ts'
import { changeRecord } from '#core/records/change-record.ts'
import { seeMember } from '#core/teams/members.ts'
import { changeSettings } from '#core/teams/settings.ts'
import { createTeamNotes, type KeptNote } from '#core/teams/team-notes.ts'
import { createDoomed, type Doom } from '#tests/crash/crashing.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const team = 'slack:E1:T1'
const adminsChannel = { platform: 'slack', team: 'E1:T1', channel: 'C9' } as const
const untied = { kind: 'untied' } as const
const minute = 60_000
const day = 24 * 60 * minute

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function setUp() {
    const { records } = await openStore(create)
    const clock = createVirtualClock()
    const told: [Place['channel'], TeamNote][] = []
    const refusals: Error[] = []
    const alive = new Set<string>()
    let boots = 0
    const tellTeam = async ({ channel }: Place, note: TeamNote) => {
      const refusal = refusals.pop()
      if (refusal) throw refusal
      told.push([channel, note])
      return `${told.length}`
    }
    /** A process, which dies as it is doomed to. */
    const boot = (doom: Doom = {}) => {
      const owner = `${boots++}`
      const doomed = createDoomed(doom)
      alive.add(owner)
      void doomed.died.then(() => alive.delete(owner))
      const outbound = { ...nobody, ...doomed.wrap('chat', { tellTeam }) }
      const ports = { records: doomed.wrapStore('records', records), clock, outbound, log: silent }
      const notes = createTeamNotes({ ...ports, owner, isAlive: (other) => alive.has(other) })
      const act = (work: () => Promise<unknown>) => Promise.race([work(), doomed.died])
      return { ...notes, die: doomed.died, act }
    }
    const choose = (channel = 'C9') =>
      changeSettings({ records, clock }, team, (before) => ({
        ...{ ...before, adminsChannel: { ...adminsChannel, channel } },
      }))
    const listDue = async () => (await records.listRecords('team-note', undefined, clock.now())).length
    /** Lets so much time pass, with a process that looks every minute. */
    const pass = async (ms: number) => {
      const last = boot()
      for (let gone = 0; gone < ms; gone += minute) {
        clock.advance(minute)
        await last.run()
      }
    }
    return { records, clock, told, refusals, boot, choose, listDue, pass }
  }

  it('tells once by a name, however often and from however many processes, where the admins chose a channel', async () => {
    const { boot, choose, told, listDue } = await setUp()
    const [one, other] = [boot(), boot()]
    expect(await one.tell(team, 'a', untied)).toBe(false)
    expect(await listDue()).toBe(0)
    await choose()
    const all = [one, other, one, other].map((each) => each.tell(team, 'a', untied))
    expect(await Promise.all(all)).toEqual([true, true, true, true])
    expect(await other.tell(team, 'a', untied)).toBe(true)
    expect(told).toEqual([['C9', untied]])
    await one.tell(team, 'b', untied)
    expect([told.length, await listDue(), await one.isTold(team, 'a')]).toEqual([2, 0, true])
  })

  it('tells later what no channel took, in the one that is chosen by then, less and less often', async () => {
    const { boot, choose, told, refusals, listDue, pass } = await setUp()
    await choose()
    refusals.push(...Array.from({ length: 3 }, () => new Error('away')))
    expect(await boot().tell(team, 'a', untied)).toBe(true)
    await choose('C10')
    await pass(5 * minute)
    expect([told, refusals.length, await listDue()]).toEqual([[], 0, 1])
    await pass(3 * minute)
    expect([told, await listDue()]).toEqual([[['C10', untied]], 0])
  })

  it('gives up after a week, and tells nothing that was skipped', async () => {
    const { boot, choose, told, refusals, listDue, clock, pass } = await setUp()
    await choose()
    refusals.push(new Error('away'), new Error('away'))
    const notes = boot()
    await notes.tell(team, 'a', untied)
    await notes.tell(team, 'b', untied)
    await notes.skip(team, 'b')
    expect(await listDue()).toBe(1)
    clock.advance(7 * day)
    await pass(2 * minute)
    expect([told, await notes.isTold(team, 'a'), await notes.isTold(team, 'b')]).toEqual([[], false, true])
  })

  it('keeps of a member their account alone, and tells of who is gone without a name', async () => {
    const { boot, choose, told, refusals, records, clock, pass } = await setUp()
    await choose()
    await seeMember({ records, clock }, team, { account: 'ann', name: 'Ann' })
    const note: KeptNote & { kind: 'budget' } = {
      ...{ kind: 'budget', level: 80, month: '2026-11', spent: 8, limit: 10, of: { account: 'ann' } },
    }
    await boot().tell(team, 'a', note)
    refusals.push(new Error('away'))
    await boot().tell(team, 'b', note)
    const kept = await records.listRecords('team-note', undefined, clock.now())
    expect(JSON.stringify(kept)).not.toContain('Ann')
    await records.removeOwned('ann')
    await pass(2 * minute)
    expect(told.map(([, each]) => each.kind === 'budget' && each.of.member)).toEqual(['Ann', ''])
  })

  it('is told after a crash at any step, and twice only where that was after the post and before its mark', async () => {
    const doubling: string[] = []
    for (let step = 0, isCut = true; isCut; step++) {
      for (const when of ['before', 'after'] as const) {
        const { boot, choose, told, listDue, pass } = await setUp()
        await choose()
        const died: string[] = []
        const doomed = boot({ point: { step, when }, onStep: (name) => died.push(name) })
        isCut = (await doomed.act(() => doomed.tell(team, 'a', untied))) === undefined
        const isDue = (await listDue()) > 0 || told.length > 0
        await pass(2 * minute)
        const isTwice = isCut && told.length === 2
        expect([told.length, await listDue()]).toEqual([isDue ? (isTwice ? 2 : 1) : 0, 0])
        if (isTwice) doubling.push(...died)
        // Whoever asks again, as those do that were cut off before it was kept.
        await boot().tell(team, 'a', untied)
        expect(told.length).toBe(isTwice ? 2 : 1)
      }
    }
    expect(doubling).toEqual(['chat.tellTeam:after', 'records.insertRecord team-told:before'])
  })
})

it('tells nothing where what is another team’s by now was chosen, until it is tied again', async () => {
  const { records } = await openStore()
  const clock = createVirtualClock()
  const told: string[] = []
  const tellTeam = async ({ channel }: Place) => `${told.push(channel)}`
  const ports = { records, clock, log: silent, outbound: { ...nobody, tellTeam } }
  const notes = createTeamNotes({ ...ports, owner: 'here', isAlive: () => false })
  const elsewhere = { platform: 'discord', team: 'G1', channel: 'C7' } as const
  const tie = (body: object) =>
    changeRecord(records, { kind: 'team', key: 'discord:G1' }, clock, () => ({
      ...{ kind: 'team', key: 'discord:G1', body: { ...body } },
    }))
  await changeSettings(ports, team, (before) => ({ ...before, adminsChannel: elsewhere }))
  expect(await notes.tell(team, 'a', untied)).toBe(false)
  await tie({ joined: team })
  expect(await notes.tell(team, 'b', untied)).toBe(true)
  await tie({})
  expect(await notes.tell(team, 'c', untied)).toBe(false)
  expect(told).toEqual(['C7'])
})
