/** A store that fails is told of once, with what the database said, and told of again when it works. */

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { Store } from '#core/store/store.ts'
import { watchStore } from '#core/store/watch-store.ts'
import { createEntry } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createRefusingWay } from './mongodb/refusing-way.ts'
import { openStoreAt } from './places.ts'

function watch(store: Store) {
  const { log, lines } = createKeptLog()
  const clock = createVirtualClock()
  onTestFinished(() => store.close())
  return { watched: watchStore(store, { clock, log }), lines, clock }
}

const secret = 'a prompt about ann@example.org'
const long = secret.repeat(1_000)
const unavailable = { code: 'store-unavailable' }

/** However often it is used while it fails: one line, and one when it is back. */
async function tellsOnce(store: Store, begin: () => unknown, end: () => void, said: object) {
  const { watched, lines, clock } = watch(store)
  const write = (key: string) =>
    watched.records.insertRecord({ kind: 'held', key, body: { prompt: long } }, 1)
  await watched.check()
  await begin()
  for (let time = 0; time < 3; time++) {
    await expect(watched.check()).rejects.toMatchObject(unavailable)
    await expect(write(`${time}`)).rejects.toMatchObject(unavailable)
    await expect(watched.ledger.insert(createEntry({ reference: long }))).rejects.toMatchObject(unavailable)
    await watched.records.findRecord('held', 'x', 1).catch(() => undefined)
  }
  expect(lines).toMatchObject([{ level: 'error', fields: said }])
  await clock.advance(6 * 60_000)
  await expect(watched.check()).rejects.toMatchObject(unavailable)
  const again = { level: 'error', fields: { failures: expect.any(Number) } }
  expect(lines).toMatchObject([{ level: 'error' }, again])
  end()
  await watched.check()
  expect(await write('after')).toBe(true)
  expect(lines.map(({ level }) => level)).toEqual(['error', 'error', 'info'])
  expect(JSON.stringify(lines)).not.toContain(secret)
}

const openSqlite = async () => {
  const file = join(createFolder(), 'store.sqlite')
  return { file, store: await createSqliteStore({ file, patience: 20 }) }
}

it('SQLite, locked by another', async () => {
  const { file, store } = await openSqlite()
  const other = new DatabaseSync(file)
  onTestFinished(() => other.close())
  await tellsOnce(
    store,
    () => other.exec('BEGIN IMMEDIATE'),
    () => other.exec('ROLLBACK'),
    { errcode: 5, errstr: 'database is locked' },
  )
})

/** The store, and its own connection, on which a test can do what no other can. */
async function openWithConnection() {
  const connections: DatabaseSync[] = []
  const { exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (sql) {
    connections.push(this)
    Reflect.apply(exec, this, [sql])
  }
  const { store } = await openSqlite().finally(() => {
    DatabaseSync.prototype.exec = exec
  })
  return { store, set: (pragma: string) => connections[0]?.exec(`PRAGMA ${pragma}`) }
}

it('SQLite, that may only be read', async () => {
  const { store, set } = await openWithConnection()
  await tellsOnce(
    store,
    () => set('query_only = ON'),
    () => set('query_only = OFF'),
    { errcode: 8 },
  )
})

it('SQLite, without room to grow', async () => {
  const { store, set } = await openWithConnection()
  async function fill() {
    set('max_page_count = 100')
    const body = { is: '.'.repeat(9_000) }
    for (let key = 0; ; key++) await store.records.insertRecord({ kind: 'limit', key: `${key}`, body }, 1)
  }
  await tellsOnce(
    store,
    () => fill().catch(() => undefined),
    () => set('max_page_count = 1000000'),
    { errcode: 13, errstr: 'database or disk is full' },
  )
})

it('writes no line for each time that a store fails which works in between', async () => {
  const { store } = await openSqlite()
  let isAway = false
  const check = async () => {
    if (isAway) throw new CoreError('store-unavailable', {})
  }
  const { watched, lines, clock } = watch({ ...store, check })
  for (let time = 0; time < 600; time++) {
    isAway = time % 2 === 0
    await watched.check().catch(() => undefined)
    clock.advance(1_000)
  }
  expect(lines).toHaveLength(20)
})

const full = { ok: 0, code: 8_000, codeName: 'AtlasError' }
const noPrimary = { ok: 0, code: 10_107, codeName: 'NotWritablePrimary' }
const noSpace = { ok: 0, code: 14_031, codeName: 'OutOfDiskSpace' }
const writing = ['insert', 'update', 'delete', 'findAndModify']

describe.skipIf(!process.env.MONGODB_URI)('MongoDB', () => {
  it.each([
    ['over its quota', writing, full],
    ['over its quota, though deletions are taken', ['insert', 'update', 'findAndModify'], full],
    ['over its quota for what is new alone', ['insert'], full],
    ['without a primary', [...writing, 'find'], noPrimary],
    ['on a full disk', writing, noSpace],
  ])('%s', async (_, commands, refusal) => {
    const way = await createRefusingWay(new URL(process.env.MONGODB_URI ?? ''))
    const store = await openStoreAt(way.uri)
    const refuses = (command: string) => (commands.includes(command) ? refusal : undefined)
    await tellsOnce(
      store,
      () => Object.assign(way, { refuses }),
      () => Object.assign(way, { refuses: () => undefined }),
      { code: refusal.code, codeName: refusal.codeName },
    )
  })
})

it('says nothing of a store that was closed', async () => {
  const { store } = await openSqlite()
  const { watched, lines } = watch(store)
  await watched.close()
  await expect(watched.check()).rejects.toMatchObject(unavailable)
  expect(lines).toEqual([])
})

it('asks once for all who check it at the same time', async () => {
  const { store } = await openSqlite()
  let checks = 0
  const check = async () => void checks++
  const { watched } = watch({ ...store, check })
  await Promise.all([watched.check(), watched.check(), watched.check()])
  expect(checks).toBe(1)
  await watched.check()
  expect(checks).toBe(2)
})
