/** What a server refuses because others were in the way is asked again; nothing else is. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { BSON } from 'mongodb'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createEntry } from '#tests/contracts/store-records.ts'
import { createMongoPlace } from '../places.ts'

const uri = process.env.MONGODB_URI ?? ''

/** Four numbers of four bytes open every message (mongodb.com/docs/manual/reference/mongodb-wire-protocol). */
const headerLength = 16
const messageCode = 2013

/** A way to the server on which commands can be refused instead of being passed on. */
async function createWay(target: URL) {
  const refusals: { command: string; code: number }[] = []
  const seen: string[] = []

  /** Answers with the refusal of this message, or with nothing. */
  function refuse(message: Buffer): Buffer | undefined {
    if (message.readInt32LE(12) !== messageCode) return undefined
    const body = BSON.deserialize(message.subarray(headerLength + 5), {
      allowObjectSmallerThanBufferSize: true,
    })
    const command = Object.keys(body)[0] ?? ''
    seen.push(command)
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

async function open() {
  const place = await createMongoPlace()
  const way = await createWay(new URL(uri))
  const store = await createMongoStore({ uri: way.uri, database: place.database })
  onTestFinished(async () => {
    await store.close()
    await place.remove()
  })
  return { way, store }
}

const conflict = 112

describe.skipIf(!uri)('with a server', () => {
  it('asks again after a conflict, reading or writing', async () => {
    const { way, store } = await open()
    way.refusals.push({ command: 'insert', code: conflict }, { command: 'insert', code: conflict })
    expect(await store.ledger.insert(createEntry())).toBe(true)
    way.refusals.push({ command: 'find', code: conflict })
    expect(await store.ledger.findLast('ada')).toStrictEqual(createEntry())
    expect(way.refusals).toEqual([])
    expect(way.seen.filter((command) => command === 'insert')).toHaveLength(3)
  })

  it('gives up at last', async () => {
    const { way, store } = await open()
    way.refusals.push(...Array.from({ length: 20 }, () => ({ command: 'insert', code: conflict })))
    await expect(store.ledger.insert(createEntry())).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(way.seen.filter((command) => command === 'insert')).toHaveLength(5)
  })

  it('asks once where it is something else', async () => {
    const { way, store } = await open()
    way.refusals.push({ command: 'insert', code: 8 })
    await expect(store.ledger.insert(createEntry())).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(way.seen.filter((command) => command === 'insert')).toHaveLength(1)
  })
})
