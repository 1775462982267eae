/** Processes that share a store draw no more of one account at once than one process would. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passTime } from './passing.ts'
import { userOf } from './performers.ts'
import { createMongoPlace, createSqlitePlace, type Place } from './places.ts'
import { createWorld, type Process, type World } from './world.ts'

const uri = process.env.MONGODB_URI ?? ''
const prompts = ['fox', 'owl', 'bear', 'hen']

/** Answers with how many were drawn at once. */
async function drawAll(world: World, processes: readonly Process[]): Promise<number> {
  const [first] = processes
  if (!first) return 0
  const { id } = await first.core.accounts.openAccount(userOf('ann'))
  await world.pay(id, 1_000)
  let ended = 0
  const draw = async (prompt: string, { core }: Process) => {
    const origin = { platform: 'terminal', address: {} } as const
    const { done } = await core.images.order({ owner: id, call: prompt, origin, prompt })
    await core.images.markDelivered((await done).id, 'reply')
    ended++
  }
  const drawing = prompts.map((prompt, index) => draw(prompt, processes[index % processes.length] ?? first))
  let most = 0
  await passTime(world, () => {
    most = Math.max(most, world.requests.filter(({ isOpen }) => isOpen).length)
    return ended === prompts.length
  })
  await Promise.all(drawing)
  expect(world.requests).toHaveLength(prompts.length)
  return most
}

async function keepLimit(place: Place, runs: number): Promise<void> {
  const pauses = fc.array(fc.nat(6), { minLength: 1, maxLength: 7 })
  await fc.assert(
    fc.asyncProperty(fc.array(pauses, { minLength: 2, maxLength: 3 }), async (all) => {
      const world = createWorld({ place, machines: true, drawFor: 5_000 })
      const processes = await Promise.all(all.map((each) => world.boot({ pauses: each })))
      for (const { core } of processes) await core.start()
      expect(await drawAll(world, processes)).toBe(2)
      for (const { doomed, close } of processes) {
        doomed.kill()
        await close()
      }
      await world.remove()
    }),
    { numRuns: runs, endOnFailure: true },
  )
  await place.remove()
}

it('at most two, on SQLite', { timeout: 120_000 }, () => keepLimit(createSqlitePlace(), 40))

describe.skipIf(!uri)('with a server', () => {
  it('at most two, on MongoDB', { timeout: 120_000 }, () => keepLimit(createMongoPlace(uri), 8))
})
