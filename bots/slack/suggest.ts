/** Fills a form's menu with what a person is likely to name. */
import type { ChatUser } from '#core/index.ts'
import type { Command } from '../command.ts'
import type { Suggest, Suggestion } from '../suggest.ts'
import type { Clock } from './api.ts'

/** A form must open within three seconds of the press; suggestions that take longer are left out. Milliseconds. */
const patience = 1_000

/** Never rejects: where there is trouble, nothing is suggested. */
export function createSuggester({
  suggest,
  clock,
}: {
  suggest?: Suggest | undefined
  clock: Clock
}): (user: ChatUser, command: Command) => Promise<readonly Suggestion[]> {
  return async (user, command) => {
    const option = command.options.find(({ type }) => type === 'generation')
    if (!suggest || option?.type !== 'generation') return []
    const enough = new AbortController()
    const none = () => []
    const late = clock.sleep(patience, enough.signal).then(none, none)
    const found = await Promise.race([suggest(user, '', option.of).catch(none), late])
    enough.abort()
    return found
  }
}
