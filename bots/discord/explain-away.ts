/** Why Discord is away: in a word for whoever watches, in the log's fields, and in a sentence where an operator must act. */
import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest'
import { GatewayCloseCodes as codes } from 'discord-api-types/v10'
import { type Away, NeedsOperator } from '../keep-connected.ts'
import { traceFault } from '../trace-fault.ts'
import { GatewayFault } from './gateway/fault.ts'

const badToken =
  'Discord refused DISCORD_TOKEN: it is wrong, or it was reset. Make a new one in the developer portal, under Bot.'

/** By close code: docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
const closings: Readonly<Record<number, { reason: string; advice: string }>> = {
  [codes.AuthenticationFailed]: { reason: 'token_refused', advice: badToken },
  [codes.InvalidShard]: {
    reason: 'shards_refused',
    advice: 'Discord refused the number of shards (4010): look at DISCORD_SHARDS.',
  },
  [codes.ShardingRequired]: {
    reason: 'shards_refused',
    advice: 'Discord wants this bot to use more shards (4011): look at DISCORD_SHARDS.',
  },
  [codes.InvalidAPIVersion]: {
    reason: 'version_refused',
    advice: 'Discord no longer speaks the version of its gateway that this bot uses (4012): update the bot.',
  },
  [codes.InvalidIntents]: {
    reason: 'intents_refused',
    advice: 'Discord refused the intents this bot asks for (4013): update the bot.',
  },
  [codes.DisallowedIntents]: {
    reason: 'intents_refused',
    advice: 'Discord does not allow this bot the intents it asks for (4014).',
  },
}

export function explainAway(error: unknown): Away {
  if (error instanceof NeedsOperator) return error.away
  const cause = traceFault(error)
  if (error instanceof GatewayFault) {
    const { code: reason, closing = 0, retryAfter, routine } = error
    const found = reason === 'token_refused' ? { advice: badToken } : closings[closing]
    return { reason, ...found, cause, routine, ...(retryAfter !== undefined && { retryAfter }) }
  }
  if (error instanceof RateLimitError) {
    const { retryAfter, scope, global } = error
    const limit = { status: 429, scope, global, retryAfterSeconds: Math.round(retryAfter / 1_000) }
    return { reason: 'http_429', retryAfter, cause: { name: error.name, ...limit } }
  }
  if (error instanceof DiscordAPIError && error.status === 401) {
    return { reason: 'token_refused', cause, advice: badToken }
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    return { reason: `http_${error.status}`, cause }
  }
  // JSON that is cut off, or none.
  if (error instanceof SyntaxError) return { reason: 'unreadable_answer', cause }
  const isLate = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)
  return { reason: isLate ? 'no_answer' : 'no_connection', cause }
}
