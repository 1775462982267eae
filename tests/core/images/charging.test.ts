/** Whose credits a generation takes, and who gets them back. */
import { expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import { giveBack, isCharged, spend } from '#core/images/charging/charging.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const lastUntil = (now: number) => ({ owner: 'here:1:a', until: now + 60_000 })

it('are a team’s within its caps, and count where they were spent, also when given back later', async () => {
  const store = await openStore()
  const clock = createVirtualClock()
  const ledger = createLedger(store.ledger, clock)
  const payer = payerOfTeam('slack:T1')
  await ledger.append({ wallet: payer, key: 'gift', kind: 'grant', amount: 50, reference: 'gift' })
  const budget = { month: '2026-11', member: 'ada', channel: 'slack:T1:C1', caps: { member: 15 } }
  const create = () => createGeneration({ payer, budget, price: 10, lease: lastUntil(clock.now()) })
  const [first, second] = [create(), create()]
  for (let time = 0; time < 2; time++) await spend({ ledger }, first)
  const refusal = { code: 'cap-reached', data: { cap: 'member', limit: 15, spent: 10, price: 10 } }
  await expect(spend({ ledger }, second)).rejects.toMatchObject(refusal)
  await giveBack({ ledger }, second)
  expect(await ledger.findBalance(payer)).toBe(40)
  // Whoever has it by then, and whatever is told of it: what was spent says where it counts.
  const { budget: _, ...moved } = first
  for (let time = 0; time < 2; time++) await giveBack({ ledger }, { ...moved, owner: 'bob' })
  const totals = { members: new Map([['ada', 0]]), channels: new Map([['slack:T1:C1', 0]]) }
  expect(await store.ledger.listTotals(payer, '2026-11')).toEqual(totals)
  await spend({ ledger }, second)
  expect(await ledger.findBalance(payer)).toBe(40)
})

it('are its payer’s, whoever it belongs to, each once', async () => {
  const store = await openStore()
  const clock = createVirtualClock()
  const ledger = createLedger(store.ledger, clock)
  const list = () => Promise.all(['ada', 'team'].map(ledger.findBalance))
  for (const wallet of ['ada', 'team']) {
    await ledger.append({ wallet, key: 'gift', kind: 'grant', amount: 50, reference: 'gift' })
  }
  const lease = lastUntil(clock.now())
  const generation = createGeneration({ owner: 'ada', payer: 'team', price: 10, lease })
  for (let time = 0; time < 2; time++) await spend({ ledger }, generation)
  expect([await list(), await isCharged({ ledger }, generation)]).toEqual([[50, 40], true])
  for (let time = 0; time < 2; time++) await giveBack({ ledger }, generation)
  expect(await list()).toEqual([50, 50])
})
