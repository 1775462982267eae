/** What one run of the tests uses of the machine, gone after it: a folder in memory if there is one, and databases. */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** What the names of the run's databases begin with. */
    databases: string
  }
}

/** Where a system keeps files in memory: flushing a store to a real disk takes longer than most tests. */
const memory = '/dev/shm'
/** Bytes that all tests at once may need there. */
const needed = 2 ** 30

function findRoom(): string {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= needed ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** What processes of the tests and those that they start take for the system's folder of temporary files. */
export const runFolder = mkdtempSync(join(findRoom(), 'imgsrc-tests-'))
// Some run as another user, who may pass through but not look around.
chmodSync(runFolder, 0o711)
const databases = `test-${randomUUID().slice(0, 8)}-`

/** By vitest, once for each project, before the first of its files. */
export function setup(project: TestProject): void {
  project.provide('databases', databases)
}

/** By vitest, once for each project, when the run is over. */
export async function teardown(): Promise<void> {
  rmSync(runFolder, { recursive: true, force: true })
  const uri = process.env.MONGODB_URI
  if (!uri) return
  const client = new MongoClient(uri)
  const found = await client.db('admin').admin().listDatabases({ nameOnly: true })
  const left = found.databases.filter(({ name }) => name.startsWith(databases))
  for (const { name } of left) await client.db(name).dropDatabase()
  await client.close()
}
