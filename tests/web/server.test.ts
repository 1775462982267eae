/** The web module on a real port. */

import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { silent } from '#tests/kept-log.ts'
import { startServer, type WebServer } from '#web/server.ts'

const running: WebServer[] = []

async function start(app: Hono, port = 0) {
  const server = await startServer({ app, port, hostname: '127.0.0.1', log: silent })
  running.push(server)
  return { server, url: `http://127.0.0.1:${server.port}` }
}

/** An app with a page that is finished by `release`. */
function createSlowApp() {
  const asked = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const app = new Hono()
  app.get('/', (c) => c.text('at once'))
  app.get('/slow', async (c) => {
    asked.resolve()
    await released.promise
    return c.text('at last')
  })
  return { app, asked: asked.promise, release: released.resolve }
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close(0).catch(() => {})))
})

describe('a port', () => {
  it('that is taken is refused with a sentence', async () => {
    const { server } = await start(new Hono())
    await expect(start(new Hono(), server.port)).rejects.toMatchObject({
      name: 'PortError',
      code: 'port-taken',
      message: `Port ${server.port} is taken by another program; set PORT to a free one.`,
    })
  })

  it('that is none is refused with a sentence', async () => {
    await expect(
      startServer({ app: new Hono(), port: 3000, hostname: '192.0.2.1', log: silent }),
    ).rejects.toMatchObject({ name: 'PortError', code: 'port-unusable' })
  })
})

describe('closing', () => {
  it('lets a running request end, and takes no new one', async () => {
    const { app, asked, release } = createSlowApp()
    const { server, url } = await start(app)
    const answer = fetch(`${url}/slow`)
    await asked
    const closed = server.close(600_000)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    release()
    expect(await (await answer).text()).toBe('at last')
    await closed
  })

  it('does not wait for connections that are kept alive', async () => {
    const { server, url } = await start(new Hono().get('/', (c) => c.text('hello')))
    await (await fetch(url)).text()
    await server.close(600_000)
  })

  it('closes a kept connection with the answer it was waiting for', async () => {
    const { app, asked, release } = createSlowApp()
    const { server } = await start(app)
    const socket = connect(server.port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n')
    await asked
    const closed = server.close(600_000)
    const ended = once(socket, 'close')
    release()
    await ended
    expect(Buffer.concat(chunks).toString()).toContain('at last')
    await closed
  })

  it('cuts what outlasts its patience', async () => {
    const { app, asked } = createSlowApp()
    const { server, url } = await start(app)
    const answer = fetch(`${url}/slow`)
    answer.catch(() => {})
    await asked
    await server.close(1)
    await expect(answer).rejects.toThrow('fetch failed')
  })
})
