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
      if (!isBusy(error) || Date.now() >= until) throw error
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
const isBusy = (error: unknown) => (((error as { errcode?: number }).errcode ?? 0) & 0xff) === outages.busy
const outageCodes = Object.values(outages)

/** What is refused before anything is written; trouble with the disk may come when it has been. */
const untouching = [outages.busy, outages.locked, outages.readonly, outages.full, outages.cantopen]

function describe(error: unknown): ErrorData['store-unavailable'] {
  const { code, errcode = 0 } = error as { code?: string; errcode?: number }
  return code === 'ERR_INVALID_STATE' || untouching.includes(errcode & 0xff) ? { untouched: true } : {}
}

/** Also true once the connection is closed, which Node reports as `ERR_INVALID_STATE`. */
function isOutage(error: unknown): boolean {
  const { code, errcode } = error as { code?: string; errcode?: number }
  return code === 'ERR_INVALID_STATE' || (errcode !== undefined && outageCodes.includes(errcode & 0xff))
}
