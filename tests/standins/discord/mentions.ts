/** Who a message mentions and who is notified: docs.discord.com/developers/resources/message#allowed-mentions-object. */
import { PermissionFlagsBits as bits } from 'discord-api-types/v10'
import { listTexts } from './components.ts'
import { type Form, isObject, type Json } from './form.ts'
import { canSee, computePermissions } from './permissions.ts'
import type { Channel, World } from './world.ts'

export interface Mentions {
  /** Ids. */
  users: string[]
  roles: string[]
  everyone: boolean
  /** Who gets a notification of a new message with these mentions: user ids, role ids, `everyone`, `here`. */
  pings: string[]
}

const kinds = ['users', 'roles', 'everyone']

export function checkAllowedMentions(form: Form, value: unknown): void {
  if (!isObject(value)) return
  const parse = Array.isArray(value.parse) ? value.parse : []
  for (const [index, kind] of parse.entries()) {
    form.expect(
      kinds.includes(kind),
      ['allowed_mentions', 'parse', index],
      'BASE_TYPE_CHOICES',
      'Must be one of (roles, users, everyone).',
    )
  }
  for (const kind of ['users', 'roles']) {
    const ids = value[kind]
    if (!Array.isArray(ids) || ids.length === 0) continue
    form.expect(ids.length <= 100, ['allowed_mentions', kind], 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer')
    form.expect(
      !parse.includes(kind),
      ['allowed_mentions'],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids…] are mutually exclusive.`,
    )
  }
}

/**
 * Evaluates content and text displays; embeds never mention. Mentions inside code or after a backslash
 * count too, so that nobody relies on markup to silence them. Without `allowed`, a bot's own message
 * parses everything and an interaction's response only users.
 */
export function evaluateMentions(
  world: World,
  channel: Channel,
  message: { content: string; components: readonly Json[] },
  allowed: unknown,
  source: 'bot' | 'interaction',
): Mentions {
  const rules = isObject(allowed) ? allowed : { parse: source === 'bot' ? kinds : ['users'] }
  const parse = Array.isArray(rules.parse) ? rules.parse : []
  const text = [message.content, ...listTexts(message.components)].join('\n')
  const mayPingAll =
    (computePermissions(channel, world.application.bot) & bits.MentionEveryone) !== 0n || !channel.guild

  function pick(pattern: RegExp, kind: 'users' | 'roles'): string[] {
    const ids = [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))]
    const listed = Array.isArray(rules[kind]) ? rules[kind] : []
    return ids.filter((id) => parse.includes(kind) || listed.includes(id))
  }

  const users = pick(/<@!?(\d+)>/g, 'users').filter((id) => world.users.has(id))
  const roles = pick(/<@&(\d+)>/g, 'roles').filter((id) => channel.guild?.roles.has(id))
  const loud = parse.includes('everyone') && mayPingAll
  const heard = users.filter((id) => {
    const user = world.users.get(id)
    return user && canSee(channel, user)
  })
  const heardRoles = roles.filter((id) => mayPingAll || channel.guild?.roles.get(id)?.mentionable)
  const words = loud ? ['everyone', 'here'].filter((word) => text.includes(`@${word}`)) : []
  return { users, roles, everyone: words.length > 0, pings: [...heard, ...heardRoles, ...words] }
}
