/** Shows a picture that was made before. */
import { type Core, findParent, type Generation } from '#core/index.ts'
import { findAudience, findWords } from './find-audience.ts'
import { renderPicture } from './messages/picture.ts'
import type { Ancestors } from './messages/steps.ts'
import type { Call, Message } from './platform.ts'

/** To the caller alone, or where it was asked. */
export async function showAgain(
  call: Pick<Call, 'user' | 'team' | 'alone' | 'words' | 'roomWords'>,
  core: Core,
  seen: Generation,
  given: { private: boolean },
): Promise<Message> {
  const { id: caller } = await core.accounts.requireAccount(call.user)
  const steps = await findSteps(core, seen, caller)
  const common = { prices: core.prices, inTeam: call.team !== undefined, steps }
  return renderPicture(findWords(call, given.private), seen, {
    ...findAudience(call, given.private),
    ...common,
  })
}

/** What it came of, as far as the account that asked sees that; where that cannot be looked up, the picture is shown without. */
export async function findSteps(
  core: Pick<Core, 'history'>,
  seen: Generation,
  account = seen.owner,
): Promise<Ancestors | undefined> {
  if (!findParent(seen.asked)) return undefined
  return await core.history.findAncestors(account, seen).catch(() => undefined)
}
