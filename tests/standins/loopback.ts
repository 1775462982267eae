/** Servers that listen on 127.0.0.1 alone. */
import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'

/** Resolves once it listens, where no port is given on any free one; answers with its address and port. */
export async function listen(server: Server, port = 0): Promise<string> {
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
