/** Tells what a person has just written from what Slack, other bots and edits write: docs.slack.dev/reference/events/message */

/** As much of a message's event as tells who wrote it, and when. */
export interface MessageEvent {
  type: string
  subtype?: string | undefined
  user?: string | undefined
  bot_id?: string | undefined
  bot_profile?: unknown
  edited?: unknown
  hidden?: boolean | undefined
  /** What a person's own client calls the message; nothing that Slack writes has one. */
  client_msg_id?: string | undefined
}

/** Subtypes of people's own words: with a file, said to the channel too (by its old name as well), and `/me`. */
const spoken = new Set(['file_share', 'thread_broadcast', 'reply_broadcast', 'me_message', 'file_comment'])

/** Subtypes that repeat, take back or stand for somebody's words. */
const neverSpoken = new Set([
  'message_changed',
  'message_deleted',
  'message_replied',
  'bot_message',
  'tombstone',
])

/** A subtype that this program does not know is a person's where a person's client has sent it, or it mentions the bot. */
export function isSpoken(event: MessageEvent): boolean {
  const { type, subtype, user, bot_id, bot_profile, edited, hidden, client_msg_id } = event
  if (typeof user !== 'string' || user === '' || bot_id || bot_profile || edited || hidden) return false
  if (subtype === undefined || subtype === null || spoken.has(subtype)) return true
  if (neverSpoken.has(subtype)) return false
  return type === 'app_mention' || typeof client_msg_id === 'string'
}
