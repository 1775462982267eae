/** A socket to Discord's gateway: frames out, texts in, and one reason for its end, whatever that was. */
import type { GatewayOpcodes } from 'discord-api-types/v10'
import { WebSocket } from 'ws'
import type { Ports } from '#core/index.ts'
import { GatewayFault } from './fault.ts'

export interface GatewaySocket {
  /** Nothing is sent to a socket that is not open. */
  send(op: GatewayOpcodes, d: unknown): void
  /** Ends it for that reason, unless it is over already. The session is kept. */
  end(fault: GatewayFault): void
  /** Aborts once it is over. */
  over: AbortSignal
  /** Resolves with the reason once it is over. */
  ended: Promise<GatewayFault>
  /** Ends it and the session. Resolves when Discord has said goodbye, or not within three seconds. */
  close(): Promise<void>
}

/** The version that `discord-api-types/v10` describes. */
const version = '10'
/** Any code but 1000 and 1001 keeps the session: docs.discord.com/developers/events/gateway#disconnecting. */
const keeps = 4_200
const ends = 1_000
/** Milliseconds that goodbyes may take. */
const farewell = 3_000
/** Far more than any event that comes without intents. Bytes. */
const longestFrame = 16 * 1024 * 1024

/** Throws a `GatewayFault` for what is no address. `onText` must not throw. */
export function openSocket(options: {
  url: string
  onText(text: string): void
  clock: Ports['clock']
}): GatewaySocket {
  const { url, onText, clock } = options
  const socket = connect(url)
  const over = new AbortController()
  const { promise: ended, resolve } = Promise.withResolvers<GatewayFault>()

  function end(fault: GatewayFault, code: number): void {
    if (over.signal.aborted) return
    over.abort()
    if (socket.readyState === WebSocket.OPEN) socket.close(code)
    else socket.terminate()
    resolve(fault)
  }

  socket.on('message', (data) => {
    if (!over.signal.aborted) onText(String(data))
  })
  socket.on('unexpected-response', (request, { statusCode, headers }) => {
    request.destroy()
    end(GatewayFault.ofStatus(statusCode, headers['retry-after']), keeps)
  })
  socket.on('error', (cause) => end(new GatewayFault('no_connection', { cause }), keeps))
  socket.on('close', (code) => end(GatewayFault.ofClosing(code), keeps))

  return {
    send(op, d) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }))
    },
    end: (fault) => end(fault, keeps),
    over: over.signal,
    ended,
    async close() {
      const closed = new AbortController()
      socket.once('close', () => closed.abort())
      end(new GatewayFault('stopped', { endsSession: true }), ends)
      if (socket.readyState !== WebSocket.CLOSED) {
        await clock.sleep(farewell, closed.signal).catch(() => undefined)
      }
      socket.terminate()
    },
  }
}

function connect(url: string): WebSocket {
  try {
    const address = new URL(url)
    address.searchParams.set('v', version)
    address.searchParams.set('encoding', 'json')
    return new WebSocket(address, { maxPayload: longestFrame, perMessageDeflate: false })
  } catch (cause) {
    throw new GatewayFault('no_address', { cause })
  }
}
