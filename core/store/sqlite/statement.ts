/** A statement that is prepared by its first use: a store has dozens, of which a short life uses few. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** By place, or by name. */
type Values = SQLInputValue[] | [named: Record<string, SQLInputValue>]
type Row = NonNullable<ReturnType<StatementSync['get']>>

/** Whatever SQLite has against it is thrown by its first use. */
export interface Statement {
  get(...values: Values): Row | undefined
  all(...values: Values): Row[]
  run(...values: Values): ReturnType<StatementSync['run']>
}

export function createStatement(connection: DatabaseSync, sql: string): Statement {
  let prepared: StatementSync | undefined
  const prepare = () => {
    prepared ??= connection.prepare(sql)
    return prepared
  }
  return {
    get: (...values) => Reflect.apply(prepare().get, prepared, values),
    all: (...values) => Reflect.apply(prepare().all, prepared, values),
    run: (...values) => Reflect.apply(prepare().run, prepared, values),
  }
}
