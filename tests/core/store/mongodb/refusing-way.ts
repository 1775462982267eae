/** Stands between the store and its server, and reads what is asked there. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { BSON, type Document } from 'mongodb'
import { onTestFinished } from 'vitest'

/** Four numbers of four bytes open every message (mongodb.com/docs/manual/reference/mongodb-wire-protocol). */
const headerLength = 16
const messageCode = 2013

/** A way to the server, `seen` in every command on it; commands can be refused there instead of being passed on. */
export async function createRefusingWay(target: URL) {
  const refusals: { command: string; code: number }[] = []
  const seen: Document[] = []

  /** Answers with the refusal of this message, or with nothing. */
  function refuse(message: Buffer): Buffer | undefined {
    if (message.readInt32LE(12) !== messageCode) return undefined
    const body = BSON.deserialize(message.subarray(headerLength + 5), {
      allowObjectSmallerThanBufferSize: true,
    })
    const command = Object.keys(body)[0] ?? ''
    seen.push(body)
    const index = refusals.findIndex((refusal) => refusal.command === command)
    const [refusal] = index < 0 ? [] : refusals.splice(index, 1)
    if (!refusal) return undefined
    const answer = BSON.serialize({ ok: 0, code: refusal.code, errmsg: 'as the test asked' })
    const sent = Buffer.alloc(headerLength + 5 + answer.length)
    sent.writeInt32LE(sent.length, 0)
    sent.writeInt32LE(message.readInt32LE(4), 8)
    sent.writeInt32LE(messageCode, 12)
    sent.set(answer, headerLength + 5)
    return sent
  }

  const sockets = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect(Number(target.port || 27_017), target.hostname)
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    let held = Buffer.alloc(0)
    from.on('data', (chunk) => {
      held = Buffer.concat([held, chunk])
      while (held.length >= 4 && held.length >= held.readInt32LE(0)) {
        const message = held.subarray(0, held.readInt32LE(0))
        held = held.subarray(message.length)
        const refusal = refuse(message)
        if (refusal) from.write(refusal)
        else to.write(message)
      }
    })
    to.pipe(from)
    from.on('close', () => to.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
    for (const socket of sockets) socket.destroy()
    await once(server, 'close')
  })
  const { port } = server.address() as { port: number }
  return { uri: `mongodb://127.0.0.1:${port}/?directConnection=true`, refusals, seen }
}
