/** One gateway session: what it was sent, so that a resumed connection can be given what it missed. */
import { GatewayOpcodes } from 'discord-api-types/v10'
import { WebSocket } from 'ws'
import type { Json } from './form.ts'

export interface Session {
  id: string
  intents: number
  shard: [number, number]
  /** Undefined while disconnected. */
  socket: WebSocket | undefined
  /** Every event so far; the sequence number is the position plus one. */
  events: { name: string; data: unknown }[]
}

/** Sends an event, or keeps it until the session is resumed. */
export function dispatch(session: Session, name: string, data: unknown): void {
  session.events.push({ name, data })
  sendEvent(session, session.events.length)
}

/** Sends again everything after `sequence`. */
export function replay(session: Session, sequence: number): void {
  for (let next = sequence + 1; next <= session.events.length; next += 1) sendEvent(session, next)
}

function sendEvent(session: Session, sequence: number): void {
  const event = session.events[sequence - 1]
  if (!session.socket || !event) return
  sendFrame(session.socket, { op: GatewayOpcodes.Dispatch, t: event.name, s: sequence, d: event.data })
}

export function sendFrame(socket: WebSocket, frame: Json): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
}
