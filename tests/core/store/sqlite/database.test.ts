/** What SQLite promises beyond the store's contract: opening, waiting, processes side by side, durability. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerStep } from '#core/store/sqlite/schema/ledger.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createEntry, createGeneration, record } from '#tests/contracts/store-records.ts'
import { createSqlitePlace } from '../places.ts'

/** The worker next door: `race` lets it go and resolves with what it reports. */
function startWorker(file: string, name: string) {
  const path = join(import.meta.dirname, 'worker.ts')
  const child = spawn(process.execPath, [path, file, name], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    ready: lines.next(),
    race: async () => {
      child.stdin.end()
      return JSON.parse((await lines.next()).value ?? 'null')
    },
  }
}

let place: Awaited<ReturnType<typeof createSqlitePlace>>
beforeEach(async () => {
  place = await createSqlitePlace()
})
afterEach(() => place.remove())

describe('opening', () => {
  const whyNot = async (file: string) => {
    const error = await createSqliteStore({ file }).catch((caught) => caught)
    expect(error).toMatchObject({ name: 'CoreError', code: 'store-unavailable' })
    return String(error.cause.message)
  }

  it('says what the system said when it cannot', async () => {
    const folder = dirname(place.file)
    await mkdir(join(folder, 'folder.sqlite'))
    expect(await whyNot(join(folder, 'folder.sqlite'))).toBe('unable to open database file')
    expect(await whyNot(join(folder, 'missing', 'store.sqlite'))).toBe('unable to open database file')
    // Even root may make nothing here.
    expect(await whyNot('/proc/store.sqlite')).toBe('unable to open database file')
    await writeFile(join(folder, 'noise.sqlite'), randomBytes(8_192))
    expect(await whyNot(join(folder, 'noise.sqlite'))).toBe('file is not a database')
  })

  it('refuses a file that a newer program wrote, and leaves it alone', async () => {
    await (await place.open()).close()
    using database = new DatabaseSync(place.file)
    database.exec('PRAGMA user_version = 1000')
    expect(await whyNot(place.file)).toMatch(/version 1000/)
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1000 })
  })

  it('takes a half-finished migration up where it stood', async () => {
    await (await place.open()).close()
    const database = new DatabaseSync(place.file)
    database.exec('ALTER TABLE identities DROP COLUMN team; DROP TABLE generations; DROP TABLE records')
    database.exec(`DROP TABLE entries; ${ledgerStep}; PRAGMA user_version = 2`)
    database.close()
    const store = await place.open()
    await record(store, createGeneration())
    await store.close()
  })
})

describe('durability', () => {
  it('writes ahead, and flushes every commit', async () => {
    const seen: string[] = []
    const { exec } = DatabaseSync.prototype
    DatabaseSync.prototype.exec = function (sql) {
      Reflect.apply(exec, this, [sql])
      if (sql.startsWith('PRAGMA')) {
        for (const name of ['journal_mode', 'synchronous'])
          seen.push(`${name} ${Object.values(this.prepare(`PRAGMA ${name}`).get() ?? {})}`)
      }
    }
    try {
      await (await place.open()).close()
    } finally {
      DatabaseSync.prototype.exec = exec
    }
    expect(seen.slice(-2)).toEqual(['journal_mode wal', 'synchronous 2'])
  })

  it('undoes a step that fails in its middle', async () => {
    const store = await place.open()
    const first = await record(store, createGeneration())
    await expect(store.generations.create(createGeneration({ id: first.id }), 9)).rejects.toThrow()
    await record(store, createGeneration())
    using database = new DatabaseSync(place.file)
    expect(database.prepare('SELECT count(*) AS kept FROM generations').get()).toEqual({ kept: 2 })
    await store.close()
  })
})

describe('several at once', () => {
  it('rejects when another keeps the lock for longer than its patience, and works again afterwards', async () => {
    const store = await createSqliteStore({ file: place.file, patience: 20 })
    const generation = await record(store, createGeneration())
    using other = new DatabaseSync(place.file)
    other.exec('BEGIN IMMEDIATE')
    const busy = { code: 'store-unavailable', cause: { errcode: 5 } }
    await expect(store.ledger.insert(createEntry())).rejects.toMatchObject(busy)
    await expect(store.generations.create(createGeneration(), 9)).rejects.toMatchObject(busy)
    expect(await store.generations.find({ id: generation.id })).toStrictEqual(generation)
    other.exec('ROLLBACK')
    expect(await store.ledger.insert(createEntry())).toBe(true)
    await record(store, createGeneration())
    await store.close()
  })

  it('opens a new file from several processes, which then share its slots and wallets', async () => {
    const workers = ['a', 'b', 'c', 'd'].map((name) => startWorker(place.file, name))
    await Promise.all(workers.map(({ ready }) => ready))
    const reports = await Promise.all(workers.map(({ race }) => race()))
    const sum = (field: string) => reports.reduce((total, report) => total + report[field], 0)
    expect([sum('created'), sum('full'), sum('inserted')]).toEqual([5, 75, 20])
    const store = await place.open()
    expect((await store.generations.listUnfinished()).map(({ slot }) => slot).sort()).toEqual([0, 1, 2, 3, 4])
    expect(await store.ledger.list('ada', { limit: 100 })).toHaveLength(20)
    await store.close()
  })
})
