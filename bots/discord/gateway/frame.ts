/** Reads what the gateway sends: any bytes become one of few things, and nothing is ever thrown. */
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10'

/** What a connection can be taken up by. */
export interface GatewaySession {
  id: string
  /** Where it is resumed, if not where it began. */
  url?: string
  /** Of the last event that came. */
  sequence: number
}

/** docs.discord.com/developers/events/gateway-events#receive-events */
export type Frame =
  /** Milliseconds between heartbeats. */
  | { kind: 'hello'; interval: number }
  /** Without a session, it cannot be resumed. */
  | { kind: 'ready'; session?: GatewaySession }
  | { kind: 'resumed'; sequence?: number }
  | { kind: 'interaction'; sequence?: number; interaction: object }
  /** What somebody has bought, or has no longer. */
  | { kind: 'entitlement'; sequence?: number; name: string; entitlement: object }
  /** An event that is nothing to this bot. */
  | { kind: 'event'; sequence?: number; name: string }
  | { kind: 'heartbeat' }
  | { kind: 'heartbeat-ack' }
  | { kind: 'reconnect' }
  | { kind: 'invalid-session'; resumable: boolean }
  /** Something that Discord does not describe, in a few words that may be logged. */
  | { kind: 'odd'; sequence?: number; what: string }

/** What Discord asks for at the time of writing, for a HELLO that does not say it. Milliseconds. */
const usualInterval = 41_250
/** Discord takes no more than two frames a second. Milliseconds. */
const shortestInterval = 100
const longestInterval = 600_000

type Fields = Readonly<Record<string, unknown>>

export function readFrame(text: string): Frame {
  const frame = parse(text)
  if (!isFields(frame)) return { kind: 'odd', what: 'no JSON object' }
  const { op, d } = frame
  switch (op) {
    case GatewayOpcodes.Dispatch:
      return readDispatch(frame)
    case GatewayOpcodes.Hello:
      return { kind: 'hello', interval: readInterval(isFields(d) ? d.heartbeat_interval : undefined) }
    case GatewayOpcodes.Heartbeat:
      return { kind: 'heartbeat' }
    case GatewayOpcodes.HeartbeatAck:
      return { kind: 'heartbeat-ack' }
    case GatewayOpcodes.Reconnect:
      return { kind: 'reconnect' }
    case GatewayOpcodes.InvalidSession:
      return { kind: 'invalid-session', resumable: d === true }
    default:
      return { kind: 'odd', what: `op ${typeof op === 'number' ? op : typeof op}` }
  }
}

function readDispatch({ t, s, d }: Fields): Frame {
  const sequence: { sequence?: number } =
    typeof s === 'number' && Number.isSafeInteger(s) && s >= 0 ? { sequence: s } : {}
  if (typeof t !== 'string' || !/^[A-Z0-9_]{1,64}$/.test(t)) {
    return { kind: 'odd', ...sequence, what: 'an event without a name' }
  }
  switch (t) {
    case GatewayDispatchEvents.Ready: {
      const session = readReady(d, sequence.sequence ?? 0)
      return { kind: 'ready', ...(session && { session }) }
    }
    case GatewayDispatchEvents.Resumed:
      return { kind: 'resumed', ...sequence }
    case GatewayDispatchEvents.InteractionCreate:
      return isFields(d)
        ? { kind: 'interaction', ...sequence, interaction: d }
        : { kind: 'odd', ...sequence, what: 'an interaction that is no object' }
    case GatewayDispatchEvents.EntitlementCreate:
    case GatewayDispatchEvents.EntitlementUpdate:
    case GatewayDispatchEvents.EntitlementDelete:
      return isFields(d)
        ? { kind: 'entitlement', ...sequence, name: t, entitlement: d }
        : { kind: 'odd', ...sequence, what: 'an entitlement that is no object' }
    default:
      return { kind: 'event', ...sequence, name: t }
  }
}

/** Without an address of its own, it is resumed at the usual one. */
function readReady(ready: unknown, sequence: number): GatewaySession | undefined {
  const { session_id: id, resume_gateway_url: url } = isFields(ready) ? ready : {}
  if (typeof id !== 'string' || id === '') return undefined
  return { id, sequence, ...(typeof url === 'string' && /^wss?:/.test(url) && URL.canParse(url) && { url }) }
}

function readInterval(value: unknown): number {
  const isUsable = typeof value === 'number' && value >= shortestInterval && value <= longestInterval
  return isUsable ? value : usualInterval
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
