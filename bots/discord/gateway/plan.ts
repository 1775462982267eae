/** What Discord says of its gateway: where it is, how many shards it wants, and how many logins are left today. */
import type { REST } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import { z } from 'zod'
import { readAnswer } from './fault.ts'

export interface GatewayPlan {
  url: string
  /** As many as Discord recommends: one below 2,500 servers. */
  shards: number
  /** Logins that are left, of 1,000 a day; milliseconds until there are more. */
  logins: { left: number; resetAfter: number }
  /** Shards that may log in within the same five seconds. */
  concurrency: number
}

/** docs.discord.com/developers/events/gateway#get-gateway-bot */
const answer = z.object({
  url: z.string(),
  shards: z.int().positive(),
  session_start_limit: z.object({
    remaining: z.number(),
    reset_after: z.number(),
    max_concurrency: z.int().positive(),
  }),
})

/** Rejects with what the REST client throws, or with a `GatewayFault`. */
export async function findPlan(rest: Pick<REST, 'get'>, signal: AbortSignal): Promise<GatewayPlan> {
  const found = readAnswer(answer, await rest.get(Routes.gatewayBot(), { signal }))
  const { url, shards, session_start_limit: limit } = found
  const logins = { left: limit.remaining, resetAfter: limit.reset_after }
  return { url, shards, logins, concurrency: limit.max_concurrency }
}
