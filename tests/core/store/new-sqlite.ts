/** SQLite stores that begin as a copy of an empty one: making all tables step by step takes longer than most tests. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { Store } from '#core/store/store.ts'

/** The file of an empty store, as today's program makes it. */
let empty: Promise<Uint8Array> | undefined

async function makeEmpty(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'empty-'))
  try {
    const file = join(folder, 'store.sqlite')
    await (await createSqliteStore({ file })).close()
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Opens the store in that file, which is an empty one if nothing is there yet. */
export async function openSqliteStore(file: string): Promise<Store> {
  empty ??= makeEmpty()
  const bytes = await empty
  if (!existsSync(file)) writeFileSync(file, bytes)
  return await createSqliteStore({ file })
}
