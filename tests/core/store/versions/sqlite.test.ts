/** SQLite files of every version that there was are brought up to date, whatever comes between. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schemaVersion } from '#core/store/schema/steps.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { keptVersions, numberOf, restoreSqlite } from './kept.ts'
import { serve } from './serve.ts'

function restore(version: string): string {
  const file = join(createFolder(), 'imgsrc.sqlite')
  restoreSqlite(version, file)
  return file
}

/** Opens it, which brings it up to date. */
const touch = async (file: string) => (await createSqliteStore({ file })).close()

const fresh = async () => {
  const file = join(createFolder(), 'imgsrc.sqlite')
  await touch(file)
  return file
}

/** Version, tables with their columns, and indexes, however they were written. */
function readShape(file: string) {
  using database = new DatabaseSync(file, { readOnly: true })
  const list = (type: string) =>
    database.prepare('SELECT name, sql FROM sqlite_schema WHERE type = ? ORDER BY name').all(type)
  const listColumns = (table: unknown) => {
    const columns = database.prepare(`PRAGMA table_info(${table})`).all()
    return columns.map(({ name, type, notnull, pk }) => `${name} ${type} ${notnull} ${pk}`).sort()
  }
  return {
    ...database.prepare('PRAGMA user_version').get(),
    tables: list('table').map(({ name }) => [name, listColumns(name)]),
    indexes: list('index').map(({ name, sql }) => [
      String(name).replace('keyed_accounts', 'accounts'),
      typeof sql === 'string' ? sql.replace(/\s+/g, ' ') : sql,
    ]),
  }
}

it('there are files of five versions at least', () => {
  expect(new Set(keptVersions.map(numberOf)).size).toBeGreaterThanOrEqual(5)
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
    await touch(file)
    const copy = `${file}.version-${numberOf(version)}`
    expect(readShape(copy)).toEqual(before)
    const names = ['imgsrc.sqlite', `imgsrc.sqlite.version-${numberOf(version)}`]
    expect(readdirSync(dirname(file)).sort()).toEqual(names)
    // The way back: the copy in its place.
    await touch(copy)
  })

  it('is brought there once by several at a time', async () => {
    const file = restore(version)
    const stores = await Promise.all([1, 2, 3].map(() => createSqliteStore({ file })))
    for (const store of stores) await store.close()
    expect(readShape(file)).toEqual(readShape(await fresh()))
    expect(readShape(`${file}.version-${numberOf(version)}`)).toMatchObject({
      user_version: numberOf(version),
    })
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
    const cause = { name: 'VersionError', found: numberOf(version), known: schemaVersion }
    await expect(opening).rejects.toMatchObject({ code: 'store-unavailable', cause })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(`${file}.version-${numberOf(version)}`)).toBe(false)
  })
})

/** Marks it as a newer program does. */
function makeNewer(file: string) {
  using database = new DatabaseSync(file)
  database.exec(`PRAGMA user_version = ${schemaVersion + 1}`)
}
const newer = { name: 'VersionError', found: schemaVersion + 1 }

const openings = [{}, { mustExist: true, upgrades: false }]
it.each(openings)('refuses what is newer, and leaves it alone', async (opening) => {
  const file = await fresh()
  makeNewer(file)
  const before = readFileSync(file)
  const cause = { ...newer, known: schemaVersion }
  await expect(createSqliteStore({ file, ...opening })).rejects.toMatchObject({ cause })
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('copies nothing where there is nothing to change', async () => {
  const file = await fresh()
  await touch(file)
  expect(readdirSync(dirname(file))).toEqual(['imgsrc.sqlite'])
})

it('tells whoever has it open that a newer program has brought it to its version', async () => {
  const file = await fresh()
  const store = await createSqliteStore({ file })
  onTestFinished(() => store.close())
  await store.requireVersion()
  makeNewer(file)
  await expect(store.requireVersion()).rejects.toMatchObject(newer)
})
