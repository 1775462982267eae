/** The bot as shipped, whose store is carried elsewhere while it stands still: it ends when it wakes, and says why. */
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { findSqliteFile } from '#core/config.ts'
import { carriedTo } from '#core/store/migration-mark.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { findFreePort, startProgram } from '#tests/program.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { until } from './world.ts'

it('exits with a sentence that an operator can act on', { timeout: 90_000 }, async () => {
  const folder = createFolder()
  const program = startProgram({ env: { DATA_DIR: folder, PORT: String(await findFreePort()) } })
  let log = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  await until(() => log.includes('imgsrc bot is running') || program.exitCode !== null)
  const ended = once(program, 'exit')
  program.kill('SIGSTOP')
  const store = await createSqliteStore({ file: findSqliteFile(folder) })
  await store.records.insertRecord({ ...carriedTo, body: { doneAt: Date.now() } }, Date.now())
  await store.close()
  program.kill('SIGCONT')
  expect(await ended).toEqual([1, null])
  expect(log).toMatch(
    /imgsrc bot cannot go on: This store was carried to MongoDB on .*; set MONGODB_URI\.\n$/,
  )
  expect(log).not.toContain('Stopping')
})
