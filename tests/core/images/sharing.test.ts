/** Several processes on one MongoDB: what one heard all draw, and each picture is shown once. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Core, nobody } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { createDoomed } from '#tests/crash/crashing.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createCounter, createPlainCore } from '../rig.ts'
import { createMongoPlace } from '../store/places.ts'

/** How long a picture takes, and how much time passes in each few milliseconds. Milliseconds. */
const drawnIn = 5_000
const passing = 100

async function createTown() {
  const place = await createMongoPlace()
  const clock = createVirtualClock()
  const counter = createCounter()
  const drawn: { by: string; prompt: string }[] = []
  const shown: string[] = []
  const messages: string[] = []
  const failing = new Set<string>()
  const stores: Store[] = []
  const timer = setInterval(() => clock.advance(passing), 10)
  onTestFinished(async () => {
    clearInterval(timer)
    await Promise.all(stores.map((store) => store.close()))
    await place.remove()
  })

  async function boot(owner: string) {
    const store = await place.open()
    stores.push(store)
    const doomed = createDoomed({})
    const { generations, ledger, records } = store
    const core = createPlainCore(
      {
        ...{ ...counter, clock, owner, isAlive: () => true },
        outbound: { ...nobody, deliver: async ({ id }) => void messages.push(id) },
        store: {
          ...store,
          generations: doomed.wrapStore('generations', generations),
          ledger: doomed.wrapStore('ledger', ledger),
          records: doomed.wrapStore('records', records),
        },
        model: {
          id: 'slow',
          async draw({ prompt }) {
            drawn.push({ by: owner, prompt })
            await clock.sleep(drawnIn)
            if (failing.has(prompt)) throw new Error('The model failed')
            return { pictures: [new TextEncoder().encode(prompt)] }
          },
        },
      },
      { picturesAtOnce: 2, welcomeCredits: 1_000 },
    )
    await core.start()
    return { core, doomed }
  }

  async function order(core: Core, number: number) {
    const user = `person ${number % 20}`
    const account = await core.accounts.openAccount({ platform: 'terminal', user, name: user })
    const origin = { platform: 'terminal', address: {} } as const
    const job = await core.images.order({
      ...{ owner: account.id, call: `call ${number}`, origin, prompt: `picture ${number}` },
    })
    const done = job.done.then(async (ended) => {
      shown.push(ended.id)
      if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply')
      return ended
    })
    done.catch(() => undefined)
    return { job, done, account: account.id }
  }

  const store = await place.open()
  stores.push(store)
  const listUnfinished = store.generations.listUnfinished
  return { boot, order, drawn, shown, messages, failing, store, listUnfinished }
}

const patience = { timeout: 60_000, interval: 50 }

describe.skipIf(!process.env.MONGODB_URI)('on MongoDB', { timeout: 90_000 }, () => {
  it('draws in all of three what one of them heard, once each, and that one shows it', async () => {
    const town = await createTown()
    const [hearing] = [await town.boot('one'), await town.boot('two'), await town.boot('three')]
    const asked = []
    for (let number = 0; number < 40; number++) asked.push(await town.order(hearing.core, number))
    await Promise.all(asked.map(({ done }) => done))
    await vi.waitFor(async () => expect(await town.listUnfinished()).toEqual([]), patience)
    expect(town.shown.sort()).toEqual(asked.map(({ job }) => job.generation.id).sort())
    expect(town.messages).toEqual([])
    expect(new Set(town.drawn.map(({ prompt }) => prompt)).size).toBe(40)
    expect(town.drawn).toHaveLength(40)
    expect(new Set(town.drawn.map(({ by }) => by))).toEqual(new Set(['one', 'two', 'three']))
  })

  it('shows by a message what a process heard that died while another drew it', async () => {
    const town = await createTown()
    const hearing = await town.boot('one')
    const asked = []
    for (let number = 0; number < 20; number++) asked.push(await town.order(hearing.core, number))
    await town.boot('two')
    await vi.waitFor(() => expect(town.drawn.some(({ by }) => by === 'two')).toBe(true), patience)
    hearing.doomed.kill()
    await vi.waitFor(async () => expect(await town.listUnfinished()).toEqual([]), patience)
    const ids = asked.map(({ job }) => job.generation.id)
    expect([...town.shown, ...town.messages].sort()).toEqual(ids.sort())
  })

  it('says itself that it failed, its credits back, what another drew that died or could not', async () => {
    const town = await createTown()
    const hearing = await town.boot('one')
    const asked = []
    for (let number = 0; number < 20; number++) {
      town.failing.add(`picture ${number}`)
      asked.push(await town.order(hearing.core, number))
    }
    const other = await town.boot('two')
    const countOthers = () => town.drawn.filter(({ by }) => by === 'two').length
    await vi.waitFor(() => expect(countOthers()).toBeGreaterThan(2), patience)
    other.doomed.kill()
    const ended = await Promise.all(asked.map(({ done }) => done))
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['refunded']))
    expect(town.messages).toEqual([])
    const balances = asked.map(({ account }) => hearing.core.credits.findBalance(account))
    expect(new Set(await Promise.all(balances))).toEqual(new Set([1_000]))
  })

  it('cancels what another has claimed', async () => {
    const town = await createTown()
    const hearing = await town.boot('one')
    const asked = []
    for (let number = 0; number < 20; number++) asked.push(await town.order(hearing.core, number))
    const last = asked.at(-1)
    const id = last?.job.generation.id ?? ''
    const lease = { owner: 'two', until: Number.MAX_SAFE_INTEGER }
    await town.store.generations.change(id, { status: ['recorded'] }, { lease, hearer: 'one' })
    await hearing.core.images.cancel(last?.account ?? '', id)
    expect((await last?.done)?.failure?.code).toBe('cancelled')
    expect(town.messages).toEqual([])
  })
})
