/** Tells somebody in chat, and them alone, of credits that they bought: that these came, where they chatted last, or wait. */
import type { Core, Identity, Outbound } from '#core/index.ts'
import { createSend } from './deliver.ts'
import { renderCredited, renderWaiting } from './messages/topup.ts'
import type { Platform } from './platform.ts'

/** Somebody with no chat identity on a running platform sees it on the account page only. */
export function createNotifyCredited({
  core,
  platforms,
}: {
  core: Core
  platforms: readonly Platform[]
}): Outbound['credited'] {
  const send = createSend(platforms)

  /** Who they are where they last made a picture, or else by their newest identity. */
  async function findUser(account: string): Promise<Identity | undefined> {
    const running = platforms.map(({ name }) => name)
    const identities = await core.accounts.listIdentities(account)
    const reachable = identities.filter(({ platform }) => running.includes(platform))
    const { generations } = await core.history.list(account, { limit: 1 })
    return reachable.find(({ platform }) => platform === generations[0]?.origin.platform) ?? reachable.at(-1)
  }

  return async (account, credits, sale) => {
    const user = await findUser(account)
    if (!user) return
    const balance = await core.credits.findBalance(account)
    // Of no call: nothing that was shown before is to be replaced by it.
    await send({ platform: user.platform, address: {} }, user, renderCredited(credits, balance, sale))
  }
}

/** Says it where it was bought. */
export function createNotifyWaiting(platforms: readonly Platform[]): Outbound['waiting'] {
  const send = createSend(platforms)
  return async ({ platform, user }, credits, sale) =>
    await send({ platform, address: {} }, { platform, user, name: user }, renderWaiting(credits, sale))
}
