/** A command that keeps whoever asks waiting, for tests of what is under way at once. */
import { defineCommand } from '#bots/command.ts'
import { say } from './calls.ts'

/** It waits until it is let go. */
export function createHold() {
  const { promise, resolve } = Promise.withResolvers<void>()
  let held = 0
  const hold = defineCommand({
    name: 'hold',
    options: [],
    isPrivate: () => true,
    async run() {
      held += 1
      await promise
      return say('Held', true)
    },
  })
  return { hold, letGo: resolve, countHeld: () => held }
}
