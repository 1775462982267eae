/** Stands between the store and its server, so that a test can part them. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/**
 * A way to the server that can be cut, on a port of its own: now, or when the server answers what next says a word, an
 * answer that is lost then.
 */
export async function createWay(target: URL) {
  const sockets = new Set<Socket>()
  let fatalWord: string | undefined
  const server = createServer((from) => {
    const to = connect(Number(target.port || 27_017), target.hostname)
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    from.on('data', (chunk) => {
      if (fatalWord === undefined || !chunk.includes(fatalWord)) return
      to.unpipe(from).once('data', cut).resume()
    })
    from.pipe(to).pipe(from)
  })
  const open = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as { port: number }).port
  }
  const cut = async () => {
    server.close()
    for (const socket of sockets) socket.destroy()
    await once(server, 'close')
  }
  const cutAtAnswerTo = (word: string) => {
    fatalWord = word
  }
  const mend = async () => {
    fatalWord = undefined
    await open(port)
  }
  const port = await open(0)
  return { uri: `mongodb://127.0.0.1:${port}/?directConnection=true`, cut, cutAtAnswerTo, mend }
}
