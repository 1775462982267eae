/** conversations.*: what a bot may learn of a channel, and opening direct messages. */
import { type ApiMethod, type BotCall, requireScopes } from '../api.ts'
import { ApiError } from '../api-error.ts'
import type { Channel } from '../channel.ts'
import { openDirectMessage, requireChannel } from '../places.ts'
import { requireText } from '../posting.ts'
import { reaches } from '../world.ts'

const readScopes = { public: 'channels:read', private: 'groups:read', dm: 'im:read' } as const

function requireReadable(call: BotCall): Channel {
  const channel = requireChannel(call, requireText(call.args, 'channel', 'channel_not_found'))
  requireScopes(call.installation, [readScopes[channel.kind]])
  return channel
}

function renderChannel(call: BotCall, channel: Channel): object {
  const { id, name, kind, archived, team, members } = channel
  if (kind === 'dm') {
    const user = [...members].find((member) => member !== call.installation.botUserId)
    return {
      id,
      is_im: true,
      is_channel: false,
      is_private: true,
      is_archived: archived,
      user,
      context_team_id: team.id,
    }
  }
  return {
    id,
    name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private',
    is_archived: archived,
    is_general: name === 'general',
    is_member: members.has(call.installation.botUserId),
    context_team_id: team.id,
    num_members: members.size,
  }
}

/** By name. */
export const conversationMethods: Record<string, ApiMethod> = {
  'conversations.info': {
    token: 'bot',
    scopes: [],
    tier: 3,
    run: (call) => ({ channel: renderChannel(call, requireReadable(call)) }),
  },

  'conversations.members': {
    token: 'bot',
    scopes: [],
    tier: 4,
    run: (call) => ({ members: [...requireReadable(call).members], response_metadata: { next_cursor: '' } }),
  },

  'conversations.open': {
    token: 'bot',
    scopes: ['im:write'],
    tier: 3,
    run(call) {
      const ids = requireText(call.args, 'users', 'users_list_not_supplied').split(',')
      const person = call.world.people.get(ids[0] ?? '')
      if (ids.length > 1) throw new ApiError('method_not_supported_for_channel_type')
      if (!person || !reaches(call.installation, person.team)) throw new ApiError('user_not_found')
      const { channel, opened } = openDirectMessage(call.world, person, call.installation.botUserId)
      return { channel: { id: channel.id }, ...(!opened && { no_op: true, already_open: true }) }
    },
  },

  'conversations.join': {
    token: 'bot',
    scopes: ['channels:join'],
    tier: 3,
    run(call) {
      const channel = requireChannel(call, requireText(call.args, 'channel', 'channel_not_found'))
      if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type')
      if (channel.archived) throw new ApiError('is_archived')
      const joined = channel.members.has(call.installation.botUserId)
      channel.members.add(call.installation.botUserId)
      const warning = {
        warning: 'already_in_channel',
        response_metadata: { warnings: ['already_in_channel'] },
      }
      return { channel: renderChannel(call, channel), ...(joined && warning) }
    },
  },
}
