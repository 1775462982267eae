/** Tells of a new link: the account's owner by mail, and the chat user where they are not being answered. */
import { type Core, type Log, logFailure, type Outbound } from '#core/index.ts'
import { createSend } from './deliver.ts'
import { inLanguage } from './in-language.ts'
import { renderConnected } from './messages/link.ts'
import type { Platform } from './platform.ts'
import { wordsFor } from './words-for.ts'

/** Whoever cannot be told in chat is told by mail alone: told again, the mail would go again too. */
export function createTellLinked({
  core,
  platforms,
  linked,
  log,
}: {
  core: Pick<Core, 'credits' | 'preferences'>
  platforms: readonly Platform[]
  /** By mail. */
  linked: Outbound['linked']
  log: Log
}): Outbound['linked'] {
  const send = createSend(platforms)
  return async (link) => {
    await linked(link)
    const { account, identity, inChat } = link
    if (!inChat) return
    const words = await wordsFor(core, account.id, inChat)
    const told = renderConnected(words, account.email, await core.credits.findBalance(account.id))
    await send(inChat, identity, inLanguage(words, told, identity.platform)).catch((error) => {
      logFailure(log, error, { account: account.id }, 'A chat user could not be told of a new link')
    })
  }
}
