/** One connection to the SQLite file: how it is opened, how work on it is run, and what its failures are called. */
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { CoreError } from '#core/errors.ts'
import { MissingStoreError } from '#core/store/missing-store.ts'
import { type Opening, requireVersion } from '#core/store/opening.ts'
import { schemaVersion } from '#core/store/schema/steps.ts'
import { describeOutage, isBusy, isOutage } from './failures.ts'
import { createGroupCommit } from './group-commit.ts'
import { createStatement, type Statement } from './statement.ts'
import { readVersion, upgrade } from './upgrade.ts'

/** Work is synchronous, so nothing of this process comes between its steps. */
export interface Database {
  /** Prepared when it is first used, and then used for the life of the connection. */
  prepare(sql: string): Statement
  /** Runs at once what only reads, or must stand in no transaction. What waits to be written is not there yet. */
  run<Answer>(work: () => Answer): Promise<Answer>
  /**
   * Runs work as one durable step, with the write lock from its start, so that what it reads holds when it writes: in a later
   * turn of the event loop, after all that was asked before. Rejects with `store-unavailable` when other processes have
   * the lock for longer than `patience` ms.
   */
  transact<Answer>(work: () => Answer, patience?: number): Promise<Answer>
  /** Writes what waits first. */
  close(): Promise<void>
}

/**
 * Opens the file, making it if need be and bringing its tables up to date, unless `opening` says otherwise. While
 * another process writes, work waits up to `patience` ms. Rejects with `MissingStoreError`, and with
 * `store-unavailable`, whose `cause` is what the system said, or a `VersionError`.
 */
export async function openDatabase(file: string, patience: number, opening: Opening): Promise<Database> {
  const connection = await connect(file, patience, opening)
  const writes = createGroupCommit(connection)

  const tell = async <Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> => {
    try {
      return await work()
    } catch (error) {
      throw isOutage(error)
        ? new CoreError('store-unavailable', describeOutage(error), { cause: error })
        : error
    }
  }

  return {
    prepare: (sql) => createStatement(connection, sql),
    run: tell,
    transact: (work, longest = patience) => tell(() => writes.add(work, longest)),
    close: async () => {
      await writes.settle()
      if (connection.isOpen) connection.close()
    },
  }
}

async function connect(file: string, patience: number, opening: Opening): Promise<DatabaseSync> {
  const { mustExist = false, upgrades = true } = opening
  if (mustExist && !existsSync(file)) throw new MissingStoreError(`at ${file}`)
  let connection: DatabaseSync | undefined
  try {
    if (!upgrades && existsSync(file)) requireAsIs(file, patience, opening)
    connection = new DatabaseSync(file, { timeout: patience })
    await turnToWal(connection, patience)
    connection.exec('PRAGMA synchronous = FULL')
    connection.exec('PRAGMA secure_delete = ON')
    await upgrade(connection, file, opening)
    return connection
  } catch (error) {
    connection?.close()
    if (error instanceof MissingStoreError) throw error
    throw new CoreError('store-unavailable', {}, { cause: error })
  }
}

/** Looks at the file without changing anything in it. One that has seen no step yet is none. */
function requireAsIs(file: string, patience: number, opening: Opening): void {
  const connection = new DatabaseSync(file, { timeout: patience, readOnly: true })
  try {
    const version = readVersion(connection)
    if (version > 0) requireVersion(version, schemaVersion, opening)
    else if (opening.mustExist) throw new MissingStoreError(`at ${file}`)
  } finally {
    connection.close()
  }
}

/** Of processes that open a new file at once, SQLite lets one do so, and refuses the others without any wait. */
async function turnToWal(connection: DatabaseSync, patience: number): Promise<void> {
  const until = Date.now() + patience
  for (;;) {
    try {
      return connection.exec('PRAGMA journal_mode = WAL')
    } catch (error) {
      if (!isBusy(error) || Date.now() >= until) throw error
      await sleep(10)
    }
  }
}
