/** Offers to change the picture that somebody's words may be about. */
import type { Core } from '#core/index.ts'
import { findPicture } from './find-picture.ts'
import { findChangePrice, listChangeButtons } from './messages/change.ts'
import type { Button, Call } from './platform.ts'
import { readsLikeChange } from './talk/reads-like-order.ts'

/** `price`: of each. In a picture's own thread any words may be about it; elsewhere those that say what to change. None where there is no picture. */
export async function offerChange(
  call: Pick<Call, 'user' | 'thread' | 'words'>,
  core: Core,
  said: string,
): Promise<{ buttons: readonly Button[]; price: number }> {
  const none = { buttons: [], price: 0 }
  if (said === '' || !(call.thread || readsLikeChange(said))) return none
  const seen = await findPicture(core, call)
  if (!seen) return none
  const { prices } = core
  return { buttons: listChangeButtons(call.words, seen, prices, said), price: findChangePrice(prices, seen) }
}
