/** Each team is told of a month once, in the morning after its own midnight, from however many processes and after any crash. */
import { describe, expect, it } from 'vitest'
import type { Place } from '#core/chat.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { noteShared } from '#core/history/gallery.ts'
import { type MonthNote, nobody } from '#core/outbound.ts'
import { createMonthEnds } from '#core/reports/month-ends.ts'
import { changeSettings } from '#core/teams/settings.ts'
import { readTeamName } from '#core/teams/team-name.ts'
import { createTeamNotes } from '#core/teams/team-notes.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { createDoomed, type Doom } from '#tests/crash/crashing.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { createPlainCore } from '../rig.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const place = { platform: 'slack', id: 'T1' } as const
const guild = { platform: 'discord', id: 'G1' } as const
const hour = 60 * 60_000
const day = 24 * hour

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function open(now = '2100-11-20T12:00:00Z') {
    const store = await openStore(create)
    const clock = createVirtualClock(Date.parse(now))
    const { records } = store
    const core = createPlainCore({ store, clock })
    const ledger = createLedger(store.ledger, clock)
    const told: string[] = []
    const tellMonth = async ({ channel }: Place, { kind, month }: MonthNote) => {
      told.push(`${new Date(clock.now()).toISOString().slice(5, 16)} ${channel}: ${kind} ${month}`)
    }
    const alive = new Set<string>()
    let boots = 0
    const boot = (doom: Doom = {}) => {
      const owner = `${boots++}`
      const doomed = createDoomed(doom)
      alive.add(owner)
      void doomed.died.then(() => alive.delete(owner))
      const outbound = { ...nobody, ...doomed.wrap('chat', { tellMonth }) }
      const ports = { records: doomed.wrapStore('records', records), clock, log: silent }
      const notes = createTeamNotes({ ...ports, outbound, owner, isAlive: (other) => alive.has(other) })
      const { findBestOf } = core
      const monthEnds = createMonthEnds({ ...ports, ledger: store.ledger, findBestOf, notes })
      return { notes, died: doomed.died, run: () => Promise.race([monthEnds.run(), doomed.died]) }
    }
    /** Two processes that live through it, and look every hour. */
    const passUntil = async (until: string) => {
      const processes = [boot(), boot()]
      while (clock.now() < Date.parse(until)) {
        clock.advance(hour)
        await Promise.all(processes.map(({ run }) => run()))
        for (const { notes } of processes) await notes.run()
      }
    }
    const choose = (team: string, channel: string, timeZone = 'UTC') => {
      const { platform, id } = readTeamName(team)
      const adminsChannel = { platform, team: id, channel }
      return changeSettings({ records, clock }, team, (before) => ({ ...before, timeZone, adminsChannel }))
    }
    const spend = async (team: string, month: string) => {
      const wallet = `team:${team}`
      const key = `${wallet}:${month}`
      await ledger.append({ wallet, key: `${key}:gift`, kind: 'grant', amount: 10, reference: key })
      const budget = { month, member: 'ann' }
      await ledger.append({ wallet, key, kind: 'spend', amount: -10, reference: key, budget })
    }
    let made = 0
    /** A picture that is shared in these from now on, with so many votes. */
    const share = async (votes: number, ...places: readonly (typeof place | typeof guild)[]) => {
      const at = clock.now()
      const generation = await record(store, createDelivered({ owner: 'ann', pictureKeys: [`k${++made}`] }))
      await noteShared({ records, clock }, generation, at, places)
      for (const { platform, id: team } of places) {
        const post = { platform, team, channel: 'C2', message: `m${made}`, at, by: `Ann ${made}` }
        await core.history.markShared('ann', generation.id, post)
      }
      for (let voter = 0; voter < votes; voter++) {
        const user = { platform: 'slack', user: `T1:U${voter}`, name: 'U' } as const
        await core.votes.toggle(generation.id, places[0] ?? place, user, `${made}:${voter}`)
      }
      return generation.id
    }
    return { clock, core, told, boot, passUntil, choose, spend, share, records }
  }

  it('tells at eight in the morning of the team’s own first, once, also from two processes', async () => {
    const { choose, spend, passUntil, told } = await open('2100-11-30T00:00:00Z')
    const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata'] as const
    for (const [at, zone] of zones.entries()) {
      await choose(`slack:T${at}`, zone, zone)
      await spend(`slack:T${at}`, '2100-11')
    }
    await passUntil('2100-12-05T00:00:00Z')
    expect(told).toEqual([
      '11-30T18:00 Pacific/Kiritimati: report 2100-11',
      '12-01T03:00 Asia/Kolkata: report 2100-11',
      '12-01T08:00 UTC: report 2100-11',
      '12-01T19:00 Pacific/Pago_Pago: report 2100-11',
    ])
  })

  it('tells nothing of a month without anything, and of the last month alone after being away', async () => {
    const { choose, spend, share, passUntil, told, clock } = await open()
    for (const team of ['slack:T1', 'slack:T2', 'slack:T3']) await choose(team, team)
    await spend('slack:T2', '2100-11')
    await share(0, place)
    clock.advance(45 * day)
    await passUntil('2101-01-05T00:00:00Z')
    expect(told).toEqual([])
    await spend('slack:T3', '2101-01')
    clock.advance(40 * day)
    await passUntil('2101-02-18T00:00:00Z')
    expect(told).toEqual(['02-14T01:00 slack:T3: report 2101-01'])
  })

  it('tells admins of what was shared, and each gallery of what was voted for, of what still is', async () => {
    const { choose, share, passUntil, told, core, clock } = await open('2100-11-30T00:00:00Z')
    const { ties } = core.teams
    const step = await ties.take(await ties.offer({ ...place, title: 'A' }), { ...guild, title: 'B' })
    await ties.tie('code' in step ? step.code : '', place, 'root')
    await choose('slack:T1', 'admins')
    await choose('discord:G1', 'of what is tied')
    for (const each of [place, guild]) await core.teams.setGallery(each, `gallery of ${each.id}`)
    const shared: string[] = []
    for (const votes of [1, 3, 2, 3, 1]) {
      shared.push(await share(votes, place, guild))
      clock.advance(hour)
    }
    await core.history.remove('ann', shared[3] ?? '')
    const { shared: count, best } = await core.findBestOf('slack:T1', '2100-11')
    expect([count, best.map(({ author, votes, posts }) => `${author}: ${votes} on ${posts.length}`)]).toEqual(
      [...[4, ['Ann 2: 3 on 2', 'Ann 3: 2 on 2', 'Ann 1: 1 on 2']]],
    )
    await passUntil('2100-12-02T00:00:00Z')
    expect(told.toSorted()).toEqual([
      ...['12-01T08:00 admins: report 2100-11', '12-01T08:00 gallery of G1: best-of 2100-11'],
      '12-01T08:00 gallery of T1: best-of 2100-11',
    ])
  })

  it('tells galleries nothing where nobody voted, and admins that were chosen late', async () => {
    const { choose, share, passUntil, told, core } = await open('2100-11-30T20:00:00Z')
    await core.teams.setGallery(place, 'gallery')
    await share(0, place)
    await passUntil('2100-12-01T12:00:00Z')
    expect(told).toEqual([])
    await choose('slack:T1', 'admins')
    await passUntil('2100-12-01T14:00:00Z')
    expect(told).toEqual(['12-01T13:00 admins: report 2100-11'])
  })

  it('tells after a crash at any step, and twice only where that was after the post and before its mark', async () => {
    const doubling: string[] = []
    for (let step = 0, isCut = true; isCut; step++) {
      for (const when of ['before', 'after'] as const) {
        const { choose, spend, told, boot, passUntil } = await open('2100-12-01T08:00:00Z')
        await choose('slack:T1', 'admins')
        await spend('slack:T1', '2100-11')
        const died: string[] = []
        const doomed = boot({ point: { step, when }, onStep: (name) => died.push(name) })
        await doomed.run()
        isCut = died.length > 0
        await passUntil('2100-12-01T10:00:00Z')
        if (told.length === 2) doubling.push(...died)
        expect(new Set(told.map((each) => each.slice(12)))).toEqual(new Set(['admins: report 2100-11']))
        expect(told.length).toBeLessThanOrEqual(2)
      }
    }
    expect(doubling).toEqual(['chat.tellMonth:after', 'records.insertRecord team-told:before'])
  })
})
