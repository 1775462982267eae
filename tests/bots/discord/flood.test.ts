/** A flood of one person: what is beyond the bound is told at once, waits nowhere, and keeps nobody else waiting. */
import { expect, it, onTestFinished } from 'vitest'
import { usualBounds } from '#bots/admit.ts'
import { commands } from '#bots/commands/index.ts'
import { createHold } from '../hold.ts'
import { startRig } from './rig.ts'

const most = usualBounds.person

it('answers others meanwhile, and everybody who was let in', async () => {
  const { hold, letGo, countHeld } = createHold()
  const { ann, channel, join, answered, balance } = await startRig({
    commands: [...commands, hold],
    bounds: usualBounds,
  })
  onTestFinished(() => letGo())
  const bob = await join('bob')
  ann.locale = 'de'
  const asked = Array.from({ length: most }, () => ann.command(channel, 'hold'))
  await Promise.all(asked.map((each) => each.waitFor(({ deferred }) => deferred, 60_000)))
  while (asked.length < 400) {
    const wave = Array.from({ length: 20 }, () => ann.command(channel, 'hold'))
    await Promise.all(wave.map((each) => each.settled(60_000)))
    asked.push(...wave)
  }
  expect((await bob.command(channel, 'help').settled(60_000)).state).toBe('answered')
  const told = asked.filter(({ message }) => message?.text.includes('Das war viel auf einmal.'))
  expect(told).toHaveLength(400 - most)
  expect(told.every(({ deferred, ephemeral }) => !deferred && ephemeral)).toBe(true)
  letGo()
  await answered(most + 1)
  expect([countHeld(), await balance(ann)]).toEqual([most, 1_000_000])
  // Who has waited may ask again.
  expect((await ann.command(channel, 'credits').settled()).state).toBe('answered')
})
