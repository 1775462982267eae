/** What whoever runs Slack, or an administrator of a workspace, can do to the app. */
import type { Channel } from './channel.ts'
import type { Acknowledgement } from './delivery.ts'
import { tellTokensRevoked, tellUninstalled } from './events.ts'
import { createSlackId } from './ids.ts'
import { signBody } from './signature.ts'
import type { Sockets } from './sockets.ts'
import type { TroubleOrder } from './trouble.ts'
import { type AppSettings, findInstallation, type Installation, type Switches, type World } from './world.ts'

/** Everything takes effect at once, for requests not yet answered too. */
export interface Operator {
  switches: Switches
  sockets: Pick<Sockets, 'count' | 'untilConnected' | 'disconnect' | 'doom' | 'say' | 'drop' | 'freeze'>
  /** Lets things go wrong; `calm` ends all of it. */
  trouble(order: TroubleOrder): void
  /** Answers what hangs. */
  release(): void
  calm(): void
  /** HTTP from now on, all to one URL or each kind to its own; undefined: Socket Mode. */
  setRequestUrl(url: string | AppSettings['requestUrls']): void
  /** The first is where people are sent back to when the app names none. */
  setRedirectUrls(urls: readonly string[]): void
  /** Slack's challenge to the events URL; true when it was answered rightly. */
  verifyRequestUrl(): Promise<boolean>
  archive(channel: Channel): void
  deleteChannel(channel: Channel): void
  removeBot(channel: Channel): void
  addBot(channel: Channel): void
  /** Resolves with every attempt to send the events. */
  revokeToken(installation: Installation): Promise<readonly Acknowledgement[]>
  uninstall(installation: Installation): Promise<readonly Acknowledgement[]>
  setScopes(installation: Installation, scopes: readonly string[]): void
}

/** Acts on that world. */
export function createOperator(world: World): Operator {
  const bots = () => world.installations.map((one) => one.botUserId)

  return {
    switches: world.switches,
    sockets: world.sockets,
    trouble: (order) => world.trouble.order(order),
    release: () => world.trouble.release(),
    calm: () => world.trouble.clear(),
    setRequestUrl(url) {
      const urls = typeof url === 'string' ? { commands: url, interactivity: url, events: url } : url
      world.settings.requestUrls = urls
      world.settings.socketMode = urls === undefined
    },
    setRedirectUrls(urls) {
      world.settings.redirectUrls = urls
    },
    async verifyRequestUrl() {
      const challenge = createSlackId('challenge')
      const { requestUrls, verificationToken } = world.settings
      if (!requestUrls) return false
      const body = JSON.stringify({ type: 'url_verification', token: verificationToken, challenge })
      const headers = { 'content-type': 'application/json', ...signBody(world, body, 'right') }
      const response = await fetch(requestUrls.events, { method: 'POST', headers, body })
      return response.status === 200 && (await response.text()).includes(challenge)
    },
    archive(channel) {
      channel.archived = true
    },
    deleteChannel(channel) {
      channel.deleted = true
    },
    removeBot(channel) {
      for (const bot of bots()) channel.members.delete(bot)
    },
    addBot(channel) {
      const bot = findInstallation(world, channel.team)?.botUserId
      if (bot) channel.members.add(bot)
    },
    revokeToken(installation) {
      installation.state = 'revoked'
      return tellTokensRevoked(world, installation)
    },
    uninstall(installation) {
      installation.state = 'uninstalled'
      for (const channel of world.channels.values()) channel.members.delete(installation.botUserId)
      return tellUninstalled(world, installation)
    },
    setScopes(installation, scopes) {
      installation.scopes = scopes
    },
  }
}
