/** Cuts off, at every step, the process that draws a held order; and lets two processes at it at once. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBooks } from './books.ts'
import { findFaults } from './outcome.ts'
import { becomeQuiet, passTime } from './passing.ts'
import { createWorld, type Process, type World } from './world.ts'

const ann = { platform: 'terminal', user: 'ann', name: 'ann' } as const

/** Somebody asks for what they cannot pay, then pays while no process runs. */
async function holdAndPay(world: World): Promise<void> {
  const process = await world.boot({})
  const { core } = process
  const { id } = await core.accounts.openAccount(ann)
  const order = { owner: id, call: 'first', origin: { platform: 'terminal', address: {} } } as const
  const refused = core.images.order({ ...order, prompt: 'fox', quality: 'premium', count: 2 })
  await expect(refused).rejects.toMatchObject({
    code: 'insufficient-credits',
    data: { balance: 45, price: 60, heldUntil: expect.any(Number) },
  })
  await end(process)
  await world.pay(id, 20)
}

/** Passes time until the order has its end, or the process its own. */
async function settle(world: World, isDead = () => false): Promise<void> {
  const store = await world.openStore()
  const isBusy = async () =>
    (await store.generations.listUnfinished()).length > 0 ||
    (await readBooks(store)).records.some(({ kind }) => kind === 'held')
  try {
    await passTime(world, async () => isDead() || !(await isBusy()))
  } finally {
    await store.close()
  }
  // Whoever still watches sees the end now.
  for (const _ of [1, 2, 3]) {
    world.clock.advance(5_000)
    await becomeQuiet(world)
  }
}

async function look(world: World) {
  const store = await world.openStore()
  const books = await readBooks(store)
  await store.close()
  const held = books.generations.filter(({ call }) => call === 'held:first')
  const left = books.records.filter(({ kind }) => kind === 'held').length
  return { faults: findFaults(books, world), ends: held.map(({ status }) => status), left }
}

async function end({ doomed, close }: Process): Promise<void> {
  doomed.kill()
  await close()
}

it('is drawn or given back, once, wherever the process dies', { timeout: 300_000 }, async () => {
  let died = true
  let steps = 0
  for (let step = 0; died; step++) {
    for (const when of ['before', 'after'] as const) {
      const world = createWorld()
      try {
        await holdAndPay(world)
        died = false
        const doomed = await world.boot({
          point: { step, when },
          onStep: () => {
            died = true
          },
        })
        void doomed.core.start().catch(() => undefined)
        await settle(world, () => died)
        await end(doomed)
        world.clock.advance(90_000)
        const shownBefore = world.shown.length
        const last = await world.boot({})
        await last.core.start()
        await settle(world)
        await end(last)
        const { faults, ends, left } = await look(world)
        expect({ step, when, faults, left }).toEqual({ step, when, faults: [], left: 0 })
        expect(ends).toHaveLength(1)
        expect(['delivered', 'refunded']).toContain(ends[0])
        expect(world.requests.length).toBeLessThanOrEqual(1)
        if (ends[0] === 'delivered') expect(world.shown.length).toBeGreaterThan(0)
        expect(world.shown.length - shownBefore).toBeLessThanOrEqual(1)
        steps++
      } finally {
        await world.remove()
      }
    }
  }
  expect(steps).toBeGreaterThan(20)
})

it('is drawn and shown once by two processes at once', { timeout: 300_000 }, async () => {
  const pauses = fc.array(fc.nat(6), { minLength: 1, maxLength: 7 })
  await fc.assert(
    fc.asyncProperty(pauses, pauses, async (one, other) => {
      const world = createWorld()
      try {
        await holdAndPay(world)
        const processes = [await world.boot({ pauses: one }), await world.boot({ pauses: other })]
        await Promise.all(processes.map(({ core }) => core.start()))
        await settle(world)
        await Promise.all(processes.map(end))
        const { faults, ends } = await look(world)
        expect({ faults, ends }).toEqual({ faults: [], ends: ['delivered'] })
        expect([world.requests.length, world.shown.length]).toEqual([1, 1])
      } finally {
        await world.remove()
      }
    }),
    { numRuns: 100 },
  )
})
