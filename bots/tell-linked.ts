/** Tells of a new link: the account's owner by mail, and the chat user where they are not being answered. */
import { hasCode } from '#core/errors.ts'
import type { Core, Outbound } from '#core/index.ts'
import { createSend } from './deliver.ts'
import { renderConnected } from './messages/link.ts'
import type { Platform } from './platform.ts'
import { wordsFor } from './words-for.ts'

/** Whoever takes no messages from the bot is told by mail alone. */
export function createTellLinked({
  core,
  platforms,
  linked,
}: {
  core: Pick<Core, 'credits' | 'preferences'>
  platforms: readonly Platform[]
  /** By mail. */
  linked: Outbound['linked']
}): Outbound['linked'] {
  const send = createSend(platforms)
  return async (link) => {
    await linked(link)
    const { account, identity, inChat } = link
    if (!inChat) return
    const words = await wordsFor(core, account.id)
    const told = renderConnected(words, account.email, await core.credits.findBalance(account.id))
    await send(inChat, identity, told).catch((error) => {
      if (!hasCode(error, 'cannot-post')) throw error
    })
  }
}
