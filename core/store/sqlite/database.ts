/** One connection to the SQLite file: how it is opened, how work on it is run, and what its failures are called. */
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { CoreError, type ErrorData } from '#core/errors.ts'
import { migrate } from './migrations.ts'

/** Work is synchronous, so nothing of this process comes between its steps. */
export interface Database {
  /** Prepared once, used for the life of the connection. */
  prepare(sql: string): StatementSync
  /** Runs one statement, or several that need not be one step. */
  run<Answer>(work: () => Answer): Promise<Answer>
  /** Runs work as one durable step, with the write lock from its start, so that what it reads holds when it writes. */
  transact<Answer>(work: () => Answer): Promise<Answer>
  close(): Promise<void>
}

/**
 * Opens the file, making it if need be and bringing its tables up to date. While another process writes, work waits
 * up to `patience` ms. Rejects with `store-unavailable`, whose `cause` is what the system said.
 */
export async function openDatabase(file: string, patience: number): Promise<Database> {
  const connection = await connect(file, patience)

  const run = async <Answer>(work: () => Answer): Promise<Answer> => {
    try {
      return work()
    } catch (error) {
      if (connection.isOpen && connection.isTransaction) connection.exec('ROLLBACK')
      throw isOutage(error) ? new CoreError('store-unavailable', describe(error), { cause: error }) : error
    }
  }

  return {
    prepare: (sql) => connection.prepare(sql),
    run,
    transact: (work) =>
      run(() => {
        connection.exec('BEGIN IMMEDIATE')
        const answer = work()
        connection.exec('COMMIT')
        return answer
      }),
    close: async () => {
      if (connection.isOpen) connection.close()
    },
  }
}

async function connect(file: string, patience: number): Promise<DatabaseSync> {
  let connection: DatabaseSync | undefined
  try {
    connection = new DatabaseSync(file, { timeout: patience })
    await turnToWal(connection, patience)
    connection.exec('PRAGMA synchronous = FULL')
    connection.exec('PRAGMA secure_delete = ON')
    migrate(connection)
    return connection
  } catch (error) {
    connection?.close()
    throw new CoreError('store-unavailable', {}, { cause: error })
  }
}

/** Of processes that open a new file at once, SQLite lets one do so, and refuses the others without any wait. */
async function turnToWal(connection: DatabaseSync, patience: number): Promise<void> {
  const until = Date.now() + patience
  for (;;) {
    try {
      return connection.exec('PRAGMA journal_mode = WAL')
    } catch (error) {
      if (readCode(error) !== outages.busy || Date.now() >= until) throw error
      await sleep(10)
    }
  }
}

/** SQLite's primary result codes that speak of the file or the machine, not of the statement (sqlite.org/rescode.html). */
const outages = {
  perm: 3,
  busy: 5,
  locked: 6,
  nomem: 7,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  protocol: 15,
  notadb: 26,
}
const outageCodes = Object.values(outages)

/** Such a code without what is added to it; 0, which no outage has, of an error that is not SQLite's. */
const readCode = (error: unknown) => ((error as { errcode?: number }).errcode ?? 0) & 0xff

/** Node says so of a connection that is closed. */
const isClosed = (error: unknown) => (error as { code?: string }).code === 'ERR_INVALID_STATE'

/** What is refused before anything is written; trouble with the disk may come when it has been. */
const untouching = [outages.busy, outages.locked, outages.readonly, outages.full, outages.cantopen]

function describe(error: unknown): ErrorData['store-unavailable'] {
  return isClosed(error) || untouching.includes(readCode(error)) ? { untouched: true } : {}
}

function isOutage(error: unknown): boolean {
  return isClosed(error) || outageCodes.includes(readCode(error))
}
