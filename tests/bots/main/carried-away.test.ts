/** The bot as shipped, whose store is carried elsewhere while it stands still: it ends when it wakes, and says why. */
import { expect, it } from 'vitest'
import { findSqliteFile } from '#core/config.ts'
import { carriedTo } from '#core/store/migration-mark.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { bootBot } from '#tests/program.ts'
import { createFolder } from '#tests/temporary-folder.ts'

it('exits with a sentence that an operator can act on', { timeout: 90_000 }, async () => {
  const folder = createFolder()
  const { program, exited, read } = await bootBot({ DATA_DIR: folder })
  program.kill('SIGSTOP')
  const store = await createSqliteStore({ file: findSqliteFile(folder) })
  await store.records.insertRecord({ ...carriedTo, body: { doneAt: Date.now() } }, Date.now())
  await store.close()
  program.kill('SIGCONT')
  expect(await exited).toEqual([1, null])
  const told = /imgsrc bot cannot go on: This store was carried to MongoDB on .*; set MONGODB_URI\.\n$/
  expect(read()).toMatch(told)
  expect(read()).not.toContain('Stopping')
})
