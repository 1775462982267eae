/** A stand-in Discord on 127.0.0.1: REST API, gateway and CDN, with a person's and an operator's side. */
import type { GatewayCloseCodes } from 'discord-api-types/v10'
import { listen, shut } from '../loopback.ts'
import { applicationRoutes } from './application-routes.ts'
import { defaultSizeLimit } from './attachments.ts'
import { callbackRoutes } from './callback-routes.ts'
import { addChannel, findOrCreateDm } from './channel.ts'
import { channelRoutes } from './channel-routes.ts'
import { createSnowflakes, createStandinClock } from './clock.ts'
import { commandRoutes } from './command-routes.ts'
import type { Json } from './form.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { guildRoutes } from './guild-routes.ts'
import { everyonePermissions } from './permissions.ts'
import { createPerson, type Person } from './person.ts'
import { createPremium, type Premium } from './premium.ts'
import { premiumRoutes } from './premium-routes.ts'
import { createRateLimits, type RateLimit } from './rate-limits.ts'
import type { Route, RouteName } from './route.ts'
import { createApiServer, type RecordedRequest } from './server.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { findSpecCheck } from './spec-check.ts'
import { createTroubleDesk, type TroubleDesk } from './trouble.ts'
import { createWaiting, type Waiting } from './waiting.ts'
import { webhookRoutes } from './webhook-routes.ts'
import type { Application, Channel, Guild, User, World } from './world.ts'

export interface DiscordStandinOptions {
  /** 0, the default, takes a free one. */
  port?: number
  token?: string
  /** Milliseconds; Discord's own is 41,250. */
  heartbeatInterval?: number
  /** The privileged intents the app was granted, as bits. */
  privilegedIntents?: number
  /** Limits other than Discord's, by route. */
  rateLimits?: Partial<Record<RouteName, RateLimit>>
  /** Edits Discord takes of a message older than an hour, within an hour; it publishes no number. */
  lateEdits?: number
}

export interface DiscordStandin extends Pick<Waiting, 'waitFor'> {
  /** For discord.js's `rest.api`. */
  url: string
  application: Application
  gateway: Gateway
  premium: Premium
  /** Every request so far, in the order they came. */
  requests: RecordedRequest[]
  /** What was wrong by Discord's API description, and what the stand-in could not serve. Empty is good. */
  faults: string[]
  /** The registered global commands. */
  readonly commands: readonly Json[]
  /** Makes trouble for the next requests that fit; gives a function that ends it. */
  trouble: TroubleDesk['cause']
  /** Moves Discord's time forward, so that tokens expire and messages grow old. */
  advance(ms: number): void
  /** With the app installed and its bot a member, unless said otherwise. */
  createGuild(
    name?: string,
    more?: { installed?: boolean; bot?: boolean; attachmentSizeLimit?: number },
  ): Guild
  createChannel(guild: Guild, name?: string): Channel
  /** A person's direct messages with the bot. */
  openDm(person: User): Channel
  /** A group of people, without the bot. */
  createGroup(people: readonly User[]): Channel
  createPerson(name: string, more?: Partial<Pick<User, 'locale' | 'acceptsMessages' | 'installed'>>): Person
  /** Makes someone a member, with permissions beyond what everyone has. */
  join(guild: Guild, person: User, permissions?: bigint): void
  /** The command that Discord makes for an app with an Activity. */
  createEntryPoint(name: string): void
  createRole(guild: Guild, name: string, mentionable?: boolean): string
  /** Resolves once a bot has identified or resumed and is connected. */
  connected(): Promise<void>
  /** Makes the token invalid at once, also on open connections. */
  revokeToken(): void
  /** Closes everyone who connects with this code; undefined lets them in again. */
  refuse(code: GatewayCloseCodes | undefined): void
  close(): Promise<void>
}

export async function startDiscordStandin(options: DiscordStandinOptions = {}): Promise<DiscordStandin> {
  const waiting = createWaiting()
  const clock = createStandinClock(() => waiting.changed())
  const nextId = createSnowflakes(clock)
  const about = { locale: 'en-US', acceptsMessages: false, installed: false }
  const bot: User = { id: nextId(), username: 'bot', bot: true, ...about }
  const world: World = {
    ...waiting,
    clock,
    nextId,
    origin: '',
    application: {
      id: bot.id,
      name: 'app',
      token: options.token ?? `${Buffer.from(bot.id).toString('base64url')}.standin.${crypto.randomUUID()}`,
      clientSecret: crypto.randomUUID(),
      redirects: [],
      bot,
      privilegedIntents: options.privilegedIntents ?? 0,
    },
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
    interactions: new Map(),
    interactionTokens: new Map(),
    entitlements: new Map(),
    signInGrants: new Map(),
    accessTokens: new Map(),
    files: new Map(),
    lateEdits: options.lateEdits ?? 3,
  }
  const requests: RecordedRequest[] = []
  const faults: string[] = []
  const troubles = createTroubleDesk()
  const routes: Route[] = []
  const limits = createRateLimits(options.rateLimits)
  const spec = await findSpecCheck()
  const server = createApiServer({ world, routes, limits, troubles, spec, requests, faults })
  const gateway = createGateway(world, server, options.heartbeatInterval ?? 41_250)
  routes.push(
    ...applicationRoutes(world, gateway),
    ...commandRoutes(world),
    ...callbackRoutes(world),
    ...webhookRoutes(world),
    ...channelRoutes(world),
    ...guildRoutes(world),
    ...premiumRoutes(world),
    ...signInRoutes(world),
  )
  world.origin = `http://${await listen(server, options.port)}`

  return {
    url: `${world.origin}/api`,
    application: world.application,
    gateway,
    premium: createPremium(world, gateway),
    requests,
    faults,
    get commands() {
      return [...world.commands.values()]
    },
    trouble: troubles.cause,
    advance: clock.advance,
    waitFor: waiting.waitFor,
    createGuild(name = 'guild', more = {}) {
      const guild: Guild = {
        id: nextId(),
        name,
        locale: 'en-US',
        installed: more.installed ?? true,
        everyone: everyonePermissions,
        members: new Map(),
        roles: new Map(),
        attachmentSizeLimit: more.attachmentSizeLimit ?? defaultSizeLimit,
      }
      world.guilds.set(guild.id, guild)
      if (more.bot ?? guild.installed) join(guild, bot)
      return guild
    },
    createChannel: (guild, name = 'general') => addChannel(world, { kind: 'text', name, guild }),
    openDm: (person) => findOrCreateDm(world, person),
    createGroup: (people) => addChannel(world, { kind: 'group', name: 'group', recipients: [...people] }),
    createPerson: (name, more = {}) => createPerson(world, gateway, name, more),
    join,
    createEntryPoint(name) {
      const id = nextId()
      world.commands.set(id, {
        ...{ id, application_id: bot.id, version: nextId(), type: 4, name, description: '', handler: 2 },
        ...{ name_localizations: { de: 'start' }, description_localizations: null, nsfw: false },
        ...{ default_member_permissions: null, integration_types: [0, 1], contexts: [0, 1, 2] },
      })
    },
    createRole(guild, name, mentionable = false) {
      const id = nextId()
      guild.roles.set(id, { id, name, mentionable })
      return id
    },
    connected: () =>
      waiting.waitFor(() => gateway.sessions.some(({ socket }) => socket !== undefined), 'a connected bot'),
    revokeToken() {
      world.application.token = `revoked.${crypto.randomUUID()}`
      gateway.close(4004)
    },
    refuse(code) {
      gateway.refusal = code
    },
    async close() {
      gateway.stop()
      await shut(server)
    },
  }

  function join(guild: Guild, user: User, permissions = 0n): void {
    guild.members.set(user.id, { user, permissions, joinedAt: clock.now() })
  }
}
