/** Every statement that the SQLite store makes finds its rows by an index. */
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { exercise } from '../exercise.ts'
import { createSqlitePlace } from '../places.ts'

/** Every statement prepared while `work` runs. */
async function collectStatements(work: () => Promise<void>): Promise<string[]> {
  const seen = new Set<string>()
  const { prepare } = DatabaseSync.prototype
  DatabaseSync.prototype.prepare = function (sql, options) {
    seen.add(sql)
    return Reflect.apply(prepare, this, [sql, options])
  }
  try {
    await work()
  } finally {
    DatabaseSync.prototype.prepare = prepare
  }
  return [...seen]
}

/** Every statement that the store makes. */
const collectAll = (place: Awaited<ReturnType<typeof createSqlitePlace>>) =>
  collectStatements(async () => {
    const store = await place.open()
    await exercise(store)
    await store.backUp?.(`${place.file}.copy`)
    await store.close()
  })

/** Steps that read a whole table, or sort what an index should give in order. A scan of the searched words is none, nor of what a step before has found. */
const costly =
  /^SCAN (?!json_each|CONSTANT ROW|\(subquery-\d\)|generations USING (COVERING )?INDEX generations_unfinished)|TEMP B-TREE/

it('scans and sorts nothing', async () => {
  const place = await createSqlitePlace()
  const statements = await collectAll(place)
  {
    using database = new DatabaseSync(place.file)
    const plans = statements
      .filter((sql) => !/^\s*(PRAGMA|INSERT)/.test(sql))
      .map((sql) => ({
        sql,
        steps: database
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all()
          .map((row) => String(row.detail)),
      }))
    expect(plans.length).toBeGreaterThan(15)
    expect(plans.filter(({ steps }) => steps.some((step) => costly.test(step)))).toEqual([])
    database.exec('DROP INDEX generations_history')
    const [broken] = plans.filter(({ sql }) => sql.includes('json_each'))
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${broken?.sql}`).all()
    expect(steps.some((row) => costly.test(String(row.detail)))).toBe(true)
  }
  await place.remove()
})

it('searches the history in its index, and reads no row that it does not answer with', async () => {
  const place = await createSqlitePlace()
  const search = (await collectAll(place)).find((sql) => sql.includes('instr('))
  {
    using database = new DatabaseSync(place.file)
    // The program that SQLite makes of it (sqlite.org/opcode.html): an index is opened with its collations.
    const program = database.prepare(`EXPLAIN ${search}`).all()
    const index = program.find(({ opcode, p4 }) => opcode === 'OpenRead' && String(p4).startsWith('k('))
    const comparing = program.findIndex(({ opcode, p4 }) => opcode === 'Function' && p4 === 'instr(2)')
    const prompt = program.slice(0, comparing).findLast(({ opcode }) => opcode === 'Column')
    expect(prompt?.p1).toBe(index?.p1)
    expect(program.map(({ opcode }) => opcode)).toContain('DeferredSeek')
  }
  await place.remove()
})
