/** Tells somebody in chat, and them alone, of credits that came, wait or are nearly spent: where they chatted last, or where they bought them. */
import { type ChatUser, type Core, type Identity, type Outbound, speak, type Words } from '#core/index.ts'
import { createSend } from './deliver.ts'
import { inLanguage } from './in-language.ts'
import { renderGiftNews } from './messages/give.ts'
import { renderCredited, renderLow, renderWaiting } from './messages/topup.ts'
import type { Message, Platform } from './platform.ts'
import { wordsFor } from './words-for.ts'

interface Reach {
  core: Core
  platforms: readonly Platform[]
}

/** Who they are where they last made a picture, or else by their newest identity. */
async function findUser({ core, platforms }: Reach, account: string): Promise<Identity | undefined> {
  const running = platforms.map(({ name }) => name)
  const identities = await core.accounts.listIdentities(account)
  const reachable = identities.filter(({ platform }) => running.includes(platform))
  const { generations } = await core.history.list(account, { limit: 1 })
  return reachable.find(({ platform }) => platform === generations[0]?.origin.platform) ?? reachable.at(-1)
}

/** Somebody with no chat identity on a running platform sees it on the account page only. */
async function tell(
  reach: Reach,
  account: string,
  render: (words: Words, user: Identity) => Promise<Message>,
): Promise<void> {
  const user = await findUser(reach, account)
  if (!user) return
  const words = await wordsFor(reach.core, account)
  await tellInChat(reach.platforms, user, words, await render(words, user))
}

/** Of no call: nothing that was shown before is to be replaced by it. */
const tellInChat = (platforms: readonly Platform[], user: ChatUser, words: Words, message: Message) =>
  createSend(platforms)(
    { platform: user.platform, address: {} },
    user,
    inLanguage(words, message, user.platform),
  )

export const createNotifyCredited =
  (reach: Reach): Outbound['credited'] =>
  (account, credits, sale) =>
    tell(reach, account, async (words) =>
      renderCredited(words, credits, await reach.core.credits.findBalance(account), sale),
    )

/** As one is told of what one bought. */
export const createNotifyGifted =
  (reach: Reach): Outbound['gifted'] =>
  (account, news) =>
    tell(reach, account, async (words, { platform }) => {
      const { credits, gifts } = reach.core
      const [name, balance] = await Promise.all([
        gifts.findName(news.other, platform),
        credits.findBalance(account),
      ])
      return renderGiftNews(words, news, { name, balance })
    })

/** As one is told of what one bought: with a way to buy more. */
export const createNotifyLow =
  (reach: Reach): Outbound['low'] =>
  (account, balance) =>
    tell(reach, account, async (words, { platform }) => renderLow(words, balance, reach.core, platform))

/** Says it where it was bought, by somebody of whom no more is known than what they were heard in there. */
export const createNotifyWaiting =
  (platforms: readonly Platform[]): Outbound['waiting'] =>
  async ({ platform, user }, credits, sale) => {
    const words = speak(platforms.find(({ name }) => name === platform)?.recallLocale?.(user))
    const somebody = { platform, user, name: user }
    await tellInChat(platforms, somebody, words, renderWaiting(words, credits, sale))
  }
