/** Stands between the store and its server, and reads what is asked there. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { BSON, type Document } from 'mongodb'
import { onTestFinished } from 'vitest'

/** Four numbers of four bytes open every message (mongodb.com/docs/manual/reference/mongodb-wire-protocol). */
const headerLength = 16
const messageCode = 2013

/** The first section of a message, which is all there is of an answer and what counts of a command. */
const readBody = (message: Buffer): Document =>
  BSON.deserialize(message.subarray(headerLength + 5), { allowObjectSmallerThanBufferSize: true })

/** The answer to the message of that number. */
function writeAnswer(body: Document, to: number): Buffer {
  const answer = BSON.serialize(body)
  const sent = Buffer.alloc(headerLength + 5 + answer.length)
  sent.writeInt32LE(sent.length, 0)
  sent.writeInt32LE(to, 8)
  sent.writeInt32LE(messageCode, 12)
  sent.set(answer, headerLength + 5)
  return sent
}

/** Cuts what arrives into whole messages. */
function readMessages(take: (message: Buffer) => void) {
  let held = Buffer.alloc(0)
  return (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    while (held.length >= 4 && held.length >= held.readInt32LE(0)) {
      const message = held.subarray(0, held.readInt32LE(0))
      held = held.subarray(message.length)
      take(message)
    }
  }
}

/** What a server says of itself that is one of several. */
export const asMember = { setName: 'rs0', msg: undefined }

/**
 * A way to the server, `seen` in every command on it; commands can be refused there instead of being passed on, once
 * for each of the `refusals`, or always by what `refuses` answers with. With `greeting`, the server says that of itself.
 */
export async function createRefusingWay(target: URL, greeting?: Document) {
  const refusals: { command: string; code: number }[] = []
  const seen: Document[] = []
  const way: { refuses(command: string, body: Document): Document | undefined } = { refuses: () => undefined }

  /** Answers with the refusal of this message, or with nothing. */
  function refuse(message: Buffer): Buffer | undefined {
    if (message.readInt32LE(12) !== messageCode) return undefined
    const body = readBody(message)
    const command = Object.keys(body)[0] ?? ''
    seen.push(body)
    const answer = way.refuses(command, body)
    if (answer) return writeAnswer({ errmsg: 'as the test asked', ...answer }, message.readInt32LE(4))
    const index = refusals.findIndex((refusal) => refusal.command === command)
    const [refusal] = index < 0 ? [] : refusals.splice(index, 1)
    if (!refusal) return undefined
    return writeAnswer({ ok: 0, code: refusal.code, errmsg: 'as the test asked' }, message.readInt32LE(4))
  }

  function greet(message: Buffer): Buffer {
    if (message.readInt32LE(12) !== messageCode) return message
    const body = readBody(message)
    if (!('isWritablePrimary' in body)) return message
    const { msg, ...rest } = { ...body, ...greeting }
    return writeAnswer(msg === undefined ? rest : { ...rest, msg }, message.readInt32LE(8))
  }

  const sockets = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect(Number(target.port || 27_017), target.hostname)
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    from.on(
      'data',
      readMessages((message) => {
        const refusal = refuse(message)
        if (refusal) from.write(refusal)
        else to.write(message)
      }),
    )
    if (greeting) {
      to.on(
        'data',
        readMessages((message) => from.write(greet(message))),
      )
      to.on('end', () => from.end())
    } else to.pipe(from)
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
  return Object.assign(way, { uri: `mongodb://127.0.0.1:${port}/?directConnection=true`, refusals, seen })
}
