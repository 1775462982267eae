/** The power goes at any moment: what was acknowledged is there, what was undone is not, and a turn's writes are whole. */
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openDatabase } from '#core/store/sqlite/database.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { countFlushes, listFrameEnds } from './count-flushes.ts'

interface Asked {
  /** Characters of each of its two rows: up to several pages. */
  size: number
  /** Between the one and the other. */
  fails: boolean
}

interface Written {
  key: string
  fails: boolean
  /** How long the log was when it was acknowledged. */
  end: number
}

const write: fc.Arbitrary<Asked> = fc.record({
  size: fc.integer({ min: 1, max: 12_000 }),
  fails: fc.boolean(),
})
/** What each turn of the event loop asks for; the log stays under the pages at which it would be emptied. */
const turns = fc.array(fc.array(write, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 8 })

async function writeAll(file: string, asked: readonly Asked[][]): Promise<Written[]> {
  // Once closed, all that it made is in the file.
  await (await openDatabase(file, 2_000, {})).close()
  const database = await openDatabase(file, 2_000, {})
  const insert = database.prepare('INSERT INTO records VALUES (?, ?, NULL, NULL, 1, ?)')
  const add = async ({ size, fails }: Asked, key: string): Promise<Written> => {
    const adding = database.transact(() => {
      insert.run('first', key, '.'.repeat(size))
      if (fails) throw new Error('It fails')
      insert.run('second', key, '.'.repeat(size))
    })
    await adding.catch(() => undefined)
    return { key, fails, end: statSync(`${file}-wal`).size }
  }
  const writes: Promise<Written>[] = []
  for (const [turn, each] of asked.entries()) {
    writes.push(...each.map((one, index) => add(one, `${turn}:${index}`)))
    await nextTurn()
  }
  return await Promise.all(writes)
}

/** What is there when the log was written up to that byte. */
function readAfterCut(file: string, log: Buffer, end: number) {
  const copy = `${file}.copy`
  copyFileSync(file, copy)
  rmSync(`${copy}-shm`, { force: true })
  writeFileSync(`${copy}-wal`, log.subarray(0, end))
  using database = new DatabaseSync(copy)
  return database.prepare('SELECT kind, key FROM records ORDER BY kind, key').all()
}

it('loses nothing that was acknowledged, wherever the log is cut off', async () => {
  const folder = createFolder()
  let run = 0
  let shared = 0
  await fc.assert(
    fc.asyncProperty(turns, fc.double({ min: 0, max: 0.99, noNaN: true }), async (asked, inside) => {
      const file = join(folder, `${++run}.sqlite`)
      const written = await writeAll(file, asked)
      const log = readFileSync(`${file}-wal`)
      const frames = listFrameEnds(log)
      const cuts = frames.flatMap((end, index) => {
        const before = frames[index - 1] ?? 0
        return [before + Math.floor(inside * (end - before)), end]
      })
      for (const cut of cuts) {
        const keys = written.filter(({ fails, end }) => !fails && end <= cut).map(({ key }) => key)
        const rows = ['first', 'second'].flatMap((kind) => keys.sort().map((key) => ({ kind, key })))
        expect(readAfterCut(file, log, cut), `cut at ${cut}`).toEqual(rows)
      }
      shared += asked.flat().filter(({ fails }) => !fails).length - countFlushes(file)
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(shared).toBeGreaterThan(0)
})
