/** Where an operator's commands are run for tests, as typed, on a store of their own. */
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { expect } from 'vitest'
import { type OperatorOptions, runOperator } from '#bots/operator/run-operator.ts'
import { readConfig } from '#core/config.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { wireMigrate, wireOperations, wireRotateSecret } from '#core/wire.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'
import { makeStore } from '#tests/fresh-store.ts'
import { createFolder } from '#tests/temporary-folder.ts'

export const email = 'ada@example.org'
export const identity = 'discord:123456789012345678'

export function createDesk(
  env: Record<string, string> = {},
  folder = createFolder(),
  parts: Partial<OperatorOptions> = {},
) {
  const { config, secrets } = readConfig({ DATA_DIR: folder, ...env })
  const { log } = createRecordedLog()
  async function operate(...args: string[]) {
    const written = { stdout: '', stderr: '' }
    const keep = (name: keyof typeof written) => ({
      write(text: string | Uint8Array) {
        written[name] += text
        return true
      },
    })
    const code = await runOperator(args, {
      config,
      secrets,
      mailPolicy: async (version) => ({ sent: 2, failed: version === '2026-11-02' ? 1 : 0 }),
      open: () => wireOperations(config, secrets, log),
      migrate: wireMigrate(config, secrets, log),
      rotateSecret: wireRotateSecret(config, secrets),
      stdout: keep('stdout'),
      stderr: keep('stderr'),
      ...parts,
    })
    return { code, ...written }
  }
  /** Expects it to end with this code, and these words among what it writes there. */
  async function expectEnd(
    code: number,
    words: string | RegExp,
    args: string[],
    where: 'stdout' | 'stderr' = 'stdout',
  ) {
    const end = await operate(...args)
    expect(end[where]).toMatch(words)
    expect(end.code).toBe(code)
  }
  const file = join(folder, 'imgsrc.sqlite')
  return { operate, expectEnd, folder, file, openStore: () => createSqliteStore({ file }) }
}

/** With an empty SQLite store, as the bot's first start leaves it. */
export async function openDesk(folder = createFolder()) {
  await makeStore({ DATA_DIR: folder })
  return createDesk({}, folder)
}

/** Whatever a MongoDB has. */
export async function listCollections(uri: URL): Promise<object[]> {
  const client = new MongoClient(uri.href)
  const found = await client.db().listCollections().toArray()
  await client.close()
  return found
}
