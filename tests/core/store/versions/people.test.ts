/** Today's program goes on with all that people were in the middle of when a whole program of version 8 was killed. */
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Fault, namePicture } from '#core/index.ts'
import type { RecordKind } from '#core/records/kinds.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { pay } from '#tests/core/pay.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { openDatabase, readPeople, restoreMongo, restoreSqlite } from './kept.ts'
import { boot, settle } from './serve.ts'

const uri = process.env.MONGODB_URI ?? ''
const people = readPeople()
const { bob, cleo, dan, fay, gil, hal, pictures } = people

async function openSqlite() {
  const file = join(createFolder(), 'imgsrc.sqlite')
  restoreSqlite('people', file)
  return await createSqliteStore({ file })
}

async function openMongo() {
  const database = openDatabase(uri)
  await restoreMongo('people', database)
  return await createMongoStore({ uri, database: database.databaseName })
}

const stores = [{ name: 'SQLite', open: openSqlite }, ...(uri ? [{ name: 'MongoDB', open: openMongo }] : [])]

const network = { host: '192.0.2.9/32', site: '192.0.2.9/32', wide: '192.0.2.0/24' }
const origin = { platform: 'discord', team: '900', address: { channel: '901' } } as const
const brought = [{ size: 4, read: async () => Uint8Array.of(9, 8, 7, 6) }]

describe.each(stores)('on $name', ({ open }) => {
  async function start() {
    const store = await open()
    const process = boot(store, people.now)
    const { core, clock } = process
    await core.start()
    onTestFinished(async () => {
      await core.stop(0)
      await core.close()
    })
    return { ...process, store, settle: () => settle(store, clock) }
  }

  it('ends what was under way', async () => {
    const { core, drawn, shown, settle } = await start()
    await settle()
    expect(drawn).toEqual(['hal waits'])
    expect(shown).toContain('hal waits')
    expect(await core.credits.findBalance(hal.id)).toBe(hal.balance + 2)
  })

  it('knows every picture, and shows it again for nothing', async () => {
    const { core, drawn } = await start()
    const { generations } = await core.history.list(bob.id, { limit: 20 })
    expect(generations.map(({ id }) => id)).toEqual([
      ...[cleo.picture, pictures.again, pictures.varied, pictures.edited],
      ...[pictures.secret, pictures.boat],
    ])
    const failed = { status: 'refunded', failure: { code: 'vendor-down' } }
    expect(await core.history.requireVisible(bob.id, pictures.failed)).toMatchObject(failed)
    const asked = [
      { prompt: 'A blue boat\nat dawn', size: 'landscape', quality: 'premium', count: 4 },
      { prompt: 'a secret garden', size: '1024x1536', quality: 'draft', background: 'transparent' },
      { prompt: 'make it night', brought },
      { prompt: 'A blue boat\nat dawn', sources: [`result:${pictures.boat}:1`], quality: 'draft' },
    ] as const
    for (const [index, order] of asked.entries()) {
      const job = await core.images.order({ owner: bob.id, call: `now:${index}`, origin, ...order })
      expect(await job.done, order.prompt).toMatchObject({ status: 'delivered', price: 0 })
    }
    expect(drawn.filter((prompt) => prompt !== 'hal waits')).toEqual([])
  })

  it('knows what came of a picture, and from what it came', async () => {
    const { core } = await start()
    const { children } = await core.history.family(bob.id, pictures.boat)
    expect(children.map(({ id }) => id)).toEqual([pictures.varied])
    const { steps } = await core.history.family(bob.id, pictures.varied)
    expect(steps.map(namePicture)).toEqual([`${pictures.boat}.2`])
  })

  it('takes back what was shared', async () => {
    const { core } = await start()
    const posts: unknown[] = []
    await core.sharing.unshare(bob.id, pictures.boat, async (post) => void posts.push(post))
    expect(posts).toEqual([{ platform: 'discord', team: '900', channel: '903', message: '904' }])
  })

  it('credits orders to whoever has the wallet now, and draws what was held for them', async () => {
    const { core, shown, settle } = await start()
    await pay(core, cleo.checkout)
    expect(await core.credits.findBalance(bob.id)).toBe(bob.balance + 100)
    await pay(core, dan.checkout)
    await expect.poll(() => core.credits.findBalance(dan.id)).toBe(dan.balance + 100 - 30)
    await settle()
    await expect.poll(() => shown).toContain('a held lighthouse')
  })

  it('takes the codes and links that were sent before', async () => {
    const { core, store } = await start()
    expect(await core.sessions.find(bob.token)).toMatchObject({ account: bob.id })
    expect(await core.sessions.find(cleo.token)).toBeUndefined()
    const signedIn = await core.signIn.finish(gil.browser, gil.code)
    expect(signedIn).toMatchObject({ outcome: 'signed-in', next: '/pictures' })
    const user = { platform: 'discord', user: '206', name: 'Fay' } as const
    const linked = { outcome: 'linked', account: { id: fay.id }, welcoming: 'granted' }
    expect(await core.links.finish(user, fay.code)).toMatchObject(linked)
    const account = await core.accounts.requireAccount({ platform: 'discord', user: '202', name: 'Bob' })
    const codes = { old: bob.codes['bob@example.org'], new: bob.codes['robert@example.org'] }
    expect(await core.emailChange.finish(account, 'none', codes)).toMatchObject({ outcome: 'changed' })
    const [, ticket = ''] = people.tickets.find(([user]) => user === 'slack:T1:U2') ?? []
    expect(await core.unlinkTickets.use(ticket)).toBe(true)
    expect(await store.accounts.findIdentity({ platform: 'slack', user: 'T1:U2' })).toBeUndefined()
  })

  it('welcomes nobody twice who was welcomed or deleted before', async () => {
    const { core } = await start()
    const browser = core.sessions.createToken()
    const request = { browser, networks: network, email: 'Eve@example.org', next: '/' }
    const issued = await core.signIn.request(request)
    if (issued.outcome !== 'issued') throw new Error(issued.outcome)
    const back = await core.signIn.finish(browser, issued.code)
    if (back.outcome !== 'signed-in') throw new Error(back.outcome)
    const user = { platform: 'discord', user: '299', name: 'Eve' } as const
    expect(await core.links.foreseeWelcome(user, back.account, network)).toBe('had')
    const known = { platform: 'discord', user: '203', name: 'Cleo' } as const
    expect(await core.links.foreseeWelcome(known, back.account, network)).toBe('had')
  })

  it('keeps the books, grants nothing twice, and leaves nothing of whoever deletes their account', async () => {
    const { core, operations, store, settle, clock } = await start()
    await settle()
    const grant = { who: 'bob@example.org', credits: 100, reason: 'a bug found', key: 'TICKET-7' }
    expect(await operations.grant(grant)).toMatchObject({ outcome: 'known' })
    const faults: Fault[] = []
    await operations.verify((fault) => faults.push(fault))
    expect(faults).toEqual([])
    await core.erase(bob.id)
    const left = async (kind: RecordKind) => await store.records.listRecords(kind, bob.id, clock.now())
    for (const kind of ['session', 'checkout', 'unlink', 'merged', 'code'] as const) {
      expect(await left(kind), kind).toEqual([])
    }
    // A brought picture goes with the chores.
    while ((await left('source')).length > 0) {
      clock.advance(60_000)
      await new Promise(setImmediate)
    }
    expect((await core.history.list(bob.id, { limit: 9 })).generations).toEqual([])
  })
})
