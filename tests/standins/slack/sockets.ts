/** Socket Mode: connections, envelopes, acknowledgements, and every way a connection can end. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { describeParcel, type Parcel, type Pending, type RawAnswer, type Retry } from './delivery.ts'
import { createSlackId, randomText } from './ids.ts'
import { blame, until, type World } from './world.ts'

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
const mostConnections = 10

/** What becomes of a connection that the app opens, instead of a hello and a life. */
export type Fate =
  /** The handshake is answered with that status. */
  | { kind: 'refused'; status: number; retryAfter?: number }
  /** A close frame, in place of the hello or right after it. */
  | { kind: 'closed'; when: 'before hello' | 'after hello'; code: number }
  | { kind: 'disconnect'; when: 'before hello' | 'after hello'; reason: string }
  | { kind: 'silent' }

/** All the connections of the one app. */
export interface Sockets {
  /** A new WebSocket URL, good for one connection. */
  createUrl(): string
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  send(parcel: Parcel, retry: Retry | undefined): Pending
  /** How many connections have had their hello and are open. */
  readonly count: number
  /** Resolves once that many are open. */
  untilConnected(count?: number): Promise<void>
  /** Asks every connection to go; `warning` comes some seconds before `refresh_requested`. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void
  /** Of every connection from now on; undefined: they stand again. */
  doom(fate: Fate | undefined): void
  /** Sends this text, whatever it is, to every connection. */
  say(text: string): void
  /** Cuts every connection without a close frame. */
  drop(): void
  /** Forgets every connection without closing it: the peer's pings stay unanswered. */
  freeze(): void
  close(): void
}

interface Envelope {
  id: string
  parcel: Parcel
  attempt: number
  connection: WebSocket | undefined
  late: boolean
  resolve(answer: RawAnswer | undefined): void
}

/** The world is asked for late, because it holds this too. */
export function createSockets(getWorld: () => World): Sockets {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const connections = new Set<WebSocket>()
  const frozen = new Set<WebSocket>()
  const envelopes = new Map<string, Envelope>()
  const acknowledged = new Set<string>()
  let turn = 0
  let fate: Fate | undefined

  const dispatch = (envelope: Envelope) => {
    const open = [...connections].filter((one) => one.readyState === one.OPEN)
    envelope.connection = open[turn++ % open.length]
    if (!envelope.connection) return
    envelope.connection.send(JSON.stringify(renderEnvelope(envelope)))
    envelope.attempt += 1
  }

  const leave = (connection: WebSocket) => {
    connections.delete(connection)
    for (const envelope of envelopes.values()) {
      if (envelope.connection === connection && !envelope.late) dispatch(envelope)
    }
    getWorld().changes.emit('change')
  }

  const hear = (text: string) => {
    const world = getWorld()
    const ack = JSON.parse(text) as { envelope_id?: string; payload?: Record<string, unknown> }
    const id = ack.envelope_id ?? ''
    const envelope = envelopes.get(id)
    if (acknowledged.has(id)) return void blame(world, `envelope ${id} was acknowledged twice`)
    if (!envelope) return void blame(world, `an acknowledgement of no envelope: ${id}`)
    acknowledged.add(id)
    envelopes.delete(id)
    if (envelope.late) blame(world, `${describeParcel(envelope.parcel)} was answered after the deadline`)
    const filled = ack.payload !== undefined && Object.keys(ack.payload).length > 0
    envelope.resolve({ status: 200, body: filled ? ack.payload : undefined, headers: {} })
  }

  const welcome = (connection: WebSocket) => {
    if (fate && fate.kind !== 'refused' && !('when' in fate && fate.when === 'after hello')) {
      return end(connection, fate)
    }
    connection.on('message', (data) => hear(String(data)))
    connection.on('close', () => leave(connection))
    connection.on('error', () => leave(connection))
    if (connections.size >= mostConnections) {
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: {} }))
      connection.close()
      return
    }
    connections.add(connection)
    connection.send(JSON.stringify(renderHello(getWorld(), connections.size)))
    if (fate) return end(connection, fate)
    for (const envelope of envelopes.values()) if (!envelope.connection && !envelope.late) dispatch(envelope)
    getWorld().changes.emit('change')
  }

  const end = (connection: WebSocket, doom: Fate) => {
    if (doom.kind === 'closed') connection.close(doom.code)
    if (doom.kind === 'disconnect') {
      connection.send(JSON.stringify({ type: 'disconnect', reason: doom.reason, debug_info: {} }))
    }
  }

  const each = (act: (connection: WebSocket) => void) => {
    for (const connection of [...connections]) act(connection)
  }

  return {
    createUrl() {
      const ticket = randomText(24)
      tickets.add(ticket)
      return `${getWorld().url.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${getWorld().settings.id}`
    },
    accept(request, socket, head) {
      const ticket = new URL(request.url ?? '', 'http://localhost').searchParams.get('ticket') ?? ''
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      if (fate?.kind === 'refused') {
        const wait = fate.retryAfter === undefined ? '' : `retry-after: ${fate.retryAfter}\r\n`
        return void socket.end(`HTTP/1.1 ${fate.status} Refused\r\n${wait}content-length: 0\r\n\r\n`)
      }
      server.handleUpgrade(request, socket, head, welcome)
    },
    send(parcel, retry) {
      const { promise, resolve } = Promise.withResolvers<RawAnswer | undefined>()
      const attempt = retry?.number ?? 0
      const envelope: Envelope = {
        id: createSlackId('E'),
        parcel,
        attempt,
        connection: undefined,
        late: false,
        resolve,
      }
      envelopes.set(envelope.id, envelope)
      dispatch(envelope)
      return {
        answer: promise,
        giveUp() {
          envelope.late = true
        },
      }
    },
    get count() {
      return connections.size
    },
    untilConnected: (count = 1) =>
      until(getWorld(), () => (connections.size >= count ? true : undefined)).then(() => {}),
    disconnect: (reason) =>
      each((one) =>
        one.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'standin' } })),
      ),
    doom(given) {
      fate = given
    },
    say: (text) => each((one) => one.send(text)),
    drop: () => each((one) => one.terminate()),
    freeze: () =>
      each((one) => {
        one.pause()
        frozen.add(one)
        leave(one)
      }),
    close() {
      for (const one of [...connections, ...frozen]) one.terminate()
      server.close()
    },
  }
}

function renderHello(world: World, connections: number): object {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: world.settings.id },
    debug_info: { host: 'standin', build_number: 1, approximate_connection_time: 18_060 },
  }
}

function renderEnvelope({ id, parcel, attempt }: Envelope): object {
  return {
    envelope_id: id,
    type: { command: 'slash_commands', interactive: 'interactive', event: 'events_api' }[parcel.kind],
    accepts_response_payload: parcel.acceptsAnswer,
    payload: parcel.payload,
    ...(parcel.kind === 'event' && { retry_attempt: attempt, retry_reason: attempt > 0 ? 'timeout' : '' }),
  }
}
