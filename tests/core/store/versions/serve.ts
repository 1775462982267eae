/** Today's program on a store of an earlier version: everything that people had is still there, and works. */

import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { type Core, type Fault, type Generation, nobody } from '#core/index.ts'
import { createOperations } from '#core/operations/operations.ts'
import { defaultPacks } from '#core/payments/packs.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import type { Store } from '#core/store/store.ts'
import { createPlainCore, plainModel } from '#tests/core/rig.ts'
import { createVirtualClock, type VirtualClock } from '#tests/crash/virtual-clock.ts'

/** A process that begins a while after the one before it died. */
export function boot(store: Store, diedAt?: number) {
  const clock = createVirtualClock(diedAt)
  clock.advance(2 * 60_000)
  const drawn: string[] = []
  const shown: string[] = []
  let ids = 0
  const createId = (length: number) =>
    createHash('sha256').update(`today${ids++}`).digest('hex').slice(0, length)
  const common = { store, clock, createId, durableSecret: async () => 'a durable secret' }
  const shop = { secret: 's', packs: defaultPacks, publicUrl: 'http://bot.test', clock, createId }
  const core = createPlainCore({
    ...common,
    // The addresses of checkouts that were kept are signed by its secret.
    providers: [createTestCheckout(shop)],
    outbound: { ...nobody, deliver: async ({ asked }) => void shown.push(asked.prompt) },
    model: {
      id: 'scripted',
      async draw(...asked) {
        drawn.push(asked[0].prompt)
        return await plainModel.draw(...asked)
      },
    },
    owner: 'today',
  })
  const operations = createOperations({ ...common, providers: [] }, { welcomeCredits: 100 })
  return { core, operations, clock, drawn, shown }
}

/** Until nothing is under way. In small steps: what is done between two of them takes no time. */
export async function settle(store: Store, clock: VirtualClock): Promise<void> {
  while ((await store.generations.listUnfinished()).length > 0) {
    clock.advance(100)
    await new Promise(setImmediate)
  }
}

const prompts = (page: { generations: Generation[] }) => page.generations.map(({ asked }) => asked.prompt)

async function readHistory(core: Core, store: Store): Promise<void> {
  const local = await store.accounts.findIdentity({ platform: 'terminal', user: 'local' })
  const account = local?.account ?? ''
  const list = async (more: { search?: string } = {}) =>
    prompts(await core.history.list(account, { limit: 9, ...more }))
  const owls = 'two owls, Übermut'
  expect(await list()).toEqual([owls, 'A red fox', 'A red fox'])
  expect(await list({ search: 'OWLS übermut' })).toEqual([owls])
  expect(await core.credits.findBalance(account)).toBe(470)
  const first = await core.history.list(account, { limit: 1 })
  expect(first.generations[0]?.pictures).toHaveLength(2)
  const cursor = first.next && { cursor: first.next }
  expect((await core.history.list(account, { limit: 1, ...cursor })).generations).toHaveLength(1)
  const origin = { platform: 'terminal', address: {} } as const
  const order = { owner: account, call: 'today:1', origin, prompt: 'A red fox', quality: 'standard' } as const
  const repeated = await (await core.images.order(order)).done
  expect(repeated).toMatchObject({ status: 'delivered', price: 0, repeatOf: expect.any(String) })
  expect(await core.credits.findBalance(account)).toBe(470)
}

async function readPeople(store: Store): Promise<void> {
  const ann = await store.accounts.findAccount({ emailKey: 'Ann@example.org'.toLowerCase() })
  expect(ann).toMatchObject({ id: 'anns-account', email: 'Ann@Example.org' })
  const chats = await store.accounts.listIdentities('anns-account')
  expect(chats.map(({ platform, user }) => `${platform} ${user}`)).toEqual(['discord 101', 'slack T1:U1'])
  const order = { key: 'purchase:lemonsqueezy:1', reference: 'lemonsqueezy:1' }
  const bought = { wallet: 'anns-account', kind: 'purchase', amount: 500, ...order } as const
  const ledger = createLedger(store.ledger, createVirtualClock())
  const known = await ledger.append(bought)
  expect(known).toMatchObject({ wallet: 'anns-account', sequence: 1 })
  // Whoever's wallet it came to, it comes to no other.
  expect(await ledger.append({ ...bought, wallet: 'another' })).toEqual(known)
}

/** What was under way ends, what was paid for it comes back or is shown, and nothing is wrong with the books. */
export async function serve(store: Store): Promise<void> {
  const { core, operations, clock, drawn, shown } = boot(store)
  await core.start()
  await settle(store, clock)
  expect(drawn).toEqual(['a waiting bear'])
  expect(shown).toContain('a waiting bear')
  const annsBooks = await operations.books('anns-account', 100)
  expect(annsBooks?.balance).toBe(370)
  await readHistory(core, store)
  await readPeople(store)
  const faults: Fault[] = []
  expect(await operations.verify((fault) => faults.push(fault))).toMatchObject({ wallets: 2 })
  expect(faults).toEqual([])
  await core.stop(1_000)
}
