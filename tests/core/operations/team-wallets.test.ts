/** An operator's view of a team's wallet: it is nobody's account, and each fault in its totals is found. */
import { describe, expect, it } from 'vitest'
import type { BudgetClaim } from '#core/credits/budget.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import { renderRefund } from '#core/credits/refund.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import { useStore } from '#tests/contracts/store.ts'
import { createDelivered, createSpend, record } from '#tests/contracts/store-records.ts'
import { bothPlaces } from '../store/places.ts'
import { createRig, now } from './ledgers.ts'

const payer = payerOfTeam('slack:T1')
const channel = 'slack:T1:C1'

describe.each(bothPlaces)('on $name', ({ create }) => {
  const rig = useStore(create)

  /** The team has bought 100; Ada has had a picture for 10 in November. */
  async function open() {
    const books = createRig(rig.store)
    const { ledger } = books
    for (const id of ['ada', 'bob']) await rig.store.accounts.insertAccount({ id, createdAt: 1 })
    const bought = { kind: 'purchase', amount: 100, reference: 'shop:1' } as const
    await ledger.append({ wallet: payer, key: 'purchase:shop:1', ...bought })
    const draw = async (member: string, claim: Partial<BudgetClaim> = {}) => {
      const budget = { month: '2026-11', member, channel, caps: { member: 30 }, ...claim }
      const drawn = await record(rig.store, createDelivered({ owner: member, payer, budget }))
      const { id: reference, price } = drawn
      const entry = { wallet: payer, key: `spend:${reference}`, kind: 'spend', amount: -price } as const
      return { drawn, spend: await ledger.append({ ...entry, reference, budget }) }
    }
    return { ...books, draw, ada: await draw('ada') }
  }

  it('finds right books right, whoever spent, left or was taken over', async () => {
    const { draw, operations, listFaults, ada } = await open()
    const bob = await draw('bob')
    await draw('ada', { month: '2026-12' })
    await rig.store.records.insertRecord({ kind: 'merged', key: 'bob', owner: 'ada', body: {} }, now)
    await rig.store.owned.move('bob', 'ada')
    await rig.store.accounts.deleteAccount('bob')
    await draw('ada', { tookOver: ['bob'] })
    for (const outcome of ['refunded', 'known']) {
      expect(await operations.refund(bob.drawn.id)).toMatchObject({ outcome, payer, balance: 70 })
    }
    await rig.store.owned.remove('ada', [ada.drawn.id])
    expect(await listFaults()).toMatchObject({ faults: [], found: { wallets: 1, entries: 6, deleted: 1 } })
    expect(await rig.store.ledger.listTotals(payer, '2026-11')).toEqual({
      members: new Map(Object.entries({ ada: 20, bob: 0 })),
      channels: new Map([[channel, 20]]),
    })
  })

  it('shows its books, and takes it for nobody’s account', async () => {
    const { operations, ada } = await open()
    const books = await operations.books(payer, 9)
    expect(books).toMatchObject({ team: 'slack:T1', balance: 90, generations: {}, identities: [] })
    expect(books).not.toHaveProperty('account')
    expect(books?.entries.map(({ key }) => key)).toEqual([ada.spend.key, 'purchase:shop:1'])
    const gift = { who: payer, credits: 1, reason: 'r', key: 'k' }
    expect(await operations.grant(gift)).toEqual({ outcome: 'no-account' })
    expect(await operations.undoGrant(payer, 'k')).toEqual({ outcome: 'no-account' })
    expect(await operations.usage({ who: payer, age: 1, limit: 1 })).toBeUndefined()
  })

  const plant = (parts: Parameters<typeof createSpend>[0]) =>
    rig.store.dump.entries.writeAll([
      createSpend({
        ...{ wallet: payer, sequence: 3, balance: 80, at: now, ...parts },
        budget: { memberSpent: 20, channel, channelSpent: 20, ...parts?.budget },
      }),
    ])

  const planted: readonly (readonly [string, () => Promise<void>])[] = [
    ['total', () => plant({ budget: { memberSpent: 19 } })],
    ['total', () => plant({ budget: { channelSpent: 10 } })],
    ['total', () => plant({ budget: { month: '2026-12' } })],
    ['total', () => plant({ budget: { member: 'bob' } })],
    ['cap', () => plant({ budget: { caps: { member: 19 } } })],
    ['cap', () => plant({ budget: { caps: { channel: 10 } } })],
    ['budget', () => plant({ kind: 'grant', amount: 10, balance: 100 })],
    ['budget', () => plant({ wallet: 'ada', sequence: 1, balance: -10 })],
  ]
  it.each(planted)('finds a planted fault: %s, %#', async (fault, planting) => {
    const { listFaults } = await open()
    await planting()
    expect((await listFaults()).faults.map((each) => each.fault)).toContain(fault)
  })

  it('finds a spend of nobody’s budget', async () => {
    const { listFaults, ada } = await open()
    const { budget: _, ...bare } = ada.spend
    await rig.store.dump.entries.writeAll([bare])
    expect((await listFaults()).faults).toEqual([{ fault: 'budget', wallet: payer, sequence: 2 }])
  })

  it('finds what was given back to another budget', async () => {
    const { listFaults, ledger, ada } = await open()
    const elsewhere = (budget: Partial<BudgetClaim>): Entry => ({
      ...ada.spend,
      budget: { month: '2026-11', member: 'ada', channel, memberSpent: 0, ...budget },
    })
    await ledger.append(renderRefund(elsewhere({ month: '2026-12' }), payer))
    const fault = { fault: 'refund-budget', wallet: payer, generation: ada.drawn.id }
    expect((await listFaults()).faults).toEqual([fault])
  })
})
