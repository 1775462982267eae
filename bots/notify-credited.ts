/** Tells somebody in chat, and them alone, of credits that came, wait or are nearly spent: where they chatted last, or where they bought them. */
import { type Core, type Identity, type Outbound, speak } from '#core/index.ts'
import { createSend } from './deliver.ts'
import { renderGiftNews } from './messages/give.ts'
import { renderCredited, renderLow, renderWaiting } from './messages/topup.ts'
import type { Platform } from './platform.ts'
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
export function createNotifyCredited(reach: Reach): Outbound['credited'] {
  const send = createSend(reach.platforms)
  return async (account, credits, sale) => {
    const user = await findUser(reach, account)
    if (!user) return
    const words = await wordsFor(reach.core, account)
    const balance = await reach.core.credits.findBalance(account)
    // Of no call: nothing that was shown before is to be replaced by it.
    await send({ platform: user.platform, address: {} }, user, renderCredited(words, credits, balance, sale))
  }
}

/** As one is told of what one bought. */
export function createNotifyGifted(reach: Reach): Outbound['gifted'] {
  const send = createSend(reach.platforms)
  return async (account, news) => {
    const user = await findUser(reach, account)
    if (!user) return
    const words = await wordsFor(reach.core, account)
    const { credits, gifts } = reach.core
    const [name, balance] = await Promise.all([
      gifts.findName(news.other, user.platform),
      credits.findBalance(account),
    ])
    await send({ platform: user.platform, address: {} }, user, renderGiftNews(words, news, { name, balance }))
  }
}

/** As one is told of what one bought: with a way to buy more. */
export function createNotifyLow(reach: Reach): Outbound['low'] {
  const send = createSend(reach.platforms)
  return async (account, balance) => {
    const user = await findUser(reach, account)
    if (!user) return
    const words = await wordsFor(reach.core, account)
    const { platform } = user
    await send({ platform, address: {} }, user, renderLow(words, balance, reach.core, platform))
  }
}

/** Says it where it was bought, by somebody of whom no more is known. */
export function createNotifyWaiting(platforms: readonly Platform[]): Outbound['waiting'] {
  const send = createSend(platforms)
  return async ({ platform, user }, credits, sale) =>
    await send(
      { platform, address: {} },
      { platform, user, name: user },
      renderWaiting(speak(undefined), credits, sale),
    )
}
