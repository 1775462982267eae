/** Why a connection to the gateway ended or did not come about, or an answer of Discord's could not be read. */
import { GatewayCloseCodes as codes } from 'discord-api-types/v10'
import type { z } from 'zod'

interface Details {
  /** As Discord or whoever stands before it closed the connection. */
  closing?: number
  /** What the handshake was answered with. */
  status?: number
  /** Milliseconds until it may be tried again. */
  retryAfter?: number
  /** Discord asked for a new connection, as it does every few hours. */
  routine?: boolean
  /** The session cannot be resumed. */
  endsSession?: boolean
  cause?: unknown
}

export class GatewayFault extends Error {
  /** A word for it: `no_hello`, `http_520`, `closed_4004`. */
  readonly code: string
  readonly closing: number | undefined
  readonly status: number | undefined
  readonly retryAfter: number | undefined
  readonly routine: boolean
  readonly endsSession: boolean

  constructor(code: string, { closing, status, retryAfter, routine, endsSession, ...options }: Details = {}) {
    super(code, options)
    this.name = 'GatewayFault'
    this.code = code
    this.closing = closing
    this.status = status
    this.retryAfter = retryAfter
    this.routine = routine ?? false
    this.endsSession = endsSession ?? false
  }

  /** @param retryAfter the header: seconds */
  static ofStatus(status: number | undefined, retryAfter: string | undefined): GatewayFault {
    const seconds = Number(retryAfter)
    return new GatewayFault(`http_${status ?? 0}`, {
      ...(status !== undefined && { status }),
      ...(retryAfter !== undefined && Number.isFinite(seconds) && { retryAfter: seconds * 1_000 }),
    })
  }

  static ofClosing(closing: number): GatewayFault {
    return new GatewayFault(`closed_${closing}`, { closing, endsSession: ending.has(closing) })
  }
}

/** Throws for what is not as it must be: whatever stands before Discord may answer 200 with a page of its own. */
export function readAnswer<Answer>(schema: z.ZodType<Answer>, answer: unknown): Answer {
  const found = schema.safeParse(answer)
  if (!found.success) throw new GatewayFault('unreadable_answer', { cause: found.error })
  return found.data
}

/** docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const ending: ReadonlySet<number> = new Set([
  1_000,
  codes.NotAuthenticated,
  codes.AuthenticationFailed,
  codes.AlreadyAuthenticated,
  codes.InvalidSeq,
  codes.SessionTimedOut,
  codes.InvalidShard,
  codes.ShardingRequired,
  codes.InvalidAPIVersion,
  codes.InvalidIntents,
  codes.DisallowedIntents,
])
