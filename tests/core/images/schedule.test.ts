/** The schedule: whoever has a place among an account's running ones goes before those that wait for one. */
import { expect, it } from 'vitest'
import { createLocalWindow } from '#core/images/rate/local-window.ts'
import { createVendorRate } from '#core/images/rate/vendor-rate.ts'
import { createSchedule } from '#core/images/tasks/schedule.ts'
import { createTask, type Task } from '#core/images/tasks/task.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

it('is not kept by one that must wait from running those that an earlier process admitted', async () => {
  const clock = createVirtualClock()
  const ran: string[] = []
  const admitted = new Set(['b', 'c'])
  const all = Promise.withResolvers<void>()
  const schedule = createSchedule({
    vendorRate: createVendorRate({ atOnce: 100 }, createLocalWindow(100, clock), clock),
    clock,
    runningPerAccount: 2,
    isAdmitted: ({ id }) => admitted.has(id),
    // The two admitted ones take the account's places until they have run.
    admit: async ({ id }) => admitted.has(id) || ran.length === 2,
    async run({ id }: Task) {
      ran.push(id)
      if (ran.length === 3) all.resolve()
    },
    fail: async () => undefined,
    estimate: () => undefined,
  })
  for (const id of ['a', 'b', 'c']) {
    schedule.add(createTask(createGeneration({ id, owner: 'ada', slot: 0 })))
  }
  const passing = setInterval(() => clock.advance(1_000), 5)
  await all.promise
  clearInterval(passing)
  expect(ran).toEqual(['b', 'c', 'a'])
  expect(schedule.list()).toEqual([])
})
