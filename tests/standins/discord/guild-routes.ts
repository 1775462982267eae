/** The calls a bot makes about guilds: docs.discord.com/developers/resources/guild. */
import { Refusal } from './refusals.ts'
import type { Route } from './route.ts'
import type { Guild, World } from './world.ts'

export function guildRoutes(world: World): Route[] {
  return [
    {
      name: 'get-guild',
      method: 'GET',
      path: '/guilds/{guild}',
      handle({ params }) {
        const guild = world.guilds.get(params.guild ?? '')
        if (!guild?.members.has(world.application.bot.id)) throw new Refusal('unknownGuild')
        return { status: 200, body: renderGuild(guild) }
      },
    },
  ]
}

function renderGuild({ id, name, locale, roles, members }: Guild) {
  const [owner = id] = members.keys()
  return {
    ...absent,
    id,
    name,
    owner_id: owner,
    preferred_locale: locale,
    roles: [...roles.values()].map(({ id, name, mentionable }, position) => ({
      id,
      name,
      description: null,
      permissions: '0',
      position,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable,
      icon: null,
      unicode_emoji: null,
      flags: 0,
    })),
    features: [],
    region: 'deprecated',
    emojis: [],
    stickers: [],
  }
}

/** What a guild has that uses nothing but its name. */
const absent = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  application_id: null,
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 0,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  incidents_data: null,
}
