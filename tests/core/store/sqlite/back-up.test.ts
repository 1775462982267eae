/** Tests that a copy of the SQLite file is whole or not there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createEntry } from '#tests/contracts/store-records.ts'
import { createFolder } from '#tests/temporary-folder.ts'

it('leaves nothing behind when it fails, so that it can be tried again', async () => {
  const folder = createFolder()
  const [file, copy] = [join(folder, 'store.sqlite'), join(folder, 'copy.sqlite')]
  const closed = await createSqliteStore({ file })
  await closed.ledger.insert(createEntry())
  await closed.close()
  await expect(closed.backUp?.(copy)).rejects.toMatchObject({ code: 'store-unavailable' })
  expect(existsSync(copy)).toBe(false)
  const store = await createSqliteStore({ file })
  await store.backUp?.(copy)
  await store.close()
  const copied = await createSqliteStore({ file: copy })
  expect(await copied.ledger.findLast('ada')).toStrictEqual(createEntry())
  await copied.close()
})
