/** What a server does before the app is asked: makes requests alike, and answers what is none. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** No address depends on it: links are made of PUBLIC_URL, and any Host leads here. */
const host = 'localhost'

/**
 * Proxies, tunnels and health checks write a target with the whole address, double its slashes, leave the Host out or
 * send one of their own. The app sees the path alone.
 */
export function levelRequest(request: IncomingMessage): void {
  const { url = '' } = request
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const end = target.search(/[?#]/)
  const [path, rest] = end < 0 ? [target, ''] : [target.slice(0, end), target.slice(end)]
  request.url = `${path.replace(/\/{2,}/g, '/').replace(/^(?:\*?$|(?=[^/*]))/, '/')}${rest}`
  request.headers.host = host
}

const reasons = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Payload Too Large',
  431: 'Request Header Fields Too Large',
  501: 'Not Implemented',
} as const

const statuses: Readonly<Record<string, keyof typeof reasons>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_METHOD: 501,
}

/** Answers what never becomes a request: methods nobody knows, what is not HTTP, what does not end in time. */
export function answerFaults(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>()
  server.on('request', ({ socket }, response) => answers.set(socket, response))
  server.on('connect', (_request, socket: Duplex) => refuse(socket, 501))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const begun = answers.get(socket)
    const isOpen = begun !== undefined && !begun.writableFinished
    // What comes after a whole request spoils nothing of its answer.
    if (isOpen && begun.req.complete) endWith(begun, socket)
    // Anything written into an answer that has begun would be taken for its rest.
    else if (isOpen && begun.headersSent) socket.destroy(error)
    else if (!socket.writable || error.code === 'ECONNRESET') socket.destroy(error)
    else refuse(socket, statuses[error.code ?? ''] ?? 400)
  })
}

function endWith(answer: ServerResponse, socket: Duplex): void {
  answer.shouldKeepAlive = false
  answer.once('close', () => socket.destroy())
}

function refuse(socket: Duplex, status: keyof typeof reasons): void {
  socket.once('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}
