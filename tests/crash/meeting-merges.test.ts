/** Of two merges that meet, one that a crash left unsure gives way: nothing arrives where nobody holds it any more. */
import { expect, it } from 'vitest'
import type { Core } from '#core/index.ts'
import { readBooks } from './books.ts'
import { becomeQuiet } from './passing.ts'
import { userOf } from './performers.ts'
import { createWorld, type Process, type World } from './world.ts'

const longAfter = 31 * 60_000

async function open(core: Core, name: string): Promise<string> {
  return (await core.accounts.openAccount(userOf(name))).id
}

async function end({ doomed, close }: Process): Promise<void> {
  doomed.kill()
  await close()
}

/** What dead processes left: one account is on its way into a second, which may be on its way into a third. */
async function leave(world: World, [first, second, third]: readonly [string, string, string]): Promise<void> {
  const { records, close } = await world.openStore()
  const since = world.clock.now()
  const jobs = [
    { key: first, body: { into: second, since, isSure: true } },
    { key: second, body: { into: third, since } },
  ]
  for (const job of jobs) await records.insertRecord({ kind: 'merge', ...job }, since)
  await close()
}

it('gives way to the one that is sure', async () => {
  const world = createWorld()
  const before = await world.boot({})
  const ids = [await open(before.core, 'ann'), await open(before.core, 'bob'), await open(before.core, 'eve')]
  const [first = '', second = '', third = ''] = ids
  await end(before)
  await leave(world, [first, second, third])
  const process = await world.boot({})
  await process.core.start()
  for (const _ of [1, 2]) {
    world.clock.advance(longAfter)
    await becomeQuiet(world)
  }
  const store = await world.openStore()
  const { entries, records, accounts } = await readBooks(store)
  await store.close()
  await end(process)
  await world.remove()
  const balances = new Map(entries.map(({ wallet, balance }) => [wallet, balance]))
  expect(ids.map((id) => balances.get(id))).toEqual([0, 45, 45])
  expect(ids.map((id) => accounts.has(id))).toEqual([false, true, true])
  expect(records.filter(({ kind }) => kind === 'merge')).toEqual([])
})
