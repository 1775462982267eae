/** Brings a SQLite file to this program's version, after copying it beside itself. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Opening, requireVersion } from '#core/store/opening.ts'
import { schemaVersion, steps } from '#core/store/schema/steps.ts'
import { isBusy } from './failures.ts'

/** How long another process may take to do so; milliseconds. */
const longestUpgrade = 30 * 60_000
/** Milliseconds. */
const lookEvery = 50

/**
 * All steps are one: cut off anywhere, none was taken. Of several processes that open an older file at once, one does
 * it and the others wait. Throws `VersionError` where the file is a newer program's, or an older one's that is to stay so.
 */
export async function upgrade(connection: DatabaseSync, file: string, opening: Opening): Promise<void> {
  const until = Date.now() + longestUpgrade
  while (readVersion(connection) !== schemaVersion) {
    try {
      return takeSteps(connection, file, opening)
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      if (!isBusy(error) || Date.now() >= until) throw error
    }
    await sleep(lookEvery)
  }
  // What another process has changed is seen by a statement that is run, not by one that is prepared.
  connection.exec('SELECT 1 FROM sqlite_schema')
}

/** In one go, so that nobody in this process waits for the lock that it has. */
function takeSteps(connection: DatabaseSync, file: string, opening: Opening): void {
  connection.exec('BEGIN IMMEDIATE')
  const version = readVersion(connection)
  if (version > 0) requireVersion(version, schemaVersion, opening)
  if (version > 0 && version < schemaVersion) {
    const copy = copyBeside(file, version)
    opening.log?.info({ from: version, to: schemaVersion, copy }, 'The store is brought up to date')
  }
  for (const { sqlite } of steps.slice(version)) {
    if (typeof sqlite === 'string') connection.exec(sqlite)
    else sqlite(connection, version === 0)
  }
  connection.exec(`PRAGMA user_version = ${schemaVersion}; COMMIT`)
}

/** How many of the steps a file has seen. */
export function readVersion(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.user_version)
}

/**
 * Whole or not at all, and on the disk when it returns. One of an earlier attempt has nothing that this one has not.
 * Answers with the copy's path.
 */
function copyBeside(file: string, version: number): string {
  const copy = `${file}.version-${version}`
  const part = `${copy}.part`
  rmSync(part, { force: true })
  closeSync(openSync(part, 'wx', 0o600))
  const reader = new DatabaseSync(file, { readOnly: true })
  try {
    reader.prepare('VACUUM INTO ?').run(part)
  } finally {
    reader.close()
  }
  flush(part)
  renameSync(part, copy)
  flush(dirname(file))
  return copy
}

function flush(path: string): void {
  const opened = openSync(path, 'r')
  fsyncSync(opened)
  closeSync(opened)
}
