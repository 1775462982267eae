/** Whoever is not of a team asks, presses and sends all that they could: every command, button and form of its people. */
import { expect, it } from 'vitest'
import { attackers } from './attackers.ts'
import { attack } from './breaches.ts'
import { byEnd, listReplays } from './replays.ts'
import { listAttacks } from './rows.ts'
import { createWorld } from './world.ts'

it.each(Object.keys(attackers))('gets nothing of it: somebody %s', async (name) => {
  const world = await createWorld()
  const all = [...listReplays(world), ...listAttacks(world)]
  expect(all.length).toBeGreaterThan(500)
  expect(await attack(world, name, all.toSorted(byEnd))).toEqual([])
})
