/** The admins are told of each budget at four fifths and at its end: once, whoever spends, and from however many processes. */
import { describe, expect, it } from 'vitest'
import type { BudgetClaim } from '#core/credits/budget.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { renderRefund } from '#core/credits/refund.ts'
import { type BudgetNote, nobody } from '#core/outbound.ts'
import { createBudgetNotes } from '#core/teams/budget-notes.ts'
import { seeMember } from '#core/teams/members.ts'
import { changeSettings } from '#core/teams/settings.ts'
import { createTeamNotes } from '#core/teams/team-notes.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const team = 'slack:E1:T1'
const wallet = `team:${team}`
const channel = `${team}:C1`
const minute = 60_000
const adminsChannel = { platform: 'slack', team: 'E1:T1', channel: 'C9' } as const

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function open(credits = 1_000) {
    const store = await openStore(create)
    const { records, ledger: entries } = store
    const clock = createVirtualClock()
    const told: string[] = []
    const refusals: unknown[] = []
    const outbound = {
      ...nobody,
      tellTeam: async (_: unknown, note: { kind: string }) => {
        if (refusals.length > 0) throw refusals.pop()
        const { level, spent, limit, month, of } = note as BudgetNote
        const whose = of.member ?? of.channel?.channel ?? 'wallet'
        told.push(`${month} ${whose} ${level}: ${spent} of ${limit}`)
        return `${told.length}`
      },
    }
    const listTakenOver = async (account: string) => (account === 'ann' ? ['old'] : [])
    const boot = (_: unknown, at: number) => {
      const ports = { records, entries, clock, outbound, log: silent, listTakenOver }
      const teamNotes = createTeamNotes({ ...ports, owner: `${at}`, isAlive: () => true })
      const notes = createBudgetNotes({ ...ports, notes: teamNotes })
      return { notes, ledger: notes.watch(createLedger(entries, clock)) }
    }
    const processes = [1, 2].map(boot)
    const [first] = processes
    await first?.ledger.append({ wallet, key: 'gift', kind: 'grant', amount: credits, reference: 'gift' })
    await seeMember({ records, clock }, team, { account: 'ann', name: 'Ann' })
    const choose = () => changeSettings({ records, clock }, team, (before) => ({ ...before, adminsChannel }))
    let made = 0
    const spend = async (price: number, claim: Partial<BudgetClaim> = {}) => {
      const at = made++
      const entry = await processes[at % 2]?.ledger.append({
        ...{ wallet, key: `spend:${at}`, kind: 'spend', amount: -price, reference: `${at}` },
        budget: { month: '2026-11', member: 'ann', ...claim },
      })
      for (const { notes } of processes) await notes.settle()
      return entry
    }
    const ledger = first?.ledger ?? createLedger(entries, clock)
    return { choose, spend, told, refusals, ledger, clock, records, boot, entries }
  }

  it('tells of a member’s cap, with what those had spent whom they took over, and of a channel’s', async () => {
    const { choose, spend, told } = await open()
    await choose()
    const caps = { member: 100, channel: 60 }
    await spend(30, { member: 'old' })
    await spend(49, { channel, caps })
    await spend(1, { channel, caps })
    await spend(10, { channel, caps })
    await spend(10, { caps })
    expect(told).toEqual([
      ...['2026-11 C1 80: 49 of 60', '2026-11 Ann 80: 80 of 100'],
      ...['2026-11 C1 100: 60 of 60', '2026-11 Ann 100: 100 of 100'],
    ])
    await spend(90, { month: '2026-12', caps: { member: 100 } })
    await spend(30, { caps: { member: 160 } })
    expect(told.slice(4)).toEqual(['2026-12 Ann 80: 90 of 100', '2026-11 Ann 80: 130 of 160'])
  })

  it('tells of the wallet by what it had when credits last came, and never of most of it after all of it', async () => {
    const { choose, spend, told, ledger } = await open(100)
    await choose()
    for (const price of [40, 39]) await spend(price)
    expect(told).toEqual([])
    const last = await spend(21)
    expect(told).toEqual(['2026-11 wallet 100: 100 of 100'])
    if (last) await ledger.append(renderRefund(last, wallet))
    await spend(5)
    expect(told).toHaveLength(1)
    await ledger.append({ wallet, key: 'more', kind: 'purchase', amount: 500, reference: 'more' })
    await spend(400, { month: '2026-12' })
    await spend(20, { month: '2026-12' })
    expect(told.slice(1)).toEqual(['2026-12 wallet 80: 420 of 516'])
  })

  it('tells of the wallet once for the credits that came, however it goes up and down, and again for the next', async () => {
    const { choose, spend, told, ledger } = await open(100)
    await choose()
    const last = await spend(85)
    for (let time = 0; time < 2; time++) {
      if (last) await ledger.append({ ...renderRefund(last, wallet), key: `back:${time}` })
      await spend(85, { month: '2026-12' })
    }
    expect(told).toEqual(['2026-11 wallet 80: 85 of 100'])
    await ledger.append({ wallet, key: 'more', kind: 'purchase', amount: 85, reference: 'more' })
    await spend(85)
    expect(told.slice(1)).toEqual(['2026-11 wallet 80: 85 of 100'])
  })

  it('waits until there is a channel that takes it, and says it once also of spends at once', async () => {
    const { choose, spend, told, refusals, clock } = await open()
    const caps = { member: 100 }
    await spend(85, { caps })
    expect(told).toEqual([])
    await choose()
    refusals.push(new Error('Slack is away'))
    await spend(1, { caps })
    expect(told).toEqual([])
    clock.advance(minute)
    await Promise.all([spend(1, { caps }), spend(1, { caps }), spend(1, { caps })])
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^2026-11 Ann 80: 8[789] of 100$/)
  })

  it('tells after a start of what was spent by a process that died before it could keep the note', async () => {
    const { choose, told, records, clock, boot, entries } = await open()
    await choose()
    const bare = createLedger(entries, clock)
    const spend = (key: string, price: number, caps = { member: 100 }) =>
      bare.append({
        ...{ wallet, key, kind: 'spend', amount: -price, reference: key },
        budget: { month: '2026-11', member: 'ann', channel, caps },
      })
    await spend('long ago', 1, { member: 1 })
    clock.advance(25 * 60 * minute)
    await spend('a', 84)
    await spend('b', 15)
    await changeSettings({ records, clock }, 'slack:T2', (before) => ({ ...before, adminsChannel }))
    for (const { notes } of [boot(undefined, 3), boot(undefined, 4)]) {
      notes.start()
      await notes.settle()
    }
    expect(told).toEqual(['2026-11 Ann 100: 100 of 100'])
  })

  it('tells nothing that a version before had noted as told', async () => {
    const { choose, spend, told, records, clock } = await open()
    await choose()
    const caps = { member: 100 }
    for (const level of [80, 100]) {
      const key = `${team}/2026-11/member:ann:100/${level}`
      await records.insertRecord({ kind: 'budget-note', key, body: {} }, clock.now())
    }
    await spend(85, { caps })
    await spend(15, { caps })
    expect(told).toEqual([])
  })
})
