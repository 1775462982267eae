/** Servers that listen on 127.0.0.1 alone. */
import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'

/**
 * Resolves once it listens, where no port is given on any free one; answers with its address and port. It hangs up on
 * nobody who is idle: on a busy machine that would meet a request that is on its way.
 */
export async function listen(server: Server & { keepAliveTimeout?: number }, port = 0): Promise<string> {
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 0
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Ends it, and cuts off whoever is still connected. */
export async function shut(server: Server & { closeAllConnections?(): void }): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections?.()
  await closed
}
