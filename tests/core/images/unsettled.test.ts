/** Tests an order whose recording met trouble at the store: nobody is told that nothing was charged when it may be. */
import { describe, expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import type { Store } from '#core/store/store.ts'
import { settle } from '#tests/settle.ts'
import { createRig } from './rig.ts'

type Step = 'create' | 'charge'

/** Fails once at a step: before it is done and surely so, before, or after. */
function failing(step: Step, when: 'surely-before' | 'before' | 'after') {
  let failed = false
  async function trouble<Answer>(here: Step, work: () => Promise<Answer>): Promise<Answer> {
    if (here !== step || failed) return await work()
    failed = true
    if (when === 'after') await work()
    throw new CoreError('store-unavailable', when === 'surely-before' ? { untouched: true } : {})
  }
  return (store: Store): Store => ({
    ...store,
    generations: {
      ...store.generations,
      create: (...given) => trouble('create', () => store.generations.create(...given)),
    },
    ledger: {
      ...store.ledger,
      insert: (entry) =>
        entry.kind === 'spend'
          ? trouble('charge', () => store.ledger.insert(entry))
          : store.ledger.insert(entry),
    },
  })
}

async function orderInTrouble(...trouble: Parameters<typeof failing>) {
  const rig = createRig()
  const core = await rig.boot(failing(...trouble))
  const { id: account } = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'ann' })
  const refused = await rig.order(core, 'ann', 'a fox').catch((error: unknown) => error)
  // The next look takes up what was recorded.
  for (let look = 0; look < 4; look++) {
    rig.clock.advance(15_000)
    await settle()
  }
  const { generations } = await core.history.list(account, { limit: 5 })
  return {
    refused,
    delivered: rig.delivered,
    shown: generations,
    balance: await core.credits.findBalance(account),
  }
}

const plain = { code: 'store-unavailable' }
const unsettled = { code: 'unsettled', data: { id: expect.any(String) } }

describe('an order that the store failed at', () => {
  it('is refused plainly where nothing was written for certain', async () => {
    const { refused, delivered, balance } = await orderInTrouble('create', 'surely-before')
    expect(refused).toMatchObject(plain)
    expect(delivered).toEqual([])
    expect(balance).toBe(10_000)
  })

  it.each([
    ['create', 'before', 0],
    ['create', 'after', 0],
    ['charge', 'surely-before', 0],
    ['charge', 'before', 0],
    ['charge', 'after', 1],
  ] as const)('is told to be open where it failed at %s, %s it was done', async (step, when, pictures) => {
    const { refused, delivered, shown, balance } = await orderInTrouble(step, when)
    expect(refused).toMatchObject(unsettled)
    expect(shown).toHaveLength(pictures)
    expect(delivered.filter(({ status }) => status === 'ready')).toHaveLength(pictures)
    expect(balance).toBe(10_000 - 10 * pictures)
  })
})
