/** The messages an interaction's token may make and change. */
import { PermissionFlagsBits as bits } from 'discord-api-types/v10'
import { findSizeLimit } from './attachments.ts'
import { hasExpired, type Interaction, isUserInstallOnly } from './interaction.ts'
import { evaluateMentions } from './mentions.ts'
import { addMessage, changeMessage, flag, type Message } from './message.ts'
import { type MessageRequest, readContents } from './message-contents.ts'
import { computePermissions } from './permissions.ts'
import { Refusal } from './refusals.ts'
import type { World } from './world.ts'

/** The interaction a webhook path names; refuses an app's wrong id, an unknown token and one past its life. */
export function requireInteraction(world: World, applicationId?: string, token?: string): Interaction {
  if (applicationId !== world.application.id) throw new Refusal('unknownWebhook')
  const interaction = world.interactionTokens.get(token ?? '')
  if (!interaction || hasExpired(world, interaction)) throw new Refusal('invalidWebhookToken')
  if (!interaction.response) throw new Refusal('unknownWebhook')
  return interaction
}

/** Discord hides an app that came by a person's own installation where external apps may not speak. */
function mustBeEphemeral(interaction: Interaction): boolean {
  const { channel, user } = interaction
  if (!channel.guild || !isUserInstallOnly(interaction)) return false
  return !(computePermissions(channel, user) & bits.UseExternalApps)
}

export function isEphemeralAsked(interaction: Interaction, flags: unknown): boolean {
  return (Number(flags ?? 0) & flag.ephemeral) !== 0 || mustBeEphemeral(interaction)
}

/** Makes a new message of a response or a follow-up. */
export function addResponse(
  world: World,
  interaction: Interaction,
  request: MessageRequest,
  ephemeral: boolean,
): Message {
  const { channel } = interaction
  if (channel.deleted) throw new Refusal('unknownChannel')
  const rules = { channel, ephemeral, sizeLimit: findSizeLimit(interaction.channel) }
  const contents = readContents(world, request, rules)
  const mentions = evaluateMentions(world, channel, contents, request.body.allowed_mentions, 'interaction')
  return addMessage(world, channel, contents, mentions, {
    interaction,
    ...(ephemeral && { ephemeralFor: interaction.user }),
  })
}

/** Changes a message by an interaction's token. What is ephemeral stays so, whatever the flags say. */
export function changeResponse(
  world: World,
  interaction: Interaction,
  message: Message,
  request: MessageRequest,
): void {
  const { channel } = message
  if (channel.deleted) throw new Refusal('unknownChannel')
  if (message.deleted) throw new Refusal('unknownMessage')
  const ephemeral = message.ephemeralFor !== undefined
  const rules = { channel, ephemeral, sizeLimit: findSizeLimit(interaction.channel) }
  const contents = readContents(world, request, rules, message)
  const { allowed_mentions } = request.body
  const mentions = evaluateMentions(world, channel, contents, allowed_mentions, 'interaction')
  changeMessage(world, message, contents, mentions)
}
