/** Speaks HTTP by hand, for framings that no client library would write. */
import { once } from 'node:events'
import { connect } from 'node:net'

export interface Answer {
  status: number
  /** As sent. */
  head: string
  body: string
}

/** Sends these bytes in as many packets, and reads until the server closes. Several answers are read as one body. */
export async function talk(port: number, ...packets: readonly string[]): Promise<Answer> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await once(socket, 'connect')
  // A server that has said no need not wait for the rest.
  socket.on('error', () => undefined)
  for (const packet of packets) {
    if (!socket.writable) break
    await new Promise((resolve) => socket.write(packet, resolve))
    await new Promise(setImmediate)
  }
  await closed
  return readAnswer(Buffer.concat(chunks).toString())
}

/** Past any `100 Continue`; the body without its chunks' frames. */
function readAnswer(text: string): Answer {
  const plain = text.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')
  const [head = '', ...rest] = plain.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const chunked = /^transfer-encoding: chunked\r?$/im.test(head)
  return {
    status: Number(/^HTTP\/1\.\d (\d{3})/.exec(head)?.[1] ?? 0),
    head,
    body: chunked ? readChunks(Buffer.from(body)) : body,
  }
}

function readChunks(bytes: Buffer): string {
  const end = bytes.indexOf('\r\n')
  const size = Number.parseInt(bytes.toString('latin1', 0, end), 16)
  const next = end + 2 + size
  if (end < 0 || !size) return ''
  return bytes.toString('utf8', end + 2, next) + readChunks(bytes.subarray(next + 2))
}

export interface Framing {
  name: string
  /** The request, in the packets in which it is sent. */
  frame(method: string, target: string, headers: string, body: string): string[]
}

const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
const open = (method: string, target: string, headers: string, more: string, version = '1.1') =>
  `${method} ${target} HTTP/${version}\r\n${version === '1.1' ? 'Host: bot.example\r\n' : ''}Connection: close\r\n${headers}${more}\r\n`
const length = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n`

/** How a body comes with its length. */
export const plain: Framing = {
  name: 'with a length',
  frame: (method, target, headers, body) => [open(method, target, headers, length(body)) + body],
}

/** The other ways in which proxies and tunnels send the same. */
export const framings: readonly Framing[] = [
  {
    name: 'in one chunk',
    frame: (method, target, headers, body) => [
      `${open(method, target, headers, 'Transfer-Encoding: chunked\r\n')}${body && chunk(body)}0\r\n\r\n`,
    ],
  },
  {
    name: 'in a chunk and a packet for each character',
    frame: (method, target, headers, body) => [
      open(method, target, headers, 'transfer-encoding: Chunked\r\n'),
      ...Array.from(body, chunk),
      '0\r\n\r\n',
    ],
  },
  {
    name: 'in chunks with extensions and trailers',
    frame: (method, target, headers, body) => [
      open(method, target, headers, 'Transfer-Encoding: chunked\r\nTrailer: Expires\r\n') +
        (body && `${Buffer.byteLength(body).toString(16)};name=value\r\n${body}\r\n`),
      '0\r\nExpires: 0\r\n\r\n',
    ],
  },
  {
    name: 'with a length, a packet for each character',
    frame: (method, target, headers, body) => [open(method, target, headers, length(body)), ...body],
  },
  {
    name: 'by HTTP/1.0, without a host',
    frame: (method, target, headers, body) => [open(method, target, headers, length(body), '1.0') + body],
  },
  {
    name: 'once it may continue',
    frame: (method, target, headers, body) => [
      open(method, target, headers, `${length(body)}Expect: 100-continue\r\n`),
      body,
    ],
  },
  {
    name: 'to a target with the whole address',
    frame: (method, target, headers, body) => [
      open(method, `https://elsewhere.example${target}`, headers, length(body)) + body,
    ],
  },
  {
    name: 'to a target with slashes doubled',
    frame: (method, target, headers, body) => [
      open(
        method,
        target.replace(/^[^?]*/, (path) => path.replaceAll('/', '//')),
        headers,
        length(body),
      ) + body,
    ],
  },
  ...['', 'a b', '[::1', 'x'.repeat(300), 'bot.example:99999', 'ev/il', 'a@b', '%00', '127.1', '-'].map(
    (host): Framing => ({
      name: `with the host ${host.slice(0, 20)}`,
      frame: (method, target, headers, body) => [
        open(method, target, headers, length(body)).replace('bot.example', host) + body,
      ],
    }),
  ),
]
