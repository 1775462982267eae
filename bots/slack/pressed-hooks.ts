/**
 * Remembers by which address a pressed message can be taken away where the bot is not in the channel: only the press
 * on the message itself brings one, and deleting is asked for by a second press, on a question.
 */
import type { Hook } from './response-url.ts'

export interface PressedHooks {
  /** `message` as `renderMessageId` writes it. */
  keep(message: string, hook: Hook): void
  find(message: string): Hook | undefined
}

/** An address lives half an hour; more than these are not waited for. */
const most = 5_000

export function createPressedHooks(): PressedHooks {
  const hooks = new Map<string, Hook>()

  return {
    keep(message, hook) {
      hooks.delete(message)
      hooks.set(message, hook)
      const [oldest] = hooks.keys()
      if (hooks.size > most && oldest !== undefined) hooks.delete(oldest)
    },
    find: (message) => hooks.get(message),
  }
}
