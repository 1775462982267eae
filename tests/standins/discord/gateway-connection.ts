/** One connection to the gateway: HELLO, then IDENTIFY or RESUME, heartbeats, and a close code for what is wrong. */
import { GatewayCloseCodes as closeCode, GatewayOpcodes as op } from 'discord-api-types/v10'
import type { WebSocket } from 'ws'
import { isObject, type Json } from './form.ts'
import type { Gateway } from './gateway.ts'
import { judgeIdentify, renderReady } from './gateway-identify.ts'
import { dispatch, replay, type Session, sendFrame } from './gateway-session.ts'
import type { World } from './world.ts'

/** docs.discord.com/developers/events/gateway#rate-limiting */
const sends = { most: 120, window: 60_000 }

/** @param heartbeatInterval milliseconds; undefined where nobody is greeted */
export function serveConnection(
  world: World,
  gateway: Gateway,
  socket: WebSocket,
  heartbeatInterval: number | undefined,
): void {
  let session: Session | undefined
  const received: number[] = []
  if (heartbeatInterval !== undefined) {
    sendFrame(socket, { op: op.Hello, d: { heartbeat_interval: heartbeatInterval } })
  }

  function identify(given: Json): closeCode | undefined {
    if (session) return closeCode.AlreadyAuthenticated
    const refusal = judgeIdentify(world, gateway, given)
    if (refusal) return refusal
    gateway.startLimit.remaining -= 1
    gateway.identified += 1
    const shard = (given.shard as [number, number] | undefined) ?? [0, 1]
    gateway.onIdentify?.(shard)
    const id = crypto.randomUUID().replaceAll('-', '')
    session = { id, intents: Number(given.intents), shard, socket, events: [] }
    gateway.sessions.push(session)
    for (const [name, data] of renderReady(world, session, gateway.resumeUrl())) {
      dispatch(session, name, gateway.rewrite ? gateway.rewrite(name, data) : data)
    }
    world.changed()
    return undefined
  }

  function resume(given: Json): number | undefined {
    if (session) return closeCode.AlreadyAuthenticated
    const refusal = gateway.refusal ?? gateway.resumeRefusal
    if (refusal) return refusal
    if (given.token !== world.application.token) return closeCode.AuthenticationFailed
    const known = gateway.sessions.find(({ id }) => id === given.session_id)
    if (!known) {
      sendFrame(socket, { op: op.InvalidSession, d: false })
      return undefined
    }
    const sequence = Number(given.seq)
    if (!(sequence <= known.events.length)) return closeCode.InvalidSeq
    session = known
    session.socket = socket
    replay(session, sequence)
    gateway.resumed += 1
    dispatch(session, 'RESUMED', {})
    world.changed()
    return undefined
  }

  function receive(frame: Json): number | undefined {
    const given = isObject(frame.d) ? frame.d : {}
    if (frame.op === op.Heartbeat) {
      if (!gateway.silent) sendFrame(socket, { op: op.HeartbeatAck })
      return undefined
    }
    if (frame.op === op.Identify) return identify(given)
    if (frame.op === op.Resume) return resume(given)
    if (!session) return closeCode.NotAuthenticated
    return frame.op === op.PresenceUpdate ? undefined : closeCode.UnknownOpcode
  }

  socket.on('message', (data) => {
    const now = Date.now()
    received.push(now)
    while ((received[0] ?? now) <= now - sends.window) received.shift()
    const frame = readFrame(String(data))
    const code =
      received.length > sends.most ? closeCode.RateLimited : frame ? receive(frame) : closeCode.DecodeError
    if (code) socket.close(code, closeCode[code])
  })
  socket.on('close', (code) => {
    if (session?.socket !== socket) return
    session.socket = undefined
    if (!isResumable(code)) gateway.sessions = gateway.sessions.filter((other) => other !== session)
    world.changed()
  })
}

function readFrame(text: string): Json | undefined {
  try {
    const frame: unknown = JSON.parse(text)
    return isObject(frame) ? frame : undefined
  } catch {
    return undefined
  }
}

/** docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export function isResumable(code: number): boolean {
  const lasting: number[] = [
    1000,
    1001,
    closeCode.AuthenticationFailed,
    closeCode.InvalidSeq,
    closeCode.SessionTimedOut,
  ]
  return !lasting.includes(code) && !(code >= closeCode.InvalidShard && code <= closeCode.DisallowedIntents)
}
