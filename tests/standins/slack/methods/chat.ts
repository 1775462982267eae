/** chat.*: posting, whispering, editing, deleting. */
import type { ApiMethod, BotCall } from '../api.ts'
import { ApiError } from '../api-error.ts'
import type { Channel } from '../channel.ts'
import { deleteMessage, editMessage, type Message, type Placement, postMessage } from '../message.ts'
import { renderMessage } from '../payloads.ts'
import { findPublicMessage, requireChannel, requirePostable } from '../places.ts'
import { readContentArgs, readText, requireText } from '../posting.ts'
import { blame } from '../world.ts'

/** chat.update refuses longer text: https://docs.slack.dev/reference/methods/chat.update */
const editedText = 4_000

function place(call: BotCall, channel: Channel): Placement {
  const threadTs = readText(call.args, 'thread_ts')
  const thread = channel.messages.some((one) => one.ts === threadTs && !one.ephemeral)
  if (threadTs !== undefined && !thread) throw new ApiError('thread_not_found')
  return { channel, threadTs, user: call.installation.botUserId, botId: call.installation.botId }
}

function requireOwn(call: BotCall, refusal: string): Message {
  const channel = requireChannel(call, requireText(call.args, 'channel', 'channel_not_found'))
  const message = findPublicMessage(channel, requireText(call.args, 'ts', 'message_not_found'))
  if (!message) throw new ApiError('message_not_found')
  if (message.user !== call.installation.botUserId) throw new ApiError(refusal)
  return message
}

/** By name. */
export const chatMethods: Record<string, ApiMethod> = {
  'chat.postMessage': {
    token: 'bot',
    scopes: ['chat:write'],
    tier: 'posting',
    async run(call) {
      const channel = requirePostable(call, requireText(call.args, 'channel', 'channel_not_found'))
      const placement = place(call, channel)
      const content = await readContentArgs(call.world, channel.team.id, call.args)
      const message = postMessage(call.world, placement, content, 'api')
      return { channel: channel.id, ts: message.ts, message: renderMessage(call.world, message) }
    },
  },

  'chat.postEphemeral': {
    token: 'bot',
    scopes: ['chat:write'],
    tier: 4,
    async run(call) {
      const channel = requireChannel(call, requireText(call.args, 'channel', 'channel_not_found'))
      const user = requireText(call.args, 'user', 'user_not_in_channel')
      if (channel.archived) throw new ApiError('is_archived')
      if (!channel.members.has(call.installation.botUserId)) throw new ApiError('not_in_channel')
      if (!channel.members.has(user)) throw new ApiError('user_not_in_channel')
      const content = await readContentArgs(call.world, channel.team.id, call.args)
      const message = postMessage(call.world, { ...place(call, channel), onlyFor: user }, content, 'api')
      return { message_ts: message.ts }
    },
  },

  'chat.update': {
    token: 'bot',
    scopes: ['chat:write'],
    tier: 3,
    async run(call) {
      const message = requireOwn(call, 'cant_update_message')
      if (message.channel.archived) throw new ApiError('is_archived')
      if ([...(readText(call.args, 'text') ?? '')].length > editedText) {
        blame(call.world, 'chat.update with text over 4,000 characters')
        throw new ApiError('msg_too_long')
      }
      const content = await readContentArgs(call.world, message.channel.team.id, call.args)
      editMessage(call.world, message, { ...content, files: message.now.files }, 'api')
      const { channel, ts, text } = message
      return { channel: channel.id, ts, text, message: renderMessage(call.world, message) }
    },
  },

  'chat.delete': {
    token: 'bot',
    scopes: ['chat:write'],
    tier: 3,
    run(call) {
      const message = requireOwn(call, 'cant_delete_message')
      deleteMessage(call.world, message)
      return { channel: message.channel.id, ts: message.ts }
    },
  },

  'chat.getPermalink': {
    token: 'bot',
    scopes: [],
    tier: 4,
    run(call) {
      const channel = requireChannel(call, requireText(call.args, 'channel', 'channel_not_found'))
      const message = findPublicMessage(channel, requireText(call.args, 'message_ts', 'message_not_found'))
      if (!message) throw new ApiError('message_not_found')
      const anchor = `p${message.ts.replace('.', '')}`
      const permalink = `https://${channel.team.domain}.slack.com/archives/${channel.id}/${anchor}`
      return { channel: channel.id, permalink }
    },
  },
}
