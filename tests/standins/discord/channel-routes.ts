/** The calls a bot makes with its own token in channels: docs.discord.com/developers/resources/message. */
import { PermissionFlagsBits as bits } from 'discord-api-types/v10'
import { findSizeLimit } from './attachments.ts'
import { listPublic } from './channel.ts'
import { countLateEdit } from './late-edits.ts'
import { evaluateMentions } from './mentions.ts'
import { addMessage, type Contents, changeMessage, flag, type Message, renderMessage } from './message.ts'
import { readContents } from './message-contents.ts'
import { requireChannel } from './permissions.ts'
import { Refusal } from './refusals.ts'
import type { Route, RouteRequest } from './route.ts'
import { renderUser } from './users.ts'
import type { Channel, World } from './world.ts'

const nonceLife = 5 * 60 * 1000

export function channelRoutes(world: World): Route[] {
  const messages = '/channels/{channel}/messages'
  const read = bits.ViewChannel | bits.ReadMessageHistory

  function requireMessage({ params }: RouteRequest, permissions: bigint): Message {
    const channel = requireChannel(world, params.channel, permissions)
    const message = channel.messages.find(({ id }) => id === params.message)
    if (!message || message.deleted || message.flags & flag.ephemeral) throw new Refusal('unknownMessage')
    return message
  }

  function findRepeated(channel: Channel, request: RouteRequest): Message | undefined {
    const { nonce, enforce_nonce } = request.body
    if (!enforce_nonce || nonce === undefined) return undefined
    const since = world.clock.now() - nonceLife
    return channel.messages.find((message) => message.nonce === nonce && message.createdAt > since)
  }

  return [
    {
      name: 'get-channel',
      method: 'GET',
      path: '/channels/{channel}',
      handle: ({ params }) => ({
        status: 200,
        body: renderChannel(requireChannel(world, params.channel, 0n)),
      }),
    },
    {
      name: 'list-messages',
      method: 'GET',
      path: messages,
      handle({ params, query }) {
        const channel = requireChannel(world, params.channel, read)
        const found = listPublic(channel, Number(query.get('limit') ?? 50))
        return { status: 200, body: found.map((message) => renderMessage(world, message)) }
      },
    },
    {
      name: 'get-message',
      method: 'GET',
      path: `${messages}/{message}`,
      handle: (request) => ({ status: 200, body: renderMessage(world, requireMessage(request, read)) }),
    },
    {
      name: 'create-message',
      method: 'POST',
      path: messages,
      handle(request) {
        const channel = requireChannel(world, request.params.channel, bits.SendMessages)
        requireListener(world, channel)
        const repeated = findRepeated(channel, request)
        if (repeated) return { status: 200, body: renderMessage(world, repeated) }
        const sizeLimit = findSizeLimit(channel)
        const contents = readContents(world, request, { channel, sizeLimit, ephemeral: false })
        requireContentPermissions(world, channel, contents)
        const mentions = evaluateMentions(world, channel, contents, request.body.allowed_mentions, 'bot')
        const { nonce } = request.body
        const more = typeof nonce === 'string' || typeof nonce === 'number' ? { nonce } : {}
        return {
          status: 200,
          body: renderMessage(world, addMessage(world, channel, contents, mentions, more)),
        }
      },
    },
    {
      name: 'edit-message',
      method: 'PATCH',
      path: `${messages}/{message}`,
      handle(request) {
        const message = requireMessage(request, bits.ViewChannel)
        const { channel } = message
        if (message.author !== world.application.bot) throw new Refusal('notAuthor')
        const sizeLimit = findSizeLimit(channel)
        const contents = readContents(world, request, { channel, sizeLimit, ephemeral: false }, message)
        countLateEdit(world, message)
        const { allowed_mentions } = request.body
        changeMessage(
          world,
          message,
          contents,
          evaluateMentions(world, channel, contents, allowed_mentions, 'bot'),
        )
        return { status: 200, body: renderMessage(world, message) }
      },
    },
    {
      name: 'delete-message',
      method: 'DELETE',
      path: `${messages}/{message}`,
      handle(request) {
        requireMessage(request, bits.ViewChannel).deleted = true
        return { status: 204 }
      },
    },
  ]
}

/** A direct message needs a person who takes it and who shares a guild with the bot or has the app. */
function requireListener(world: World, channel: Channel): void {
  const person = channel.kind === 'dm' ? channel.recipients[0] : undefined
  if (!person) return
  if (!person.acceptsMessages) throw new Refusal('cannotMessageUser')
  const shared = [...world.guilds.values()].some(
    ({ members }) => members.has(person.id) && members.has(world.application.bot.id),
  )
  if (!shared && !person.installed) throw new Refusal('noMutualGuilds')
}

function requireContentPermissions(world: World, channel: Channel, contents: Contents): void {
  if (contents.embeds.length > 0) requireChannel(world, channel.id, bits.EmbedLinks)
  if (contents.attachments.length > 0) requireChannel(world, channel.id, bits.AttachFiles)
}

function renderChannel(channel: Channel) {
  const base = { id: channel.id, flags: 0, last_message_id: channel.messages.at(-1)?.id ?? null }
  if (!channel.guild) return { ...base, type: 1, recipients: channel.recipients.map(renderUser) }
  return {
    ...base,
    type: 0,
    guild_id: channel.guild.id,
    name: channel.name,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: [...channel.overwrites].map(([id, { allow, deny }]) => ({
      id,
      type: id === channel.guild?.id ? 0 : 1,
      allow: String(allow),
      deny: String(deny),
    })),
  }
}
