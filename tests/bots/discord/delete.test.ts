/** Deleting a picture takes the message with it, under which that was asked. */
import { expect, it } from 'vitest'
import type { InteractionHandle } from '#tests/standins/discord/handle.ts'
import { startRig } from './rig.ts'

it('asks privately, then takes the message away', async () => {
  const rig = await startRig()
  const made = rig.ann.command(rig.channel, 'imagine', { prompt: 'a red fox' })
  await made.waitFor(({ message }) => message?.buttons.some(({ label }) => label === 'Delete') ?? false)
  const asked = rig.ann.press(requireMessage(made), 'Delete')
  await asked.waitFor(({ message }) => message?.buttons.some(({ label }) => label === 'Delete it') ?? false)
  expect(asked.ephemeral).toBe(true)
  rig.ann.press(requireMessage(asked), 'Delete it')
  await asked.waitFor(({ message }) => message?.text.includes('is deleted.') ?? false)
  expect(made.message).toBeUndefined()
  expect((await rig.history(rig.ann)).generations).toEqual([])
})

function requireMessage({ message }: InteractionHandle) {
  if (!message) throw new Error('No message')
  return message
}
