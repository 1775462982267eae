/** The MongoDB store says when its server is gone, and goes on by itself when it is back. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createEntry, createGeneration } from '#tests/contracts/store-records.ts'
import { createMongoPlace } from '../places.ts'

const uri = process.env.MONGODB_URI ?? ''

/** A way to the server that can be cut, on a port of its own. */
async function createWay(target: URL) {
  const sockets = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect(Number(target.port || 27_017), target.hostname)
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
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
  const port = await open(0)
  return { uri: `mongodb://127.0.0.1:${port}/?directConnection=true`, cut, mend: () => open(port) }
}

const unavailable = { name: 'CoreError', code: 'store-unavailable', cause: expect.any(Error) }

it('does not open where no server is', async () => {
  const opening = createMongoStore({ uri: 'mongodb://127.0.0.1:1/' })
  await expect(opening).rejects.toMatchObject(unavailable)
})

describe.skipIf(!uri)('with a server', () => {
  it('rejects while the server is gone, and works again when it is back', async () => {
    const place = await createMongoPlace()
    const way = await createWay(new URL(uri))
    const store = await createMongoStore({ uri: way.uri, database: place.database })
    await store.ledger.insert(createEntry())
    await way.cut()
    const asked = [
      store.check(),
      store.ledger.insert(createEntry({ sequence: 2, key: 'spend' })),
      store.ledger.findLast('ada'),
      store.generations.create(createGeneration(), 5),
      store.generations.listDelivered('ada', { limit: 5 }),
    ]
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: unavailable })
    }
    await way.mend()
    await store.check()
    expect(await store.ledger.findLast('ada')).toStrictEqual(createEntry())
    await store.close()
    await way.cut()
    await place.remove()
  })
})
