/** SQLite files of every version that there was are brought up to date, whatever comes between. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schemaVersion } from '#core/store/schema/steps.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { keptVersions, restoreSqlite } from './kept.ts'
import { serve } from './serve.ts'

function restore(version: string): string {
  const file = join(createFolder(), 'imgsrc.sqlite')
  restoreSqlite(version, file)
  return file
}

const fresh = async () => {
  const file = join(createFolder(), 'imgsrc.sqlite')
  await (await createSqliteStore({ file })).close()
  return file
}

/** Version, tables with their columns, and indexes, however they were written. */
function readShape(file: string) {
  using database = new DatabaseSync(file, { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  const indexes = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name")
    .all()
  return {
    ...database.prepare('PRAGMA user_version').get(),
    tables: tables.map(({ name }) => [
      name,
      database
        .prepare(`PRAGMA table_info(${name})`)
        .all()
        .map((column) => `${column.name} ${column.type} ${column.notnull} ${column.pk}`)
        .sort(),
    ]),
    indexes: indexes.map(({ name, sql }) => [
      String(name).replace('keyed_accounts', 'accounts'),
      typeof sql === 'string' ? sql.replace(/\s+/g, ' ') : sql,
    ]),
  }
}

it('there are files of five versions at least', () => {
  expect(new Set(keptVersions.map((version) => version[0])).size).toBeGreaterThanOrEqual(5)
})

describe.each(keptVersions)('version %s', (version) => {
  it('serves, and has the shape of a new one', async () => {
    const file = restore(version)
    const store = await createSqliteStore({ file })
    onTestFinished(() => store.close())
    expect(readShape(file)).toEqual(readShape(await fresh()))
    await serve(store)
  })

  it('is copied beside itself as it was', async () => {
    const file = restore(version)
    const before = readShape(file)
    await (await createSqliteStore({ file })).close()
    const copy = `${file}.version-${version[0]}`
    expect(readShape(copy)).toEqual(before)
    expect(readdirSync(dirname(file)).sort()).toEqual([
      'imgsrc.sqlite',
      `imgsrc.sqlite.version-${version[0]}`,
    ])
    // The way back: the copy in its place.
    await (await createSqliteStore({ file: copy })).close()
  })

  it('is brought there once by several at a time', async () => {
    const file = restore(version)
    const stores = await Promise.all([1, 2, 3].map(() => createSqliteStore({ file })))
    for (const store of stores) await store.close()
    expect(readShape(file)).toEqual(readShape(await fresh()))
    expect(readShape(`${file}.version-${version[0]}`)).toMatchObject({ user_version: Number(version[0]) })
  })

  it('is as it was, or up to date, wherever it was cut off', async () => {
    const file = restore(version)
    const before = readShape(file)
    const { exec } = DatabaseSync.prototype
    onTestFinished(() => {
      DatabaseSync.prototype.exec = exec
    })
    for (let last = 0; ; last++) {
      let left = last
      DatabaseSync.prototype.exec = function (sql) {
        if (sql !== 'ROLLBACK' && left-- <= 0) throw new Error('cut off')
        Reflect.apply(exec, this, [sql])
      }
      const opened = await createSqliteStore({ file }).catch(() => undefined)
      DatabaseSync.prototype.exec = exec
      if (opened) {
        await opened.close()
        break
      }
      expect(readShape(file)).toEqual(before)
    }
    expect(readShape(file)).toEqual(readShape(await fresh()))
  })

  it('is left alone by whoever may not bring it there', async () => {
    const file = restore(version)
    const before = readFileSync(file)
    const opening = createSqliteStore({ file, mustExist: true, upgrades: false })
    await expect(opening).rejects.toMatchObject({
      code: 'store-unavailable',
      cause: { name: 'VersionError', found: Number(version[0]), known: schemaVersion },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(`${file}.version-${version[0]}`)).toBe(false)
  })
})

it.each([{}, { mustExist: true, upgrades: false }])(
  'refuses what is newer, and leaves it alone',
  async (opening) => {
    const file = await fresh()
    {
      using database = new DatabaseSync(file)
      database.exec(`PRAGMA user_version = ${schemaVersion + 1}`)
    }
    const before = readFileSync(file)
    await expect(createSqliteStore({ file, ...opening })).rejects.toMatchObject({
      cause: { name: 'VersionError', found: schemaVersion + 1, known: schemaVersion },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  },
)

it('copies nothing where there is nothing to change', async () => {
  const file = await fresh()
  await (await createSqliteStore({ file })).close()
  expect(readdirSync(dirname(file))).toEqual(['imgsrc.sqlite'])
})

it('tells whoever has it open that a newer program has brought it to its version', async () => {
  const file = await fresh()
  const store = await createSqliteStore({ file })
  onTestFinished(() => store.close())
  await store.requireVersion()
  using database = new DatabaseSync(file)
  database.exec(`PRAGMA user_version = ${schemaVersion + 1}`)
  await expect(store.requireVersion()).rejects.toMatchObject({
    name: 'VersionError',
    found: schemaVersion + 1,
  })
})
