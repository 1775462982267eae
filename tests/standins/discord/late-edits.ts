/** Discord's limit on edits of messages older than an hour (30046); it publishes no number. */
import type { Message } from './message.ts'
import { Refusal } from './refusals.ts'
import type { World } from './world.ts'

const hour = 60 * 60 * 1000

/** Counts an edit; refuses it when an old message had too many within an hour. */
export function countLateEdit(world: World, message: Message): void {
  const now = world.clock.now()
  if (now - message.createdAt < hour) return
  message.lateEdits = message.lateEdits.filter((at) => now - at < hour)
  if (message.lateEdits.length >= world.lateEdits) {
    throw new Refusal('oldMessageEdits', { retry_after: 1, global: false })
  }
  message.lateEdits.push(now)
}
