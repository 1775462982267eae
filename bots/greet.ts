/** Says hello where the bot is new, with what to try; once in each server and workspace. */
import { type Core, type Log, logFailure, type Place } from '#core/index.ts'
import { createOnce, eventLife } from './once.ts'

/**
 * In that channel, after `ready`; in that language. Never rejects. Called before anything is done there, so that it is seen
 * whether the bot is new.
 */
export type Greet = (place: Place, locale: string | undefined, ready?: Promise<unknown>) => Promise<void>

export function createGreet(
  { teams }: Pick<Core, 'teams'>,
  clock: Parameters<typeof createOnce>[0],
  log: Log,
): Greet {
  // So that a busy place does not ask the store each time.
  const asked = createOnce(clock)

  return async (place, locale, ready) => {
    const { platform, team } = place
    if (!asked.claim(`${platform} ${team}`, eventLife)) return
    await teams
      .greet(place, locale, ready)
      .catch((err) => logFailure(log, err, { platform }, 'A greeting could not be said'))
  }
}
