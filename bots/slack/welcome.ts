/**
 * Greets a workspace at the first that one of its people does with the app, such as opening its Home: them alone, since Slack asks
 * apps to write to nobody who has not turned to them: docs.slack.dev/surfaces/app-home
 */
import type { Greet } from '../greet.ts'
import { readLocales, speakTo } from '../locale.ts'
import { refusePost } from './errors.ts'
import { isOfTeam, renderTeamId } from './location.ts'
import type { Received } from './receive.ts'
import type { Workroom } from './workroom.ts'

/** Never rejects. */
export async function welcome(
  { location, user, locale }: Pick<Received, 'location' | 'user' | 'locale'>,
  { posting }: Pick<Workroom, 'posting'>,
  greet: Greet,
): Promise<void> {
  if (!isOfTeam(location, user.user)) return
  const place = { platform: 'slack', id: renderTeamId(location) } as const
  await greet(place, speakTo(readLocales(locale)).words, async (message) => {
    await posting.post({ channel: location.person }, message).catch((error) => {
      throw refusePost(error)
    })
  })
}
