/** Writes that wait in one turn of the event loop, made durable together: the disk is flushed once for all of them. */
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { isBusy } from './failures.ts'
import { createHurry } from './hurry.ts'
import { createStatement } from './statement.ts'

export interface GroupCommit {
  /**
   * Runs work after all that was added before. Resolves once it is on the disk. Where work throws, nothing that it wrote
   * is there, and the others' is; what ends the transaction is what all in it reject with.
   */
  add<Answer>(work: () => Answer, patience: number): Promise<Answer>
  /** Resolves when nothing waits. */
  settle(): Promise<void>
}

interface Waiting {
  /** Answers with how to tell of the outcome, once that is durable. */
  work: () => () => void
  reject: (error: unknown) => void
  /** When it has waited long enough for other processes, on the clock of `performance`. */
  until: number
}

/** Milliseconds that the event loop runs work of one transaction, before the rest has to wait for the next turn. */
const longest = 4
/** Milliseconds between two looks at whether other processes have ended their write, at most. */
const longestPause = 10

export function createGroupCommit(connection: DatabaseSync): GroupCommit {
  const transaction = createTransaction(connection)
  const waiting: Waiting[] = []
  let draining: Promise<void> | undefined

  const rejectThose = (isMeant: (each: Waiting) => boolean, error: unknown) => {
    const rest = waiting.splice(0).filter((each) => {
      if (isMeant(each)) each.reject(error)
      return !isMeant(each)
    })
    waiting.push(...rest)
  }

  /** Whether this process may write now. Other processes are waited for without holding the event loop. */
  async function begin(): Promise<boolean> {
    try {
      transaction.begin()
      return true
    } catch (error) {
      const now = performance.now()
      rejectThose(({ until }) => !isBusy(error) || until <= now, error)
      if (waiting.length > 0) await sleep(1 + Math.random() * (longestPause - 1))
      return false
    }
  }

  function commit(): void {
    const until = performance.now() + longest
    const taken: Waiting[] = []
    try {
      const outcomes: (() => void)[] = []
      do {
        const next = waiting.shift()
        if (!next) break
        taken.push(next)
        outcomes.push(next.work())
      } while (performance.now() < until)
      transaction.commit()
      for (const tell of outcomes) tell()
    } catch (error) {
      for (const { reject } of taken) reject(error)
      transaction.end()
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn()
      if (await begin()) commit()
    }
    draining = undefined
  }

  return {
    add: (work, patience) =>
      new Promise((resolve, reject) => {
        waiting.push({
          work: () => {
            const settled = transaction.attempt(work)
            return () => ('error' in settled ? reject(settled.error) : resolve(settled.answer))
          },
          reject,
          until: performance.now() + patience,
        })
        draining ??= drain()
      }),
    settle: async () => draining,
  }
}

/** The one that is open, and what is tried within it. */
function createTransaction(connection: DatabaseSync) {
  const prepare = (sql: string) => createStatement(connection, sql)
  const atOnce = createHurry({ prepare }, 0)
  const begin = prepare('BEGIN IMMEDIATE')
  const commit = prepare('COMMIT')
  const rollback = prepare('ROLLBACK')
  const save = prepare('SAVEPOINT work')
  const undo = prepare('ROLLBACK TO work')
  const release = prepare('RELEASE work')

  /** Throws where SQLite itself has ended the transaction, as it does when the disk is full. */
  function attempt<Answer>(work: () => Answer): { answer: Answer } | { error: unknown } {
    save.run()
    try {
      return { answer: work() }
    } catch (error) {
      if (!connection.isTransaction) throw error
      undo.run()
      return { error }
    } finally {
      if (connection.isTransaction) release.run()
    }
  }

  return {
    begin() {
      if (connection.isTransaction) rollback.run()
      atOnce(() => begin.run())
    },
    commit: () => commit.run(),
    attempt,
    /** One that cannot be ended now is ended before the next one begins. */
    end() {
      try {
        if (connection.isTransaction) rollback.run()
      } catch {}
    },
  }
}
