/** An account's entries as its owner goes through them: by pages, by kinds, by months and by days. */
import { describe, expect, it } from 'vitest'
import { createCredits } from '#core/credits/credits.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { findDays } from '#core/reports/days.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { bothPlaces, openStore } from '../store/places.ts'

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function open() {
    const store = await openStore(create)
    const clock = createVirtualClock()
    const ledger = createLedger(store.ledger, clock)
    let written = 0
    const write = (
      time: string,
      kind: 'purchase' | 'spend' | 'refund' | 'grant',
      amount: number,
      of = '',
    ) => {
      clock.advance(Date.parse(time) - clock.now())
      const reference = of || `r${++written}`
      return ledger.append({ wallet: 'ann', key: `${kind}:${reference}`, kind, amount, reference })
    }
    return { store, clock, write, credits: createCredits(ledger, store.ledger) }
  }

  it('sums up a month by days, of a clock somewhere, and counts what was given back on the day it was spent', async () => {
    const { store, clock, write } = await open()
    await write('2026-10-31T23:30:00Z', 'purchase', 500)
    await write('2026-11-01T00:30:00Z', 'spend', -10)
    await write('2026-11-30T22:00:00Z', 'spend', -30, 'failed')
    await write('2026-11-30T23:30:00Z', 'spend', -1)
    await write('2026-12-01T00:10:00Z', 'refund', 30, 'failed')
    const ports = { ledger: store.ledger, clock }
    const november = await findDays(ports, 'ann', '2026-11')
    expect(november.days).toHaveLength(30)
    expect(november).toMatchObject({ spent: 11, added: 0, isWhole: true, timeZone: 'UTC' })
    expect(november.days.filter(({ spent }) => spent > 0)).toEqual([
      { day: 1, spent: 10, added: 0 },
      { day: 30, spent: 1, added: 0 },
    ])
    const inBerlin = await findDays(ports, 'ann', '2026-11', 'Europe/Berlin')
    expect(inBerlin).toMatchObject({ spent: 10, added: 500 })
    expect(inBerlin.days[0]).toEqual({ day: 1, spent: 10, added: 500 })
    expect(await findDays(ports, 'ann')).toMatchObject({ month: '2026-12', spent: 0, added: 0 })
    expect(await findDays(ports, 'nobody', '2024-02')).toMatchObject({ days: { length: 29 }, spent: 0 })
  })

  it('pages through the entries of one kind, and walks through those of a month', async () => {
    const { write, credits } = await open()
    await write('2026-10-01T00:00:00Z', 'purchase', 100)
    for (let day = 1; day <= 9; day++) await write(`2026-11-0${day}T00:00:00Z`, 'spend', -1)
    await write('2026-11-20T00:00:00Z', 'purchase', 200)
    const kinds = ['purchase'] as const
    const first = await credits.pageEntries('ann', { limit: 1, kinds })
    expect(first).toMatchObject({ entries: [{ amount: 200 }], older: 11 })
    const second = await credits.pageEntries('ann', { limit: 1, kinds, before: 11 })
    expect(second).toMatchObject({ entries: [{ amount: 100 }] })
    expect(second.older).toBeUndefined()
    const all = await credits.pageEntries('ann', { limit: 11 })
    expect([all.entries.length, all.older]).toEqual([11, undefined])
    expect(await credits.pageEntries('ann', { limit: 5 })).toMatchObject({ older: 7 })
    expect(await credits.pageEntries('nobody', { limit: 5 })).toEqual({ entries: [] })
    const walk = async (month?: string) => {
      const amounts: number[] = []
      for await (const { amount } of credits.walkEntries('ann', month)) amounts.push(amount)
      return amounts
    }
    expect(await walk('2026-10')).toEqual([100])
    expect(await walk('2026-09')).toEqual([])
    expect(await walk()).toHaveLength(11)
  })
})
