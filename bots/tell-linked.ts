/** Tells of a new link: the account's owner by mail, and the chat user where they are not being answered. */
import { hasCode } from '#core/errors.ts'
import type { Core, Outbound } from '#core/index.ts'
import { createSend } from './deliver.ts'
import { renderConnected } from './messages/link.ts'
import type { Platform } from './platform.ts'

/** Whoever takes no messages from the bot is told by mail alone. */
export function createTellLinked({
  core,
  platforms,
  linked,
}: {
  core: Pick<Core, 'credits'>
  platforms: readonly Platform[]
  /** By mail. */
  linked: Outbound['linked']
}): Outbound['linked'] {
  const send = createSend(platforms)
  return async (link) => {
    await linked(link)
    if (!link.inChat) return
    const { account, identity } = link
    const told = renderConnected(account, await core.credits.findBalance(account.id))
    await send({ platform: identity.platform, address: {} }, identity, told).catch((error) => {
      if (!hasCode(error, 'cannot-post')) throw error
    })
  }
}
