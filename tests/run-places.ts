/** Names what one run of the tests uses of the machine, and clears it away after it: its folder and its databases. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { MongoClient } from 'mongodb'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** What the names of the run's databases begin with. */
    databases: string
  }
}

const databases = `test-${randomUUID().slice(0, 8)}-`
let folder: string | undefined

/** By vitest, once for each project, before the first of its files. */
export function setup(project: TestProject): void {
  project.provide('databases', databases)
  folder = project.config.env.TMPDIR
}

/** By vitest, once for each project, when the run is over. */
export async function teardown(): Promise<void> {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  const uri = process.env.MONGODB_URI
  if (!uri) return
  const client = new MongoClient(uri)
  const found = await client.db('admin').admin().listDatabases({ nameOnly: true })
  const left = found.databases.filter(({ name }) => name.startsWith(databases))
  for (const { name } of left) await client.db(name).dropDatabase()
  await client.close()
}
