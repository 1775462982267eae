/** What waits in one turn of the event loop is written together, and each is answered as if it were alone. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '#core/store/sqlite/database.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { countFlushes } from './count-flushes.ts'

async function open() {
  const file = join(createFolder(), 'store.sqlite')
  const database = await openDatabase(file, 2_000, {})
  onTestFinished(() => database.close())
  const insert = database.prepare("INSERT INTO records VALUES ('held', ?, NULL, NULL, 1, '{}')")
  const list = database.prepare('SELECT key FROM records ORDER BY key')
  const add = (key: string) => database.transact(() => void insert.run(key))
  return { file, database, insert, add, list: () => readKeys(database, list) }
}

const readKeys = ({ run }: Database, list: ReturnType<Database['prepare']>) =>
  run(() => list.all().map(({ key }) => String(key)))

it('flushes once for all of a turn, which nobody sees before', async () => {
  const { file, add, list } = await open()
  const before = countFlushes(file)
  const writes = ['a', 'b', 'c'].map(add)
  expect(await list()).toEqual([])
  await Promise.all(writes)
  expect(await list()).toEqual(['a', 'b', 'c'])
  expect(countFlushes(file) - before).toBe(1)
})

it('undoes what throws, and that alone', async () => {
  const { database, insert, add, list } = await open()
  const broken = database.transact(() => {
    insert.run('half')
    throw new Error('broken')
  })
  const outcomes = await Promise.allSettled([add('a'), broken, add('a'), add('b')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: { message: 'broken' } })
  expect(await list()).toEqual(['a', 'b'])
})

it.each(['COMMIT', 'RELEASE work'])(
  'answers nobody of a transaction that fails by its %s',
  async (failing) => {
    const { prepare } = DatabaseSync.prototype
    let isFull = true
    DatabaseSync.prototype.prepare = function (sql, options) {
      const statement = Reflect.apply(prepare, this, [sql, options])
      if (sql !== failing) return statement
      const { run } = statement
      return Object.assign(statement, {
        run() {
          if (isFull) throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
          return Reflect.apply(run, statement, [])
        },
      })
    }
    onTestFinished(() => {
      DatabaseSync.prototype.prepare = prepare
    })
    const { add, list } = await open()
    const outcomes = await Promise.allSettled(['a', 'b'].map(add))
    const unavailable = { reason: { code: 'store-unavailable', data: { untouched: true } } }
    expect(outcomes).toMatchObject([unavailable, unavailable])
    expect(await list()).toEqual([])
    isFull = false
    await add('a')
    expect(await list()).toEqual(['a'])
  },
)

it('waits for others without holding the event loop, and keeps the order', async () => {
  const { file, database, add, list } = await open()
  using other = new DatabaseSync(file)
  other.exec('BEGIN IMMEDIATE')
  const ended: string[] = []
  const writes = ['b', 'a'].map((key) => add(key).then(() => ended.push(key)))
  await expect(database.transact(() => undefined, 0)).rejects.toMatchObject({ cause: { errcode: 5 } })
  const late = add('c').then(() => ended.push('c'))
  // On this very thread: whoever waited on it would wait for ever.
  other.exec('COMMIT')
  await Promise.all([...writes, late])
  expect(ended).toEqual(['b', 'a', 'c'])
  expect(await list()).toEqual(['a', 'b', 'c'])
})

it('writes what waits before it closes, and nothing after', async () => {
  const { file, database, add } = await open()
  const writes = ['a', 'b'].map(add)
  await database.close()
  await Promise.all(writes)
  await expect(add('c')).rejects.toMatchObject({ code: 'store-unavailable', data: { untouched: true } })
  using reader = new DatabaseSync(file)
  expect(reader.prepare('SELECT key FROM records').all()).toEqual([{ key: 'a' }, { key: 'b' }])
})
