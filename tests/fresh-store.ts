/** The store that a bot's first start makes, for what comes before or beside the bot. */
import { mkdir } from 'node:fs/promises'
import { readConfig } from '#core/config.ts'
import type { Operations } from '#core/index.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { wireOperations } from '#core/wire.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'

/** Makes the SQLite store of such an environment, with nothing in it. */
export async function makeStore(env: Record<string, string>): Promise<void> {
  const { config } = readConfig(env)
  if (config.store.kind !== 'sqlite') throw new Error('The store is no file')
  await mkdir(config.dataDir, { recursive: true })
  await (await createSqliteStore({ file: config.store.file })).close()
}

/** Makes it, and opens it as an operator does. */
export async function openFreshOperations(env: Record<string, string>): Promise<Operations> {
  await makeStore(env)
  const { config, secrets } = readConfig(env)
  return await wireOperations(config, secrets, createRecordedLog().log)
}
