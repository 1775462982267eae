/** The INTERACTION_CREATE event: docs.discord.com/developers/interactions/receiving-and-responding#interaction-object. */
import { findSizeLimit } from './attachments.ts'
import { findContext } from './availability.ts'
import type { Json } from './form.ts'
import type { Interaction } from './interaction.ts'
import { renderMessage } from './message.ts'
import { computePermissions } from './permissions.ts'
import { renderMember, renderUser } from './users.ts'
import type { World } from './world.ts'

export function renderInteraction(world: World, interaction: Interaction, data: Json): Json {
  const { channel, user, source } = interaction
  const { guild } = channel
  const permissions = computePermissions(channel, user)
  const member = guild?.members.get(user.id)
  const granted = computePermissions(channel, world.application.bot)
  return {
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: renderPlace(interaction, permissions),
    ...(guild && {
      guild_id: guild.id,
      guild: { id: guild.id, locale: guild.locale, features: [] },
      guild_locale: guild.locale,
    }),
    ...(member
      ? { member: { ...renderMember(member, permissions), user: renderUser(user) } }
      : { user: renderUser(user) }),
    ...(source && { message: renderMessage(world, source) }),
    app_permissions: String(granted || permissions),
    locale: user.locale,
    entitlements: [...world.entitlements.values()].filter(
      ({ user_id, consumed, deleted }) => user_id === user.id && !consumed && !deleted,
    ),
    authorizing_integration_owners: interaction.owners,
    context: findContext(channel),
    attachment_size_limit: findSizeLimit(channel),
  }
}

function renderPlace({ channel }: Interaction, permissions: bigint): Json {
  const base = { id: channel.id, flags: 0, last_message_id: channel.messages.at(-1)?.id ?? null }
  if (channel.kind === 'dm') return { ...base, type: 1, recipients: channel.recipients.map(renderUser) }
  if (channel.kind === 'group') {
    const people = channel.recipients.map(renderUser)
    return { ...base, type: 3, name: channel.name, icon: null, recipients: people }
  }
  return {
    ...base,
    type: 0,
    guild_id: channel.guild?.id,
    name: channel.name,
    nsfw: false,
    parent_id: null,
    position: 0,
    topic: null,
    rate_limit_per_user: 0,
    permissions: String(permissions),
  }
}
