/** Offers to change the picture that somebody's words may be about. */
import type { Core } from '#core/index.ts'
import { findPicture } from './find-picture.ts'
import { listChangeButtons } from './messages/change.ts'
import type { Button, Call } from './platform.ts'
import { readsLikeChange } from './talk/reads-like-order.ts'

/** In a picture's own thread any words may be about it; elsewhere those that say what to change. None where there is no picture. */
export async function offerChange(
  call: Pick<Call, 'user' | 'thread'>,
  core: Core,
  words: string,
): Promise<readonly Button[]> {
  if (words === '' || !(call.thread || readsLikeChange(words))) return []
  const seen = await findPicture(core, call)
  return seen ? listChangeButtons(seen, core.prices, words) : []
}
