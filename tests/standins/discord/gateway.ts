/** The gateway: docs.discord.com/developers/events/gateway. */
import type { Server } from 'node:http'
import { GatewayOpcodes as op } from 'discord-api-types/v10'
import { type WebSocket, WebSocketServer } from 'ws'
import { isResumable, serveConnection } from './gateway-connection.ts'
import type { GatewayRules } from './gateway-identify.ts'
import { dispatch, type Session, sendFrame } from './gateway-session.ts'
import type { World } from './world.ts'

export interface Gateway extends GatewayRules {
  url(): string
  /** Where sessions are resumed: READY's `resume_gateway_url`. */
  resumeUrl(): string
  /** Sends an event to every session of the guild's shard; direct messages belong to shard 0. */
  dispatch(name: string, data: unknown, guildId?: string): void
  /** Sessions, newest last; also those whose connection is gone but which could be resumed. */
  sessions: Session[]
  /** How often bots identified and resumed. */
  identified: number
  resumed: number
  /** Cuts every connection without a word, as a broken network does. The sessions can be resumed. */
  drop(): void
  /** Closes every connection with a code; some codes end the session too. */
  close(code: number): void
  /** Asks every connection to reconnect and resume. */
  requestReconnect(): void
  /** Ends the sessions, connected or not. */
  invalidateSessions(): void
  /** Ends it for good. */
  stop(): void
  /** While true, heartbeats are not acknowledged. */
  silent: boolean
  /** Where nobody is greeted with HELLO. */
  mute: 'gateway' | 'resume' | undefined
  /** Answers handshakes with this status instead of taking them, at one address or both. */
  refusedHandshakes: { status: number; at?: 'gateway' | 'resume'; retryAfter?: number } | undefined
  /** Every handshake so far, refused or not. */
  handshakes: { at: 'gateway' | 'resume'; status: number }[]
  /** Sends this to every connection, as it is: text, or what becomes JSON. */
  sendRaw(frame: unknown): void
  /** What takes the place of an event's data, to see how it is taken. */
  rewrite: ((name: string, data: unknown) => unknown) | undefined
  /** Told of each shard that identifies, before it is let in. */
  onIdentify: ((shard: readonly [id: number, count: number]) => void) | undefined
  /** Milliseconds of real time by which every event is late. */
  delay: number
}

const paths: Readonly<Record<string, 'gateway' | 'resume'>> = { '/gateway': 'gateway', '/resume': 'resume' }

export function createGateway(world: World, server: Server, heartbeatInterval: number): Gateway {
  const sockets = new WebSocketServer({
    server,
    verifyClient({ req }, answer) {
      const at = paths[new URL(req.url ?? '/', world.origin).pathname]
      const refusal = gateway.refusedHandshakes
      const isRefused = refusal && (refusal.at ?? at) === at
      const status = at === undefined ? 404 : isRefused ? refusal.status : 101
      if (at) gateway.handshakes.push({ at, status })
      world.changed()
      const retryAfter = isRefused ? refusal.retryAfter : undefined
      const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
      answer(status === 101, status, 'Refused', headers)
    },
  })

  function listConnected(): [Session, WebSocket][] {
    return gateway.sessions.flatMap((session) => (session.socket ? [[session, session.socket]] : []))
  }

  const gateway: Gateway = {
    shards: 1,
    startLimit: { total: 1000, remaining: 1000, concurrency: 1 },
    onIdentify: undefined,
    refusal: undefined,
    resumeRefusal: undefined,
    refusedHandshakes: undefined,
    handshakes: [],
    mute: undefined,
    rewrite: undefined,
    sessions: [],
    identified: 0,
    resumed: 0,
    silent: false,
    delay: 0,
    url: () => `${world.origin.replace('http', 'ws')}/gateway`,
    resumeUrl: () => `${world.origin.replace('http', 'ws')}/resume`,
    sendRaw(frame) {
      const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
      for (const [, socket] of listConnected()) socket.send(text)
    },
    dispatch(name, given, guildId) {
      const data = gateway.rewrite ? gateway.rewrite(name, structuredClone(given)) : given
      const send = () => {
        for (const session of gateway.sessions) {
          const [shard, count] = session.shard
          const wanted = guildId ? Number((BigInt(guildId) >> 22n) % BigInt(count)) : 0
          if (shard === wanted) dispatch(session, name, data)
        }
      }
      if (gateway.delay > 0) setTimeout(send, gateway.delay).unref()
      else send()
    },
    drop() {
      for (const socket of sockets.clients) socket.terminate()
      for (const session of gateway.sessions) session.socket = undefined
    },
    close(code) {
      for (const [session, socket] of listConnected()) {
        session.socket = undefined
        socket.close(code)
      }
      if (!isResumable(code)) gateway.sessions = []
    },
    requestReconnect() {
      for (const [, socket] of listConnected()) sendFrame(socket, { op: op.Reconnect, d: null })
    },
    invalidateSessions() {
      const connected = listConnected()
      gateway.sessions = []
      for (const [, socket] of connected) sendFrame(socket, { op: op.InvalidSession, d: false })
    },
    stop() {
      gateway.drop()
      sockets.close()
    },
  }

  sockets.on('connection', (socket, { url }) => {
    const isMute =
      gateway.mute !== undefined && paths[new URL(url ?? '/', world.origin).pathname] === gateway.mute
    serveConnection(world, gateway, socket, isMute ? undefined : heartbeatInterval)
  })
  return gateway
}
