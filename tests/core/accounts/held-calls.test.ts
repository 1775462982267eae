/** Tests that what a stranger asked runs once, whoever links them and wherever a process dies, and else leaves nothing. */
import { expect, it } from 'vitest'
import { type Core, nobody } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { createPlainCore } from '#tests/core/rig.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle } from '#tests/settle.ts'
import { crashAfter } from '#tests/web/people.ts'
import { openStore } from '../store/places.ts'

const cyd = { platform: 'discord', user: '9', name: 'Cyd' } as const
const origin = { platform: 'discord', address: {} } as const
const held = (id: string, prompt = 'a boat') => ({ id, user: cyd, origin, asked: { prompt } })
const second = 1_000

async function setUp() {
  const store = await openStore()
  const clock = createVirtualClock()
  const ran: unknown[] = []
  /** A process whose bot draws what was asked. */
  function boot(on: Store = store): Core {
    const core = createPlainCore({
      ...{ store: on, clock },
      outbound: {
        ...nobody,
        ...{ deliver: async () => undefined, linked: async () => undefined },
        async runHeld({ id, user, asked }) {
          ran.push(asked.prompt)
          const { id: owner } = await core.accounts.requireAccount(user)
          const order = { owner, call: id, origin, prompt: String(asked.prompt) }
          const { id: made } = await (await core.images.order(order)).done
          await core.images.markDelivered(made, 'message')
        },
      },
    })
    return core
  }
  await store.accounts.insertAccount({ id: 'web', createdAt: 0, email: 'c@x.org', emailKey: 'c@x.org' })
  const agree = async (core: Core) =>
    (await core.links.confirm(await core.links.request(cyd, undefined), {
      ...{ id: 'web', createdAt: 0, email: 'c@x.org' },
    })) ?? ''
  async function pass(seconds: number) {
    for (let passed = 0; passed < seconds; passed += 15) {
      clock.advance(15 * second)
      await settle()
    }
  }
  const kept = async () => (await store.records.listRecords('held-call', undefined, clock.now())).length
  return { store, clock, ran, boot, agree, pass, kept }
}

it('draws once and is forgotten, after a crash at any write of the linking and the drawing', async () => {
  for (let writes = 0; writes < 60; writes++) {
    const { store, ran, boot, agree, pass, kept } = await setUp()
    const first = boot()
    await first.heldCalls.hold(held('discord:1'))
    const code = await agree(first)
    const steps = { left: writes }
    const doomed = boot(crashAfter(store, steps))
    void doomed.start().catch(() => undefined)
    await settle()
    await doomed.links.finish(cyd, code).catch(() => undefined)
    await settle()
    const isWhole = steps.left > 0
    await doomed.stop(0).catch(() => undefined)
    const next = boot()
    await next.start()
    await pass(600)
    const isLinked = (await next.accounts.findLinked(cyd)) !== undefined
    const made = (await store.generations.find({ call: 'discord:1' }))?.status ?? 'none'
    const paid = isLinked ? 100 - (await next.credits.findBalance('web')) : 0
    const done = [
      { made: 'delivered', paid: 10, kept: 0 },
      { made: 'refunded', paid: 0, kept: 0 },
    ]
    const ends = isLinked ? done : [{ made: 'none', paid: 0, kept: 1 }]
    expect(ends, `after ${writes} writes`).toContainEqual({ made, paid, kept: await kept() })
    await next.stop(0)
    await next.close()
    if (!isWhole) continue
    expect([isLinked, writes > 8, ran.length]).toEqual([true, true, 1])
    return
  }
  throw new Error('It never came to its end')
}, 120_000)

it('keeps the last one alone, for as long as it can be linked, and runs it for nobody else', async () => {
  const { ran, boot, agree, pass, kept } = await setUp()
  const core = boot()
  await core.start()
  expect(await core.heldCalls.hold(held('discord:1'))).toEqual({ replaces: false })
  expect(await core.heldCalls.hold(held('discord:1'))).toEqual({ replaces: false })
  expect(await core.heldCalls.hold(held('discord:2', 'a kite'))).toEqual({ replaces: true })
  await core.accounts.openAccount({ ...cyd, user: '8' })
  await core.accounts.openAccount({ ...cyd, platform: 'slack' })
  await pass(60)
  expect([ran, await kept()]).toEqual([[], 1])
  // Whatever way they are linked, it is seen.
  await core.accounts.openAccount(cyd)
  await pass(30)
  expect([ran, await kept()]).toEqual([['a kite'], 0])
  await core.links.unlink(cyd)
  await core.heldCalls.hold(held('discord:3'))
  await pass(25 * 60 + 15)
  await core.links.finish(cyd, await agree(core))
  await pass(60)
  expect([ran, await kept()]).toEqual([['a kite'], 0])
  await core.stop(0)
})

it('is run by one of two processes', async () => {
  const { ran, boot, agree, pass } = await setUp()
  const cores = [boot(), boot()] as const
  await Promise.all(cores.map((core) => core.start()))
  await cores[0].heldCalls.hold(held('discord:1'))
  await cores[1].links.finish(cyd, await agree(cores[0]))
  await pass(60)
  expect(ran).toEqual(['a boat'])
  await Promise.all(cores.map((core) => core.stop(0)))
})

it('waits for the process that its platform runs in', async () => {
  const { store, clock, ran, boot, agree, pass, kept } = await setUp()
  const elsewhere = createPlainCore({
    store,
    clock,
    outbound: { ...nobody, linked: async () => undefined },
  })
  await elsewhere.start()
  await elsewhere.heldCalls.hold(held('discord:1'))
  await elsewhere.links.finish(cyd, await agree(elsewhere))
  await pass(30)
  expect(await kept()).toBe(1)
  const core = boot()
  await core.start()
  await pass(60)
  expect([ran, await kept()]).toEqual([['a boat'], 0])
  await Promise.all([core, elsewhere].map((each) => each.stop(0)))
})

it('lapses as it would have, where its platform runs nowhere', async () => {
  const { store, clock, agree, pass, kept } = await setUp()
  const core = createPlainCore({ store, clock, outbound: { ...nobody, linked: async () => undefined } })
  await core.start()
  await core.heldCalls.hold(held('discord:1'))
  await core.links.finish(cyd, await agree(core))
  await pass(25 * 60 + 15)
  expect(await kept()).toBe(0)
  await core.stop(0)
})

it('is not run again after a crash, though its picture is deleted at once', async () => {
  const { store, ran, boot, pass, kept } = await setUp()
  const doomed = boot()
  await doomed.heldCalls.hold(held('discord:1'))
  const { id: owner } = await doomed.accounts.openAccount(cyd)
  await doomed.images.order({ owner, call: 'discord:1', origin, prompt: 'a boat' })
  const [record] = await store.records.listRecords('held-call', undefined, 0)
  if (!record) throw new Error('Nothing is held')
  const claimedUntil = 120 * second
  await store.records.replaceRecord({ ...record, body: { ...record.body, claimedUntil } })
  await settle()
  const next = boot()
  await next.start()
  await pass(15)
  expect([ran, await kept()]).toEqual([[], 0])
  await Promise.all([doomed, next].map((each) => each.stop(0)))
})
