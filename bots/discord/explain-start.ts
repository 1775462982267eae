/** Sentences for an operator: why Discord does not let the bot in. */
import { DiscordAPIError } from '@discordjs/rest'
import { GatewayCloseCodes as codes } from 'discord-api-types/v10'

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

/** A failure while starting, without its cause: the sentence is what an operator is to read. */
export function explainFailure(failure: unknown): Error {
  if (failure instanceof DiscordAPIError && failure.status === 401) return new Error(badToken)
  if (failure instanceof DiscordAPIError) {
    const { status, code, message } = failure
    return new Error(`Discord refused a request of the start (${status}, code ${code}): ${message}`)
  }
  return new Error(`Discord cannot be reached: ${explainSilence(failure)}.`)
}

function explainSilence(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  return failure.name === 'AbortError' ? 'no answer came in time' : failure.message
}

/** @param deadline milliseconds */
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
