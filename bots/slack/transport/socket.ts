/**
 * One Socket Mode connection: docs.slack.dev/apis/events-api/using-socket-mode. The SDK's client ends the process at a
 * message that it does not understand, and tells neither why a connection was closed nor how a handshake was refused.
 */
import { type RawData, WebSocket } from 'ws'
import type { Clock } from '../api.ts'
import { SlackFault } from '../errors.ts'
import { readObject } from '../read-object.ts'

/** What Slack has sent in one envelope. */
export interface Envelope {
  body: Readonly<Record<string, unknown>>
  retryNum?: number
  /** With what is said in place of a form, if anything. Rejects when the connection is over. */
  ack(said?: unknown): Promise<void>
}

export interface Socket {
  /** Resolves with Slack's reason, once it is over or soon will be; it may still be open for a while after a `warning`. */
  ended: Promise<SlackFault>
  /** Resolves when the socket is closed. */
  closed: Promise<void>
  /** Resolves when Slack has said goodbye, or not within three seconds. */
  close(): Promise<void>
}

/** What comes within so many milliseconds of a warning is still taken; Slack itself says goodbye in about ten seconds. */
const notice = 30_000
/** Milliseconds that goodbyes may take. */
const farewell = 3_000
/** Far more than any event. Bytes. */
const longestMessage = 16 * 1024 * 1024
const normalClosure = 1_000

interface ConnectionOptions {
  url: string
  onEnvelope(envelope: Envelope): void
  silence: number
  clock: Clock
  signal: AbortSignal
}

interface Line {
  options: ConnectionOptions
  socket: WebSocket
  hello: PromiseWithResolvers<void>
  ended: PromiseWithResolvers<SlackFault>
  /** Aborts when the socket itself is closed. */
  closed: AbortController
  /** Whether Slack gave a sign of life since it was last looked. */
  isAlive: boolean
}

/**
 * Resolves at Slack's hello; rejects with a `SlackFault`, and leaves nothing open, where none comes before the signal
 * aborts. After `silence` milliseconds without a sign of life Slack is asked for one, after as many again it is over.
 */
export async function openSocket(options: ConnectionOptions): Promise<Socket> {
  const { url, signal } = options
  const socket = connect(url)
  const hello = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<SlackFault>()
  const gone = Promise.withResolvers<void>()
  hello.promise.catch(() => undefined)
  const line: Line = { options, socket, hello, ended, closed: new AbortController(), isAlive: true }
  listen(line, gone.resolve)
  signal.addEventListener('abort', () => end(line, 'no_hello'), { once: true })

  try {
    if (signal.aborted) throw new SlackFault('unsure', 'no_hello')
    await hello.promise
  } catch (error) {
    socket.terminate()
    throw error
  }
  void watch(line)
  return { ended: ended.promise, closed: gone.promise, close: () => close(line) }
}

function listen(line: Line, onGone: () => void): void {
  const { socket, closed } = line
  for (const sign of ['ping', 'pong', 'message'] as const) {
    socket.on(sign, () => {
      line.isAlive = true
    })
  }
  socket.on('message', (data) => {
    const message = readMessage(data)
    if (message) take(line, message)
  })
  socket.on('unexpected-response', (request, { statusCode, headers }) => {
    request.destroy()
    end(line, readHandshake(statusCode, headers['retry-after']))
    closed.abort()
  })
  socket.on('error', (cause) => end(line, new SlackFault('unsure', 'no_connection', { cause })))
  socket.on('close', (code) => {
    closed.abort()
    onGone()
    end(line, `closed_${code}`)
  })
}

function take(line: Line, message: Readonly<Record<string, unknown>>): void {
  const { options, closed, hello } = line
  if (message.type === 'hello') hello.resolve()
  else if (message.type === 'disconnect') {
    const reason = readReason(message.reason)
    end(line, reason)
    if (reason === 'warning')
      void options.clock.sleep(notice, closed.signal).then(
        () => close(line),
        () => undefined,
      )
    else void close(line)
  } else {
    const envelope = readEnvelope(message, (answer) => send(line, answer))
    if (envelope) options.onEnvelope(envelope)
  }
}

function end({ ended, hello }: Line, why: SlackFault | string): void {
  const fault = typeof why === 'string' ? new SlackFault('unsure', why) : why
  ended.resolve(fault)
  hello.reject(fault)
}

async function close(line: Line): Promise<void> {
  const { options, socket, closed } = line
  end(line, 'closed_here')
  if (socket.readyState === WebSocket.OPEN) socket.close(normalClosure)
  else socket.terminate()
  await options.clock.sleep(farewell, closed.signal).catch(() => undefined)
  socket.terminate()
}

function send({ socket }: Line, message: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause?: unknown) => reject(new SlackFault('unsure', 'connection_closed', { cause }))
    if (socket.readyState !== WebSocket.OPEN) return refuse()
    socket.send(JSON.stringify(message), (error) => (error ? refuse(error) : resolve()))
  })
}

/** Ends it once nothing is heard for too long. */
async function watch(line: Line): Promise<void> {
  const { options, socket, closed } = line
  while (!closed.signal.aborted) {
    await options.clock.sleep(options.silence, closed.signal).catch(() => undefined)
    if (closed.signal.aborted) return
    if (!line.isAlive) {
      end(line, 'silent')
      return socket.terminate()
    }
    line.isAlive = false
    if (socket.readyState === WebSocket.OPEN) socket.ping()
  }
}

function connect(url: string): WebSocket {
  try {
    return new WebSocket(url, { maxPayload: longestMessage, perMessageDeflate: false })
  } catch (cause) {
    throw new SlackFault('unsure', 'unreadable_answer', { cause })
  }
}

const readMessage = (data: RawData) => readObject(String(data))

/** Undefined for what is no envelope, which is nothing of Slack's that the bot knows. */
function readEnvelope(
  message: Readonly<Record<string, unknown>>,
  send: (message: object) => Promise<void>,
): Envelope | undefined {
  const { envelope_id: id, payload, retry_attempt: retryNum } = message
  if (typeof id !== 'string' || typeof payload !== 'object' || payload === null) return undefined
  let acknowledged: Promise<void> | undefined
  return {
    body: { ...payload },
    ...(typeof retryNum === 'number' && { retryNum }),
    ack(said) {
      acknowledged ??= send({ envelope_id: id, ...(said !== undefined && { payload: said }) })
      return acknowledged
    },
  }
}

const readReason = (reason: unknown) =>
  typeof reason === 'string' && /^\w{1,64}$/.test(reason) ? reason : 'disconnect'

function readHandshake(status: number | undefined, retryAfter: string | undefined): SlackFault {
  const code = `http_${status}`
  if (status !== 429) return new SlackFault('unsure', code)
  const seconds = Number(retryAfter)
  return new SlackFault('limited', code, { retryAfter: seconds > 0 ? seconds * 1_000 : 1_000 })
}
