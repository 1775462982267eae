/** The way of one picture on Discord, from being asked for to being seen, in steps. */
import { expect } from 'vitest'
import type { InteractionHandle } from '#tests/standins/discord/handle.ts'
import type { Person } from '#tests/standins/discord/person.ts'
import type { Channel } from '#tests/standins/discord/world.ts'
import type { Rig } from './rig.ts'

/** What hangs is soon given up. */
export const impatient = { patience: { acknowledge: 1_500, progress: 1_500, other: 1_500 } }

/** Draws a picture to the end of its call, which is the rig's first. */
export async function draw({ ann, channel, answered }: Rig, prompt = 'a boat') {
  const handle = ann.command(channel, 'imagine', { prompt })
  await answered(1)
  return handle
}

/** Asks for a picture that waits for the model's release, and waits until its progress is shown. */
export async function begin({ ann, channel, model }: Rig, progress = '') {
  model.hold()
  const handle = ann.command(channel, 'imagine', { prompt: 'a boat' })
  await handle.waitFor(({ message }) => (message?.text ? message.text.includes(progress) : false))
  return handle
}

/** Lets what is drawn outlive the token of its interaction. */
export async function outliveToken({ model, advance }: Rig): Promise<void> {
  await expect.poll(() => model.prompts.length).toBe(1)
  advance(15 * 60_000 + 1)
}

/** Lets what was begun come to its end, which is the rig's first. */
export async function finish({ model, answered }: Rig): Promise<void> {
  model.release()
  await answered(1)
}

/** The message that something was answered with. */
export function requireMessage({ message }: InteractionHandle) {
  if (!message) throw new Error('No message')
  return message
}

/** What of these places a person sees with pictures. */
export const findPictures = (person: Person, ...channels: Channel[]) =>
  channels.flatMap((channel) => channel.visibleTo(person)).filter(({ pictures }) => pictures.length > 0)
