/** Says hello where the bot is new, with what to try; once in each server and workspace. */
import { type Core, type Log, logFailure, type TeamName, type Words } from '#core/index.ts'
import { inLanguage } from './in-language.ts'
import { renderGreeting } from './messages/examples.ts'
import { createOnce, eventLife } from './once.ts'
import type { Message } from './platform.ts'

/** Never rejects. Called before anything is done there, so that it is seen whether the bot is new. */
export type Greet = (
  place: TeamName,
  words: Words,
  say: (message: Message) => Promise<unknown>,
) => Promise<void>

export function createGreet(
  { teams, prices }: Pick<Core, 'teams' | 'prices'>,
  clock: Parameters<typeof createOnce>[0],
  log: Log,
): Greet {
  // So that a busy place does not ask the store each time.
  const asked = createOnce(clock)

  return async (place, words, say) => {
    if (!asked.claim(`${place.platform} ${place.id}`, eventLife)) return
    try {
      await teams.greet(place, () => say(inLanguage(words, renderGreeting(words, prices), place.platform)))
    } catch (error) {
      logFailure(log, error, { platform: place.platform }, 'A greeting could not be said')
    }
  }
}
