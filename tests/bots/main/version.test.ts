/** Which program it is can be asked in every way, and only the bot's start brings a store to its version. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { findSqliteFile } from '#core/config.ts'
import { schemaVersion } from '#core/store/schema/steps.ts'
import { restoreSqlite } from '#tests/core/store/versions/kept.ts'
import { bootBot, runProgram } from '#tests/program.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

const readVersion = (file: string) => {
  using database = new DatabaseSync(file, { readOnly: true })
  return database.prepare('PRAGMA user_version').get()?.user_version
}

it('says its version without any configuration', async () => {
  const { code, stdout } = await runProgram([], { args: ['--version'], env: { PORT: 'none' } })
  expect(code).toBe(0)
  expect(stdout).toBe(`imgsrc bot ${version}, which works on schema version ${schemaVersion}\n`)
})

it.each([
  ['backup', 'copy.sqlite'],
  ['verify', undefined],
  ['books', 'ann@example.org'],
  ['grant', 'ann@example.org', '5', '--reason', 'r'],
  ['migrate', '--from', 'sqlite', '--to', 'mongodb'],
])('refuses an older store in a sentence: %s', async (command, ...words) => {
  const folder = createFolder()
  const file = findSqliteFile(folder)
  restoreSqlite('6', file)
  const before = readFileSync(file)
  const args = [command, ...words].flatMap((word) =>
    word === 'copy.sqlite' ? join(folder, word) : (word ?? []),
  )
  const env = {
    DATA_DIR: folder,
    ...(command === 'migrate' && { MONGODB_URI: 'mongodb://127.0.0.1:1', SESSION_SECRET: 's'.repeat(32) }),
  }
  const { code, stdout, stderr } = await runProgram([], { args: ['operator', ...args], env })
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain(`The store has schema version 6, and this program works on ${schemaVersion}: `)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.includes('version') || name.includes('copy'))).toEqual([])
})

it('brings an older store up to date as the bot starts, and says so, and which it is', async () => {
  const folder = createFolder()
  const file = findSqliteFile(folder)
  restoreSqlite('6', file)
  const env = { DATA_DIR: folder, METRICS_TOKEN: 'token' }
  const { ask, port, read, stop } = await bootBot(env)
  expect(await ask('/healthz')).toEqual([200, { status: 'up', version, schema: schemaVersion }])
  const headers = { authorization: 'Bearer token' }
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).text()
  expect(metrics).toContain(`imgsrc_build_info{version="${version}",schema="${schemaVersion}"} 1`)
  const lines = read()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines[0]).toMatchObject({ msg: 'imgsrc bot starts', version, schema: schemaVersion })
  const upgraded = { from: 6, to: schemaVersion, copy: `${file}.version-6` }
  expect(lines).toContainEqual(expect.objectContaining(upgraded))
  expect([readVersion(file), readVersion(`${file}.version-6`)]).toEqual([schemaVersion, 6])
  await stop()
  const operator = await runProgram([], { args: ['operator', 'verify'], env })
  expect(operator).toMatchObject({ code: 0, stdout: expect.stringContaining('The books are right.') })
})

it('does not start on a newer store, and says what to do', async () => {
  const folder = createFolder()
  const file = findSqliteFile(folder)
  restoreSqlite('7', file)
  {
    using database = new DatabaseSync(file)
    database.exec(`PRAGMA user_version = ${schemaVersion + 1}`)
  }
  const { code, stderr } = await runProgram([], { env: { DATA_DIR: folder } })
  expect(code).toBe(1)
  expect(stderr.trim().split('\n').at(-1)).toBe(
    `imgsrc bot cannot start: The store has schema version ${schemaVersion + 1}, and this program knows ${schemaVersion}: use the newer program that brought it there, or the copy from before.`,
  )
})
