/** Makes the chat platforms that are configured, and loads no other; the terminal where there is none. */
import { randomUUID } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Config, Secrets } from '#core/config.ts'
import { type Core, type Log, type Ports, warnOfSales } from '#core/index.ts'
import { wireSealingKeys } from '#core/wire.ts'
import { type Admit, createAdmit } from './admit.ts'
import type { Command } from './command.ts'
import { createGreet } from './greet.ts'
import type { Dispatch, Platform } from './platform.ts'
import { createPrecedence, type Precedence } from './precedence.ts'
import { createSuggest } from './suggest.ts'

export interface PlatformsOptions {
  config: Config
  secrets: Secrets
  ports: Pick<Ports, 'store' | 'clock' | 'secret' | 'providers' | 'owner' | 'isAlive'>
  core: Core
  dispatch: Dispatch
  commands: readonly Command[]
  /** What tells which pictures the terminal can show. */
  env: Readonly<Record<string, string | undefined>>
  log: Log
}

interface ChatOptions extends PlatformsOptions {
  admit: Admit
  precedence: Precedence
}

export interface Running {
  platform: Platform
  /** Ends what `stop` left for the calls under way. */
  close?(): void | Promise<void>
  /** Answers requests under a path of the web module, such as `/slack`. */
  fetch?(request: Request): Promise<Response>
  /** Shows text beside what is being typed; where there is none, it is written to standard output. */
  print?(text: string): void
  /** Resolves when the person at the terminal has left. */
  ended?: Promise<void>
}

export async function createPlatforms(options: PlatformsOptions): Promise<Running[]> {
  const { config, core, log } = options
  const { clock } = options.ports
  const onTurnedAway = core.metrics?.turnedAway
  const admit = createAdmit({ clock, log, ...(onTurnedAway && { onTurnedAway }) })
  core.metrics?.watchCalls(admit.count)
  const chat = { ...options, admit, precedence: createPrecedence(clock) }
  const running = [
    ...(config.discord ? [await createDiscord(chat, config.discord)] : []),
    ...(config.slack ? [await createSlack(chat, config.slack)] : []),
  ]
  return running.length > 0 ? running : [await createTerminal(options)]
}

async function createDiscord(options: ChatOptions, { apiUrl, shards }: NonNullable<Config['discord']>) {
  const { createDiscord } = await import('./discord/platform.ts')
  const { createLoginMemory } = await import('./discord/gateway/login-memory.ts')
  const { createShardLeases } = await import('./discord/gateway/shard-leases.ts')
  const { createKeptAttachments } = await import('./discord/kept-attachments.ts')
  const { config, secrets, ports, core, log } = options
  warnOfSales(ports.providers, log)
  const platform = createDiscord({
    ...options,
    token: secrets.discordToken ?? '',
    shards,
    ...(ports.store.isShared && { leases: createShardLeases(ports.store.records, ports) }),
    suggest: createSuggest(core),
    pictures: core.pictures,
    uploads: config.host.kind === 'disk',
    greet: createGreet(core, options.ports.clock, log),
    logins: createLoginMemory(ports.store.records, ports.clock),
    kept: createKeptAttachments(ports.store.records, ports.clock),
    onAcknowledged: (took) => core.metrics?.acknowledged('discord', took),
    onEntitlement: (event, entitlement) => void core.purchases.receiveEvent('discord', event, entitlement),
    onConnected: () => core.purchases.catchUp('discord'),
    clock: ports.clock,
    ...(apiUrl && { apiUrl }),
  })
  return { platform, close: platform.close }
}

async function createSlack(options: ChatOptions, { apiUrl }: NonNullable<Config['slack']>) {
  const { createSlack } = await import('./slack/platform.ts')
  const { config, secrets, ports, core, log } = options
  if (secrets.slackAppToken) {
    const { hintAtHttp } = await import('./slack/transport/hint-at-http.ts')
    hintAtHttp({ isShared: config.store.kind === 'mongodb', log })
  }
  const platform = createSlack({
    ...options,
    publicUrl: config.publicUrl,
    pictures: core.pictures,
    servesPictures: config.host.kind === 'disk',
    records: ports.store.records,
    suggest: createSuggest(core),
    greet: createGreet(core, ports.clock, options.log),
    onAcknowledged: (took) => core.metrics?.acknowledged('slack', took),
    clock: ports.clock,
    stateSecret: ports.secret,
    ...(secrets.slackClientId && { sealingKeys: await wireSealingKeys(config, secrets, ports.secret) }),
    ...(secrets.slackBotToken && { botToken: secrets.slackBotToken }),
    ...(secrets.slackAppToken && { appToken: secrets.slackAppToken }),
    ...(secrets.slackSigningSecret && { signingSecret: secrets.slackSigningSecret }),
    ...(secrets.slackClientId && { clientId: secrets.slackClientId }),
    ...(secrets.slackClientSecret && { clientSecret: secrets.slackClientSecret }),
    ...(apiUrl && { apiUrl: `${apiUrl}/` }),
  })
  return { platform, close: platform.close, ...(platform.fetch && { fetch: platform.fetch }) }
}

async function createTerminal(options: PlatformsOptions) {
  const { createTerminal } = await import('./terminal/platform.ts')
  const { config, core } = options
  const platform = createTerminal({
    ...options,
    suggest: createSuggest(core),
    input: process.stdin,
    output: process.stdout,
    folder: tmpdir(),
    historyFile: join(config.dataDir, 'typed-lines'),
    pictureFolder: config.host.kind === 'disk' ? config.host.folder : undefined,
    userName: userInfo().username,
    createCallId: () => `terminal:${randomUUID()}`,
    now: Date.now,
  })
  return { platform, ended: platform.ended, print: platform.print }
}
