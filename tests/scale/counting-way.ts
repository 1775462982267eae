/** Stands between the processes and their MongoDB, and counts what they ask of it. */
import { connect, createServer } from 'node:net'
import { listen, shut } from '#tests/standins/loopback.ts'

export interface CountingWay {
  /** What `MONGODB_URI` takes. */
  uri: string
  /** Requests so far; signs of life and the drivers' first words are among them. */
  count(): number
  close(): Promise<void>
}

export async function createCountingWay(target: string): Promise<CountingWay> {
  const { hostname, port, pathname } = new URL(target)
  let requests = 0
  const server = createServer((from) => {
    const to = connect(Number(port || 27_017), hostname)
    const count = createMessageCounter(() => requests++)
    for (const socket of [from, to]) {
      socket.setNoDelay(true)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => (socket === from ? to : from).destroy())
    }
    from.on('data', count)
    from.pipe(to).pipe(from)
  })
  const address = await listen(server)
  return {
    uri: `mongodb://${address}${pathname}?directConnection=true`,
    count: () => requests,
    close: () => shut(server),
  }
}

/** Each message begins with its length, 32 bits, the lowest first: mongodb.com/docs/manual/reference/mongodb-wire-protocol */
function createMessageCounter(onMessage: () => void): (chunk: Buffer) => void {
  let head: Buffer = Buffer.alloc(0)
  let left = 0
  return (chunk) => {
    let rest = head.length > 0 ? Buffer.concat([head, chunk]) : chunk
    head = Buffer.alloc(0)
    while (rest.length > 0) {
      if (left === 0) {
        if (rest.length < 4) {
          head = rest
          return
        }
        left = rest.readInt32LE(0)
        onMessage()
      }
      const taken = Math.min(left, rest.length)
      left -= taken
      rest = rest.subarray(taken)
    }
  }
}
