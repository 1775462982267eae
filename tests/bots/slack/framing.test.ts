/** Slack's part of the web server takes every framing, and says of each path what may be done there. */
import { createHmac } from 'node:crypto'
import type { App } from '@slack/bolt'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Door } from '#bots/slack/door.ts'
import { createFetch } from '#bots/slack/transport/fetch.ts'
import { createHttpReceiver } from '#bots/slack/transport/http-receiver.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'
import { framings, plain, talk } from '#tests/web/raw-http.ts'
import { startServer } from '#web/server.ts'

const signingSecret = 'a signing secret'
const now = 1_800_000_000_000

async function start(slowest?: number) {
  const { log } = createRecordedLog()
  const events: unknown[] = []
  const clock = { now: () => now }
  const door: Door = { enter: () => ({ said: undefined }) }
  const http = createHttpReceiver({ signingSecret, clock, handle: () => undefined, door, log })
  http.init({ processEvent: async (event: unknown) => void events.push(event) } as unknown as App)
  await http.start()
  const routes = { begin: () => new Response('begun'), end: async () => new Response('ended') }
  const fetch = createFetch({ http, routes })
  const options = { port: 0, hostname: '127.0.0.1', log, ...(slowest && { slowest }) }
  const server = await startServer({ app: { fetch }, ...options })
  onTestFinished(() => server.close(0))
  return server
}

function sign(body: string, type: string): string {
  const timestamp = now / 1_000
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return `Content-Type: ${type}\r\nX-Slack-Request-Timestamp: ${timestamp}\r\nX-Slack-Signature: v0=${digest}\r\n`
}

describe.each([plain, ...framings])('an event $name', ({ frame }) => {
  it.each([
    ['a challenge', '{"type":"url_verification","challenge":"c"}', 'application/json; charset=utf-8', 200],
    ['a challenge in capitals', '{"type":"url_verification","challenge":"d"}', 'Application/JSON', 200],
    ['a command', 'command=%2Fimagine&text=a+fox', 'application/x-www-form-urlencoded', 200],
    ['what is no JSON', '{', 'application/json', 400],
  ])('that is %s is answered', async (_name, body, type, status) => {
    const { port } = await start()
    const answer = await talk(port, ...frame('POST', '/slack/events', sign(body, type), body))
    expect(answer.status).toBe(status)
  })

  it('that nobody signed is refused', async () => {
    const { port } = await start()
    expect((await talk(port, ...frame('POST', '/slack/events', '', '{}'))).status).toBe(401)
    expect((await talk(port, ...frame('POST', '/slack/events', '', ''))).status).toBe(401)
  })
})

describe('a path', () => {
  it.each([
    ['/slack/events', 'POST, OPTIONS'],
    ['/slack/install', 'GET, HEAD, OPTIONS'],
    ['/slack/oauth_redirect', 'GET, HEAD, OPTIONS'],
    ['/slack/nowhere', 'GET, HEAD, OPTIONS'],
  ])('%s says what may be done there', async (path, allow) => {
    const { port } = await start()
    const ask = async (method: string) => {
      const { status, head } = await talk(port, ...plain.frame(method, path, '', 'body'))
      return [status, /^allow: (.*?)\r?$/im.exec(head)?.[1]]
    }
    expect(await ask('OPTIONS')).toEqual([204, allow])
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])
      expect(await ask(method)).toEqual([405, allow])
    for (const method of ['CONNECT', 'FOO']) expect((await ask(method))[0]).toBe(501)
    const isLook = allow.startsWith('GET')
    const isThere = !path.endsWith('nowhere')
    expect((await ask('HEAD'))[0]).toBe(isLook ? (isThere ? 200 : 404) : 405)
    expect((await ask('POST'))[0]).toBe(isThere ? (isLook ? 405 : 401) : 404)
  })
})

it.each(['Content-Length: 100\r\n\r\n{', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n'])(
  'a body that does not end is ended: %j',
  async (rest) => {
    const { port } = await start(100)
    const { status } = await talk(port, `POST /slack/events HTTP/1.1\r\nHost: x\r\n${rest}`)
    expect(status).toBe(408)
  },
)

it('a body is bounded, whatever it says of its length', async () => {
  const { port } = await start()
  for (const { frame } of [plain, ...framings.slice(0, 1)]) {
    expect((await talk(port, ...frame('POST', '/slack/events', '', 'x'.repeat(1_000_001)))).status).toBe(413)
  }
})
