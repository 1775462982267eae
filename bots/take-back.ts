/** Takes posts back on behalf of a call, in its own team or any other. */
import { CoreError } from '#core/errors.ts'
import type { Post } from '#core/index.ts'
import type { Call } from './platform.ts'

/** Rejects with `not-connected`, also where that platform does not run. */
export function takeBack({ team, origin, retract }: Call): (post: Post) => Promise<void> {
  return async (post) => {
    if (team?.id === post.team && origin.platform === post.platform) {
      return await team.retract(post.channel, post.message)
    }
    if (!retract) throw new CoreError('not-connected', {})
    await retract(post)
  }
}
