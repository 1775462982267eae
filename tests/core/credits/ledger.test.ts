/** The ledger's promises: once per key, never below zero by spending, balance is the sum. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createLedger, type NewEntry } from '#core/credits/ledger.ts'
import { hasCode } from '#core/errors.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { openStore } from '../store/places.ts'

async function openLedger() {
  const store = await openStore()
  const ledger = createLedger(store.ledger, systemClock)
  const write = (kind: NewEntry['kind'], key: string, amount: number) =>
    ledger.append({ wallet: 'ann', kind, key, amount, reference: 'test' })
  const list = () => store.ledger.list('ann', { limit: 1000 })
  return { ledger, write, list }
}

it('lets one of fifty parallel spends through a balance for one', async () => {
  const { ledger, write, list } = await openLedger()
  await write('grant', 'welcome', 1)
  const spends = Array.from({ length: 50 }, (_, index) => write('spend', `spend:${index}`, -1))
  const outcomes = await Promise.allSettled(spends)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'insufficient-credits' })
  }
  expect(await ledger.findBalance('ann')).toBe(0)
  expect(await list()).toHaveLength(2)
})

it('answers a spend written again with the first, though the balance would not cover it twice', async () => {
  const { ledger, write } = await openLedger()
  await write('grant', 'welcome', 10)
  const first = await write('spend', 'spend:1', -10)
  expect(await write('spend', 'spend:1', -10)).toEqual(first)
  expect(await ledger.findBalance('ann')).toBe(0)
})

it('answers twenty parallel writes of one key with one entry', async () => {
  const { write, list } = await openLedger()
  const written = await Promise.all(Array.from({ length: 20 }, () => write('grant', 'welcome', 10)))
  expect(new Set(written.map(({ sequence }) => sequence))).toEqual(new Set([1]))
  expect(await list()).toHaveLength(1)
})

it('says what is missing', async () => {
  const { write } = await openLedger()
  await write('grant', 'welcome', 7)
  const error = await write('spend', 'spend:1', -10).catch((caught: unknown) => caught)
  expect(hasCode(error, 'insufficient-credits') && error.data).toEqual({ balance: 7, price: 10 })
})

it('goes below zero by a reversal only, and then spending stops', async () => {
  const { ledger, write } = await openLedger()
  await write('purchase', 'purchase:1', 10)
  await write('spend', 'spend:1', -10)
  await write('reversal', 'reversal:1', -10)
  expect(await ledger.findBalance('ann')).toBe(-10)
  await expect(write('spend', 'spend:2', -1)).rejects.toMatchObject({ code: 'insufficient-credits' })
})

it.each([
  ['spend', 5],
  ['spend', 0],
  ['refund', -5],
  ['grant', 1.5],
  ['purchase', Number.MAX_SAFE_INTEGER + 1],
  ['reversal', 3],
] as const)('refuses a %s of %d', async (kind, amount) => {
  const { write } = await openLedger()
  await expect(write(kind, 'key', amount)).rejects.toThrow(TypeError)
})

const entry = fc.record({
  kind: fc.constantFrom('grant' as const, 'spend' as const, 'refund' as const, 'reversal' as const),
  key: fc.integer({ min: 0, max: 12 }).map(String),
  credits: fc.integer({ min: 1, max: 20 }),
})

it('keeps balance and sum equal through any parallel entries', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 6 }), async (rounds) => {
      const store = await createSqliteStore({ file: ':memory:' })
      const ledger = createLedger(store.ledger, systemClock)
      for (const round of rounds) {
        await Promise.allSettled(
          round.map(({ kind, key, credits }) => {
            const amount = kind === 'spend' || kind === 'reversal' ? -credits : credits
            return ledger.append({ wallet: 'ann', kind, key, amount, reference: '' })
          }),
        )
      }
      const entries = (await store.ledger.list('ann', { limit: 1000 })).reverse()
      await store.close()
      let sum = 0
      for (const { amount, balance, kind } of entries) {
        sum += amount
        expect(balance).toBe(sum)
        if (kind === 'spend') expect(sum).toBeGreaterThanOrEqual(0)
      }
      expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1))
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
    }),
  )
})
