/**
 * Greets a workspace at the first that one of its people does with the app, such as opening its Home: them alone, since Slack asks
 * apps to write to nobody who has not turned to them: docs.slack.dev/surfaces/app-home
 */
import type { Greet } from '../greet.ts'
import { readLocales } from '../locale.ts'
import { isOfTeam, renderTeamId } from './location.ts'
import type { Received } from './receive.ts'

/** Never rejects. */
export async function welcome(
  { location, user, locale }: Pick<Received, 'location' | 'user' | 'locale'>,
  greet: Greet,
): Promise<void> {
  if (!isOfTeam(location, user.user)) return
  const place = { platform: 'slack', team: renderTeamId(location), channel: location.person } as const
  await greet(place, readLocales(locale).locale)
}
