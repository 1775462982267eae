/** Reads Discord's events: what was asked, by whom, where. */
import {
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { type ChatUser, type Origin, speak } from '#core/index.ts'
import { nameAttachments } from '../attached.ts'
import type { Command } from '../command.ts'
import { hasPart } from '../has-part.ts'
import { type Language, readLocales, speakTo } from '../locale.ts'
import { nameInMenu } from '../named.ts'
import { mayBePicture } from '../picture-type.ts'
import type { Attachment, Call, OptionValue, Person, Press } from '../platform.ts'
import { findShownName } from '../shown-picture.ts'
import { createAttachment, findShownPicture, type SaidAttachment } from './attachment.ts'
import { readSubmission } from './form.ts'
import { readCustomId } from './press.ts'
import type { Audience } from './show.ts'

/** An event that is a call. */
export type CallInteraction =
  | APIChatInputApplicationCommandInteraction
  | APIMessageApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction

const callTypes = [ApplicationCommandType.ChatInput, ApplicationCommandType.Message]

export function isCall(interaction: APIInteraction): interaction is CallInteraction {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return callTypes.includes(interaction.data.type)
    case InteractionType.MessageComponent:
      return interaction.data.component_type === ComponentType.Button
    default:
      return interaction.type === InteractionType.ModalSubmit
  }
}

/** Where attachments come from, if not Discord's own; and what names the options that they are for. */
interface Reading {
  apiUrl?: string | undefined
  commands?: readonly Command[]
}

/** The event as a call, but for how it is answered. */
export function readCall(
  interaction: CallInteraction,
  reading: Reading = {},
): Language & Pick<Call, 'id' | 'command' | 'options' | 'seal' | 'user' | 'admin' | 'alone' | 'pressed'> {
  const pressed = readPressed(interaction)
  return {
    id: `discord:${interaction.id}`,
    ...readAsked(interaction, reading),
    user: readUser(interaction),
    ...speakTo(readLocales(interaction.locale, interaction.guild_locale)),
    admin: isAdmin(interaction),
    ...(interaction.context === InteractionContextType.BotDM && { alone: true }),
    ...(pressed && { pressed }),
  }
}

/** What the bot's own message shows, with whose button this began. */
export function findShownIn(interaction: CallInteraction, apiUrl?: string): Attachment | undefined {
  const isPress = interaction.type !== InteractionType.ApplicationCommand
  return isPress ? findShownPicture(interaction.message?.attachments, apiUrl) : undefined
}

function readPressed(interaction: CallInteraction): Call['pressed'] {
  if (interaction.type !== InteractionType.MessageComponent) return undefined
  const { flags = 0, channel_id: channel, id: message, components } = interaction.message
  if ((flags & MessageFlags.Ephemeral) !== 0) return undefined
  // A press says what it presses; the message says what it has.
  const { custom_id: pressed } = interaction.data
  return hasPart(components, ({ custom_id: id }) => id === pressed) ? { channel, message } : undefined
}

function readAsked(
  interaction: CallInteraction,
  { apiUrl, commands = [] }: Reading,
): Pick<Call, 'command' | 'options' | 'seal'> {
  if (interaction.type === InteractionType.ModalSubmit) {
    const { attachments, options, ...asked } = readSubmission(interaction.data, apiUrl)
    const defined = commands.find(({ name }) => name === asked.command)?.options ?? []
    return { ...asked, options: { ...options, ...nameAttachments(defined, attachments) } }
  }
  if (interaction.type === InteractionType.MessageComponent) return readCustomId(interaction.data.custom_id)
  if (interaction.data.type === ApplicationCommandType.Message) {
    return readMessageCommand(interaction.data, { apiUrl, commands })
  }
  const { name, options = [], resolved } = interaction.data
  const values = options.flatMap((option) => readOption(option, resolved ?? {}, apiUrl))
  return { command: name, options: Object.fromEntries(values) }
}

type MessageCommand = APIMessageApplicationCommandInteraction['data']

/** Chosen in the menu of a message: of one of ours that shows a picture, what its buttons say of that; else its pictures. */
function readMessageCommand(
  data: MessageCommand,
  { apiUrl, commands = [] }: Reading,
): Pick<Call, 'command' | 'options'> {
  // Whatever the language, it comes by its English name.
  const command = commands.find(
    ({ name, onMessage }) => onMessage && nameInMenu(speak(undefined), name) === data.name,
  )
  const presses: Press[] = []
  hasPart(data.resolved?.messages?.[data.target_id]?.components, ({ custom_id: id }) => {
    if (typeof id === 'string') presses.push(readCustomId(id))
    return false
  })
  const attachments = listPictures(data).map((each) => createAttachment(each, apiUrl))
  const options = findShownName(presses) ?? nameAttachments(command?.options ?? [], attachments)
  return { command: command?.name ?? data.name, options }
}

/** What came with the message, or with the one that it forwards, and may be a picture; none of a message that is gone. */
export function listPictures({ target_id, resolved }: MessageCommand): SaidAttachment[] {
  const message = resolved?.messages?.[target_id]
  const forwarded = listOf(message?.message_snapshots).map((each) => each?.message?.attachments)
  return [message?.attachments, ...forwarded]
    .flatMap(listOf<SaidAttachment>)
    .filter((each) => mayBePicture(each?.content_type))
}

/** Nothing has looked over what comes with a message. */
const listOf = <Item>(given: readonly Item[] | undefined): readonly Item[] =>
  Array.isArray(given) ? given.filter((each) => typeof each === 'object') : []

type Resolved = NonNullable<APIChatInputApplicationCommandInteraction['data']['resolved']>

function readOption(
  option: APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>,
  { attachments = {}, users = {} }: Resolved,
  apiUrl: string | undefined,
): [string, OptionValue][] {
  if (option.type === ApplicationCommandOptionType.Attachment) {
    // One that is missing there was attached all the same, and is refused when it is read.
    return [[option.name, createAttachment(attachments[option.value], apiUrl)]]
  }
  if (option.type === ApplicationCommandOptionType.User) {
    const named = users[option.value]
    // Somebody of whom Discord says nothing is refused, and not left out.
    return [[option.name, named ? toPerson(named) : option.value]]
  }
  return 'value' in option ? [[option.name, option.value]] : []
}

const toPerson = ({ id, global_name, username }: APIUser): Person => ({
  user: id,
  name: global_name ?? username ?? '',
})

/** What an event says that its person has bought and that was not handed over yet: `entitlements` of its interaction, as they are. */
export function listEntitlements(interaction: object): readonly object[] {
  const { entitlements } = interaction as { entitlements?: unknown }
  if (!Array.isArray(entitlements)) return []
  return entitlements.filter(
    (each) => typeof each === 'object' && each !== null && each.consumed === false && each.deleted !== true,
  )
}

/** The person is a member on a server and a user elsewhere. */
export function readUser({ member, user }: Pick<APIInteraction, 'member' | 'user'>): ChatUser {
  const person = member?.user ?? user
  return { platform: 'discord', ...(person ? toPerson(person) : { user: '', name: '' }) }
}

function isAdmin({ member }: CallInteraction): boolean {
  const { Administrator, ManageGuild } = PermissionFlagsBits
  return member !== undefined && (BigInt(member.permissions) & (Administrator | ManageGuild)) !== 0n
}

/** What is kept of the place. The token is good for 15 minutes, and lets another process finish the answer. */
export function readOrigin(
  interaction: CallInteraction,
  answer: { audience: Audience; expiresAt: number },
): Origin {
  const { id, application_id, token, guild_id, channel } = interaction
  return {
    platform: 'discord',
    ...(guild_id !== undefined && { team: guild_id, ...readChannel(interaction) }),
    ...readLocales(interaction.locale, interaction.guild_locale),
    address: {
      user: readUser(interaction).user,
      channel: channel?.id ?? '',
      interaction: id,
      application: application_id,
      token,
      ...answer,
    },
  }
}

/** Of a thread, the channel that it is in: docs.discord.com/developers/resources/channel#channel-object-channel-types */
function readChannel({ channel }: CallInteraction): Pick<Origin, 'channel'> {
  if (!channel) return {}
  const isThread = threadTypes.includes(channel.type)
  return { channel: (isThread && 'parent_id' in channel && channel.parent_id) || channel.id }
}

const threadTypes: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]

/**
 * Whether the answer can take the place of the message that has the button: its presser alone sees it, and it is
 * not so old that Discord limits its edits (docs.discord.com's error 30046).
 */
export function canReplaceMessage(interaction: CallInteraction): boolean {
  if (interaction.type !== InteractionType.MessageComponent) return false
  const { id, flags = 0 } = interaction.message
  const age = readSnowflake(interaction.id) - readSnowflake(id)
  return (flags & MessageFlags.Ephemeral) !== 0 && age < freshFor
}

/** A little less than Discord's hour. Milliseconds. */
const freshFor = 55 * 60_000

/** Milliseconds between the epochs of Discord and of 1970: docs.discord.com/developers/reference#snowflakes */
const discordEpoch = 1_420_070_400_000

/** When that id was made, in milliseconds since 1970; the first of all moments for what is no id. */
const readSnowflake = (id: string) => (/^\d{1,20}$/.test(id) ? Number(BigInt(id) >> 22n) : 0) + discordEpoch
