/** Duties of one process at a time: renewed while they last, given back when they end, taken over from the dead. */
import { expect, it } from 'vitest'
import { createRunAlone } from '#core/records/lease.ts'
import { createMemoryStore } from '#tests/core/payments/memory.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

function setUp() {
  const clock = createVirtualClock()
  const store = createMemoryStore()
  const alive = new Set(['here', 'there'])
  const join = (owner: string) =>
    createRunAlone({ records: store.records, clock, owner, isAlive: (name) => alive.has(name) })
  /** Work that lasts until it is told to end. */
  const begin = (runAlone: ReturnType<typeof join>) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    return { done: runAlone('duty', () => promise), end: resolve }
  }
  const pass = async (ms: number) => {
    clock.advance(ms)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  const find = () => store.records.findRecord('lease', 'duty', clock.now())
  return { store, alive, join, begin, pass, find }
}

const nothing = async () => undefined

it('keeps others away for as long as the work lasts', async () => {
  const { join, begin, pass, find } = setUp()
  const [here, there] = [join('here'), join('there')]
  const { done, end } = begin(here)
  await pass(0)
  for (let passed = 0; passed < 20; passed++) {
    await pass(30_000)
    expect(await there('duty', nothing)).toBe(false)
    expect(await here('duty', nothing)).toBe(false)
  }
  end()
  expect(await done).toBe(true)
  expect(await find()).toBeUndefined()
  expect(await there('duty', nothing)).toBe(true)
})

it('is taken over from a process that is gone, whose late end takes nothing away', async () => {
  const { alive, join, begin, pass, find } = setUp()
  const first = begin(join('here'))
  await pass(0)
  alive.delete('here')
  const second = begin(join('there'))
  await pass(0)
  first.end()
  await first.done
  expect((await find())?.body.owner).toBe('there')
  second.end()
  expect(await second.done).toBe(true)
})

it('begins again under a lease of its own that the store did not let go', async () => {
  const { store, join } = setUp()
  const here = join('here')
  const fail = here('duty', async () => {
    store.down = true
  })
  await expect(fail).rejects.toMatchObject({ code: 'store-unavailable' })
  store.down = false
  expect(await here('duty', nothing)).toBe(true)
})

it('gives the lease back when the work fails', async () => {
  const { join, find } = setUp()
  await expect(join('here')('duty', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await find()).toBeUndefined()
})
