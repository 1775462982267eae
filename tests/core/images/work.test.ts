/** Orders under hard circumstances: two processes, pauses, a store that is away for a moment, and impatient people. */
import { expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import type { Store } from '#core/store/store.ts'
import { settle } from '#tests/settle.ts'
import { createRig, failing } from './rig.ts'

it('gives a charge back that arrives after another process ended the generation', async () => {
  const { clock, boot, order } = createRig()
  const gate = Promise.withResolvers<void>()
  const stalled = (store: Store): Store => ({
    ...store,
    ledger: {
      ...store.ledger,
      async insert(entry) {
        if (entry.kind === 'spend') await gate.promise
        return await store.ledger.insert(entry)
      },
    },
  })
  const slow = await boot(stalled, false)
  const ordered = order(slow, 'ann', 'a fox')
  await settle()
  clock.advance(61_000)
  const other = await boot()
  await settle()
  gate.resolve()
  const { account, done } = await ordered
  expect(await done).toMatchObject({ status: 'refunded', failure: { code: 'interrupted' } })
  expect(await other.credits.findBalance(account)).toBe(10_000)
})

it('tells whoever follows it that another process has cancelled it just as it began', async () => {
  const { clock, boot, order } = createRig()
  const [begins, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const held =
    (status: string, gate: Promise<void>) =>
    (store: Store): Store => ({
      ...store,
      generations: {
        ...store.generations,
        async change(id, guard, change) {
          if (change.status === status) await gate
          return await store.generations.change(id, guard, change)
        },
      },
    })
  const first = await boot(held('drawing', begins.promise))
  const other = await boot(held('refunded', ends.promise))
  const { id, account, done } = await order(first, 'ann', 'a fox')
  const cancelled = other.images.cancel(account, id)
  await settle()
  begins.resolve()
  await settle()
  ends.resolve()
  expect((await cancelled).failure?.code).toBe('cancelled')
  clock.advance(2_000)
  expect((await done).failure?.code).toBe('cancelled')
  expect(await other.credits.findBalance(account)).toBe(10_000)
})

it('notes a delivery later when the store is away just then', async () => {
  const { clock, boot, order } = createRig()
  let away = true
  const core = await boot(failing(({ status }) => away && status === 'delivered'))
  const first = await order(core, 'ann', 'a fox')
  await first.done
  away = false
  clock.advance(15_000)
  await settle()
  expect((await core.history.list(first.account, { limit: 5 })).generations).toHaveLength(1)
  const more = await Promise.all(['an owl', 'a bear', 'a hare'].map((prompt) => order(core, 'ann', prompt)))
  for (const { done } of more) expect(await done).toMatchObject({ status: 'ready' })
})

it('never answers a person with a generation that another process has not finished', async () => {
  const { clock, drawn, delivered, boot, order, hold } = createRig({ runningPerAccount: 1 })
  const release = hold('a fox')
  const paused = await boot((store) => store, false)
  const drawing = await order(paused, 'ann', 'a fox')
  const waiting = await order(paused, 'ann', 'an owl')
  await settle()
  const finish = hold('an owl')
  const other = await boot()
  clock.advance(61_000)
  await settle()
  release()
  finish()
  for (const { done } of [drawing, waiting]) {
    expect(['ready', 'delivered', 'refunded']).toContain((await done).status)
  }
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(delivered.every(({ status }) => status !== 'recorded')).toBe(true)
  await other.stop(0)
})

it("draws a person's prompts in their order, also while new ones keep coming", async () => {
  const { drawn, boot, order } = createRig()
  const core = await boot()
  const prompts = Array.from({ length: 12 }, (_, index) => `picture ${index}`)
  const early = await Promise.all(prompts.slice(0, 6).map((prompt) => order(core, 'ann', prompt)))
  const late = []
  for (const [index, { done }] of early.entries()) {
    await done
    late.push(await order(core, 'ann', prompts[6 + index] ?? ''))
  }
  for (const { done } of late) await done
  expect(drawn).toEqual(prompts)
})

it("does not let one person's cancelled orders stand in another's way", async () => {
  const { boot, order, clock } = createRig({ imagesPerMinute: 4, picturesAtOnce: 4 })
  const core = await boot()
  const first = await order(core, 'ann', 'the first', 4)
  await first.done
  for (let round = 0; round < 130; round++) {
    const { id, account } = await order(core, 'ann', `round ${round}`, 4)
    await core.images.cancel(account, id)
  }
  const { done } = await order(core, 'bob', 'a boat')
  await settle()
  clock.advance(60_000)
  expect(await done).toMatchObject({ status: 'ready' })
})

it('begins a small order while a larger one, cancelled, would still wait', async () => {
  const { boot, order, hold } = createRig({ picturesAtOnce: 4 })
  const release = hold('one')
  const core = await boot()
  const running = await order(core, 'ann', 'one')
  const large = await order(core, 'bob', 'four', 4)
  await settle()
  await core.images.cancel(large.account, large.id)
  const small = await order(core, 'cleo', 'a boat')
  expect(await small.done).toMatchObject({ status: 'ready' })
  release()
  await running.done
})

it('cancels what waits in another process, and that process says so', async () => {
  const { drawn, boot, order, hold } = createRig({ runningPerAccount: 1 })
  const release = hold('a fox')
  const one = await boot()
  const other = await boot()
  const drawing = await order(one, 'ann', 'a fox')
  const waiting = await order(one, 'ann', 'an owl')
  await settle()
  expect(await other.images.cancelNewest(waiting.account)).toMatchObject({
    id: waiting.id,
    status: 'refunded',
  })
  expect(await other.credits.findBalance(waiting.account)).toBe(9_990)
  release()
  await drawing.done
  expect(await waiting.done).toMatchObject({ status: 'refunded', failure: { code: 'cancelled' } })
  expect(drawn).toEqual(['a fox'])
})

it('holds an account to its running pictures across processes', async () => {
  const { clock, drawn, boot, order, hold } = createRig()
  const gates = ['a', 'b', 'c', 'd'].map(hold)
  const one = await boot()
  const other = await boot()
  const jobs = [
    await order(one, 'ann', 'a'),
    await order(other, 'ann', 'b'),
    await order(one, 'ann', 'c'),
    await order(other, 'ann', 'd'),
  ]
  await settle()
  expect(drawn.toSorted()).toEqual(['a', 'b'])
  for (const open of gates) open()
  for (let second = 0; second < 5; second++) {
    await settle()
    clock.advance(1_000)
  }
  for (const { done } of jobs) expect(await done).toMatchObject({ status: 'ready' })
})

it('leaves what waits to others once it stops', async () => {
  const { clock, boot, order, hold } = createRig({ runningPerAccount: 1 })
  const claims: string[] = []
  const core = await boot((store) => ({
    ...store,
    generations: {
      ...store.generations,
      async change(id, guard, change) {
        if (change.lease) claims.push(id)
        return await store.generations.change(id, guard, change)
      },
    },
  }))
  hold('a fox')
  await order(core, 'ann', 'a fox')
  const { id } = await order(core, 'ann', 'an owl')
  await settle()
  const stopped = core.stop(20_000)
  await settle()
  claims.length = 0
  clock.advance(15_000)
  await settle()
  expect(claims).not.toContain(id)
  for (const ms of [5_000, 3_000]) {
    clock.advance(ms)
    await settle()
  }
  await stopped
})

it('leaves what waits to another process at once when it stops', async () => {
  const { clock, boot, order, hold, drawn } = createRig({ picturesAtOnce: 1 })
  const release = hold('a fox')
  const core = await boot()
  await boot()
  await order(core, 'ann', 'a fox')
  await order(core, 'bob', 'an owl')
  await settle()
  const stopped = core.stop(20_000)
  await settle()
  clock.advance(15_000)
  await settle()
  expect(drawn).toContain('an owl')
  release()
  await stopped
})

it('stops within its patience though the model never answers', async () => {
  const { clock, boot, order, hold } = createRig()
  hold('a fox')
  const core = await boot()
  const { done } = await order(core, 'ann', 'a fox')
  await settle()
  const stopped = core.stop(20_000)
  await settle()
  clock.advance(20_000)
  await settle()
  clock.advance(3_000)
  await stopped
  expect(await Promise.race([done, settle().then(() => 'left to the next process')])).toBe(
    'left to the next process',
  )
})

it('gives up, 13 minutes after it was asked, what neither ends nor fails', async () => {
  const { clock, boot, order, hold } = createRig()
  hold('a fox')
  const core = await boot()
  const { done, account } = await order(core, 'ann', 'a fox')
  await settle()
  for (let minute = 0; minute < 13; minute++) {
    expect(await core.credits.findBalance(account)).toBe(9_990)
    clock.advance(60_000)
    await settle()
  }
  expect(await done).toMatchObject({ status: 'refunded', failure: { code: 'vendor-timeout' } })
  expect(await core.credits.findBalance(account)).toBe(10_000)
})

it('keeps the pictures of a result that was noted though the answer was lost', async () => {
  const { clock, boot, order } = createRig()
  const removed: string[] = []
  let lost = false
  const core = await boot(
    (store) => ({
      ...store,
      generations: {
        ...store.generations,
        async change(id, guard, change) {
          const changed = await store.generations.change(id, guard, change)
          if (change.status !== 'ready' || lost) return changed
          lost = true
          throw new CoreError('store-unavailable', {})
        },
      },
    }),
    true,
    removed,
  )
  const { done } = await order(core, 'ann', 'a fox')
  await settle()
  clock.advance(500)
  expect(await done).toMatchObject({ status: 'ready' })
  expect(removed).toEqual([])
})
