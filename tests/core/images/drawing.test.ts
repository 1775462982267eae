/** Steps of a process that has lost a generation to another change nothing of it. */
import { expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import { type DrawingPorts, draw } from '#core/images/drawing/drawing.ts'
import { fail } from '#core/images/drawing/ending.ts'
import type { Status } from '#core/images/generation.ts'
import { createGeneration, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { plainModel } from '../rig.ts'
import { openStore } from '../store/places.ts'

const statuses = ['recorded', 'drawing', 'ready'] as const

/** A generation that another process has, and the parts of the one that had it before. */
async function lose(status: Status) {
  const store = await openStore()
  const clock = createVirtualClock()
  const ledger = createLedger(store.ledger, clock)
  const lease = { owner: 'other', until: clock.now() + 60_000 }
  const made = await record(store, createGeneration({ status, lease }))
  const parts = {
    generations: store.generations,
    model: plainModel,
    ledger,
    clock,
    log: silent,
    owner: 'loser',
  }
  const check = async () =>
    expect(await store.generations.find({ id: made.id })).toMatchObject({ status, lease })
  return { parts: parts as unknown as DrawingPorts, made, check }
}

it.each(statuses)('does not fail what another has %s', async (status) => {
  const { parts, made, check } = await lose(status)
  expect(await fail(parts, made, new CoreError('vendor-down', {}))).toBeUndefined()
  await check()
})

it.each(statuses)('does not draw what another has %s', async (status) => {
  const { parts, made, check } = await lose(status)
  const never = () => expect.fail('It began')
  const watch = { signal: new AbortController().signal, turn: never, onPartial: never, onHosting: never }
  expect(await draw(parts, made, watch)).toBeUndefined()
  await check()
})
