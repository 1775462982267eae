/** Steps of a process that has lost a generation to another change nothing of it. */

import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import { type EndingPorts, fail } from '#core/images/drawing/ending.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createGeneration, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { createFolder } from '#tests/temporary-folder.ts'

it.each(['recorded', 'drawing', 'ready'] as const)('does not fail what another has %s', async (status) => {
  const store = await createSqliteStore({ file: join(createFolder(), 'store.sqlite') })
  onTestFinished(() => store.close())
  const clock = createVirtualClock()
  const ledger = createLedger(store.ledger, clock)
  const lease = { owner: 'other', until: clock.now() + 60_000 }
  const made = await record(store, createGeneration({ status, lease }))
  const parts = { generations: store.generations, ledger, clock, log: silent, owner: 'loser' }
  expect(await fail(parts as unknown as EndingPorts, made, new CoreError('vendor-down', {}))).toBeUndefined()
  expect(await store.generations.find({ id: made.id })).toMatchObject({ status, lease })
})
