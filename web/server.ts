/** Puts the web module on a port, and takes it off again without cutting anybody short. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Log } from '#core/index.ts'
import { answerFaults, levelRequest } from './door.ts'

export interface WebServer {
  /** The port it listens on; useful where 0 was asked for. */
  port: number
  /**
   * Takes no new connection and resolves when the requests under way have ended; what is left after `patience`
   * ms is cut.
   */
  close(patience: number): Promise<void>
}

/** The port cannot be had; the message is a sentence for the operator. */
export class PortError extends Error {
  readonly code: 'port-taken' | 'port-forbidden' | 'port-unusable'

  constructor(code: PortError['code'], message: string, cause: unknown) {
    super(message, { cause })
    this.name = 'PortError'
    this.code = code
  }
}

export interface ServerOptions {
  app: Pick<Hono, 'fetch'>
  port: number
  /** The address to listen on; default all of them. */
  hostname?: string
  /** Milliseconds in which a request must have come whole; default 30,000. */
  slowest?: number
  log: Log
}

/** Resolves when it listens; rejects with a `PortError`. */
export async function startServer(options: ServerOptions): Promise<WebServer> {
  const { app, port, hostname, slowest = 30_000, log } = options
  // The global Request and Response stay Node's own: the vendors' SDKs use them too.
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const limits = {
    headersTimeout: slowest,
    requestTimeout: slowest,
    connectionsCheckingInterval: Math.ceil(slowest / 30),
    // Longer than proxies keep an idle connection, commonly a minute: none sends a request into one being closed.
    keepAliveTimeout: 75_000,
  }
  const server = createServer(limits, (request, response) => {
    levelRequest(request)
    void answer(request, response)
  })
  answerFaults(server)
  server.on('request', (_request, response) => {
    // Closing ends the connections that are idle by then; one whose answer ends later would outlive it.
    response.once('close', () => setImmediate(() => !server.listening && server.closeIdleConnections()))
  })
  await listen(server, port, hostname)
  server.on('error', (error) => log.error({ err: error }, 'The web server has a fault'))
  return { port: (server.address() as AddressInfo).port, close: (patience) => close(server, patience) }
}

async function listen(server: Server, port: number, hostname: string | undefined): Promise<void> {
  server.listen({ port, ...(hostname && { host: hostname }) })
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new PortError(
        'port-taken',
        `Port ${port} is taken by another program; set PORT to a free one.`,
        error,
      )
    }
    if (code === 'EACCES') {
      throw new PortError(
        'port-forbidden',
        `This user may not use port ${port}; set PORT to one above 1023.`,
        error,
      )
    }
    throw new PortError('port-unusable', `Port ${port} cannot be used (${code}); set PORT to another.`, error)
  }
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(cut)
}
