/** Sentences for an operator: why Discord does not let the bot in. */
import { GatewayCloseCodes as codes, DiscordAPIError } from 'discord.js'

const badToken =
  'Discord refused DISCORD_TOKEN: it is wrong, or it was reset. Make a new one in the developer portal, under Bot.'

/** By close code: docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
const closings: Readonly<Record<number, string>> = {
  [codes.AuthenticationFailed]: badToken,
  [codes.InvalidShard]: 'Discord refused the number of shards (4010).',
  [codes.ShardingRequired]: 'Discord wants this bot to use more shards (4011).',
  [codes.InvalidAPIVersion]:
    'Discord no longer speaks the version of its gateway that this bot uses (4012): update the bot.',
  [codes.InvalidIntents]: 'Discord refused the intents this bot asks for (4013): update the bot.',
  [codes.DisallowedIntents]: 'Discord does not allow this bot the intents it asks for (4014).',
}

/** The end of a gateway connection that discord.js will not take up again. */
export function explainClosing(code: number): Error {
  return new Error(closings[code] ?? `Discord closed the gateway connection for good (${code}).`)
}

/** A failure while starting. */
export function explainFailure(cause: unknown): Error {
  if (cause instanceof DiscordAPIError && cause.status === 401) return new Error(badToken, { cause })
  if (cause instanceof DiscordAPIError) {
    return new Error(
      `Discord refused a request of the start (${cause.status}, code ${cause.code}): ${cause.message}`,
      { cause },
    )
  }
  const detail = cause instanceof Error ? cause.message : String(cause)
  return new Error(`Discord cannot be reached: ${detail}`, { cause })
}

/** Milliseconds in words short enough for a sentence. */
export function explainSlowness(deadline: number): Error {
  return new Error(`Discord's gateway did not let the bot in within ${Math.ceil(deadline / 1000)} s.`)
}

/** @param resetAfter milliseconds */
export function explainNoLogins(resetAfter: number): Error {
  const at = Math.ceil(resetAfter / 60_000)
  return new Error(
    `Discord allows this bot no more logins for ${at} minutes, since it has been started too often today.`,
  )
}
