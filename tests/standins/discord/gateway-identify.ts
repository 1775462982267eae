/** Who may start a gateway session, and what it is told first. */
import { GatewayCloseCodes as closeCode, GatewayIntentBits as intent } from 'discord-api-types/v10'
import type { Json } from './form.ts'
import type { Session } from './gateway-session.ts'
import { renderUser } from './users.ts'
import type { Guild, World } from './world.ts'

const privileged = intent.GuildMembers | intent.GuildPresences | intent.MessageContent
const every = Object.values(intent).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
)

export interface GatewayRules {
  /** How many shards `GET /gateway/bot` recommends and the gateway demands. */
  shards: number
  /** `concurrency`: shards that may identify within the same five seconds. */
  startLimit: { total: number; remaining: number; concurrency: number }
  /** Closes everyone who identifies or resumes with this code, until cleared. */
  refusal: closeCode | undefined
  /** Closes everyone who resumes with this code, until cleared. */
  resumeRefusal: number | undefined
}

/**
 * The close code an IDENTIFY deserves; undefined when it is fine. A bot that identifies once too often
 * in a day has its token reset, as Discord does it.
 */
export function judgeIdentify(world: World, rules: GatewayRules, given: Json): closeCode | undefined {
  if (rules.refusal) return rules.refusal
  if (given.token !== world.application.token) return closeCode.AuthenticationFailed
  if (rules.startLimit.remaining <= 0) {
    world.application.token = `reset.${crypto.randomUUID()}`
    return closeCode.AuthenticationFailed
  }
  const intents = Number(given.intents)
  if (!Number.isInteger(given.intents) || (intents & ~every) !== 0) return closeCode.InvalidIntents
  if (intents & privileged & ~world.application.privilegedIntents) return closeCode.DisallowedIntents
  const [shard, count] = (given.shard as number[] | undefined) ?? [0, 1]
  if (shard === undefined || count === undefined || shard < 0 || shard >= count) return closeCode.InvalidShard
  return count < rules.shards ? closeCode.ShardingRequired : undefined
}

/** READY, and with the Guilds intent one GUILD_CREATE per guild of the shard; without it, no guild at all. */
export function renderReady(world: World, session: Session, url: string): [string, Json][] {
  const [shard, count] = session.shard
  const guilds = [...world.guilds.values()].filter(
    ({ id, members }) =>
      session.intents & intent.Guilds &&
      members.has(world.application.bot.id) &&
      Number((BigInt(id) >> 22n) % BigInt(count)) === shard,
  )
  const ready: Json = {
    v: 10,
    user: { ...renderUser(world.application.bot), mfa_enabled: true, verified: true, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: url,
    shard: session.shard,
    application: { id: world.application.id, flags: 0 },
  }
  return [
    ['READY', ready],
    ...guilds.map((guild): [string, Json] => ['GUILD_CREATE', renderGuild(world, guild)]),
  ]
}

function renderGuild(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter(
    (channel) => channel.guild === guild && !channel.deleted,
  )
  const roles = [{ id: guild.id, name: '@everyone', mentionable: false }, ...guild.roles.values()]
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: world.application.bot.id,
    preferred_locale: guild.locale,
    features: [],
    emojis: [],
    stickers: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    threads: [],
    presences: [],
    voice_states: [],
    members: [],
    member_count: guild.members.size,
    large: false,
    unavailable: false,
    joined_at: new Date(world.clock.now()).toISOString(),
    channels: channels.map(({ id, name }) => ({ id, type: 0, name, position: 0, permission_overwrites: [] })),
    roles: roles.map((role) => ({
      ...role,
      color: 0,
      hoist: false,
      managed: false,
      position: role.id === guild.id ? 0 : 1,
      permissions: role.id === guild.id ? String(guild.everyone) : '0',
      flags: 0,
    })),
  }
}
