/** What a month of a team, of its members and of an account came to: by the ledger, and by the pictures still there. */
import { describe, expect, it } from 'vitest'
import type { BudgetClaim } from '#core/credits/budget.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { findMonthBefore } from '#core/credits/month.ts'
import { renderRefund } from '#core/credits/refund.ts'
import { createReports } from '#core/reports/reports.ts'
import { isMonth } from '#core/reports/spends.ts'
import { changeMember, seeMember } from '#core/teams/members.ts'
import { raiseCap } from '#core/teams/raises.ts'
import { changeSettings } from '#core/teams/settings.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const team = 'slack:T1'
const wallet = `team:${team}`
const day = 24 * 60 * 60_000

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function open() {
    const store = await openStore(create)
    const clock = createVirtualClock()
    clock.advance(Date.parse('2026-11-20T12:00:00Z') - clock.now())
    const { records, generations } = store
    const ledger = createLedger(store.ledger, clock)
    for (const each of [wallet, 'ann'])
      await ledger.append({ wallet: each, key: 'gift', kind: 'grant', amount: 1_000, reference: 'gift' })
    const ports = { records, generations, clock }
    const taken: Record<string, string> = { old: 'ann' }
    const reports = createReports({
      ...{ ...ports, ledger: store.ledger },
      aliases: {
        resolve: async (account) => taken[account] ?? account,
        list: async (account) => Object.keys(taken).filter((old) => taken[old] === account),
      },
    })
    let made = 0
    const draw = async (from: string, asked: object, budget?: Partial<BudgetClaim>, kept = true) => {
      const generation = createDelivered({ owner: budget?.member ?? from, asked, pictureKeys: [] })
      const { id, price } = kept ? await record(store, generation) : { id: `gone${++made}`, price: 7 }
      const claim = budget && { budget: { month: '2026-11', member: 'ann', ...budget } }
      const spend = { key: `spend:${id}`, kind: 'spend', amount: -price, reference: id } as const
      return await ledger.append({ wallet: from, ...spend, ...claim })
    }
    return { ...ports, ledger, clock, reports, draw }
  }

  it('sums up a team’s month by members, of whoever they took over too, by channels and by tools', async () => {
    const { reports, draw, ledger, ...ports } = await open()
    await changeSettings(ports, team, (settings) => ({
      ...{ ...settings, memberCap: 60, channelCap: 90, channels: { 'slack:T1:C2': { cap: 15 } } },
    }))
    for (const account of ['ann', 'bob', 'eve']) await seeMember(ports, team, { account, name: account })
    await changeMember(ports, team, { account: 'bob', name: 'bob' }, { cap: 20 })
    await draw(wallet, { tool: 'og' }, { channel: 'slack:T1:C1' })
    await draw(wallet, { tool: 'vary-strong' }, { member: 'old', channel: 'slack:T1:C2' })
    await draw(wallet, {}, { member: 'bob', channel: 'slack:T1:C1' })
    await draw(wallet, {}, { member: 'left' }, false)
    await ledger.append(renderRefund(await draw(wallet, {}, { member: 'eve' }), wallet))
    await draw(wallet, {}, { month: '2026-10' })
    const raise = (cap: 'member' | 'channel', name: string, credits: number) =>
      raiseCap(ports, team, { month: '2026-11', cap, name }, { request: name, credits })
    await raise('member', 'old', 50)
    await raise('member', 'ann', 5)
    await raise('channel', 'slack:T1:C2', 7)
    const one = (tool: string, credits: number) => ({ tool, orders: 1, credits })
    expect(await reports.findTeamMonth(team)).toEqual({
      ...{ month: '2026-11', balance: 953, spent: 37, isWhole: true },
      members: [
        { account: 'ann', name: 'ann', spent: 20, cap: 115, drawn: [one('vary', 10), one('og', 10)] },
        { account: 'bob', name: 'bob', spent: 10, cap: 20, drawn: [one('imagine', 10)] },
        { account: 'left', spent: 7, cap: 60, drawn: [{ orders: 1, credits: 7 }] },
        { account: 'eve', name: 'eve', spent: 0, cap: 60, drawn: [] },
      ],
      channels: [
        { channel: 'slack:T1:C1', spent: 20, cap: 90 },
        { channel: 'slack:T1:C2', spent: 10, cap: 22 },
      ],
      drawn: [
        { tool: 'imagine', orders: 1, credits: 10 },
        { tool: 'vary', orders: 1, credits: 10 },
        { tool: 'og', orders: 1, credits: 10 },
        { orders: 1, credits: 7 },
      ],
    })
    expect(await reports.findMemberMonth(team, 'ann')).toMatchObject({
      month: '2026-11',
      spent: 20,
      cap: 115,
    })
    expect(await reports.findTeamMonth(team, '2026-10')).toMatchObject({ spent: 10, channels: [] })
    expect(await reports.findTeamMonth('slack:T2')).toMatchObject({ spent: 0, members: [], drawn: [] })
  })

  it('sums up an own month by tool and quality, and what teams paid besides', async () => {
    const { reports, draw, ledger, clock, ...ports } = await open()
    await seeMember({ ...ports, clock }, team, { account: 'ann', name: 'Ann' })
    await draw('ann', {})
    await draw('ann', { quality: 'premium' })
    await ledger.append(renderRefund(await draw('ann', {}), 'ann'))
    await draw(wallet, {}, {})
    const november = {
      ...{ month: '2026-11', balance: 980, spent: 20, ofTeams: 10, isWhole: true },
      drawn: expect.arrayContaining([
        { tool: 'imagine', quality: 'standard', orders: 1, credits: 10 },
        { tool: 'imagine', quality: 'premium', orders: 1, credits: 10 },
      ]),
    }
    expect(await reports.findOwnMonth('ann')).toEqual(november)
    clock.advance(20 * day)
    for (let n = 0; n < 5; n += 1) await draw('ann', {})
    expect(await reports.findOwnMonth('ann')).toMatchObject({ month: '2026-12', spent: 50, ofTeams: 0 })
    expect(await reports.findOwnMonth('ann', '2026-11')).toEqual({ ...november, balance: 930 })
    expect(await reports.findOwnMonth('ann', '2026-01')).toMatchObject({ spent: 0, drawn: [] })
  })
})

it('knows months, and which comes before', () => {
  expect(['2026-12', '2026-13', '2026-1', '', 'now', '2026-11-01'].map(isMonth)).toEqual([
    ...[true, false, false, false, false, false],
  ])
  expect(['2027-01', '2026-12', '2026-03'].map(findMonthBefore)).toEqual(['2026-12', '2026-11', '2026-02'])
})
