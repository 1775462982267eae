/** Bugs in what an operator does: carrying a store to another. */
import type { Plant } from './plant.ts'

const migrate = { file: 'core/operations/migrate.ts', caughtBy: ['tests/core/operations/migrate.test.ts'] }

export const operationsPlants: readonly Plant[] = [
  {
    ...migrate,
    bug: 'what was carried is not compared',
    search: "if (!(await isSame(from.dump[kind], to.dump[kind]))) return { outcome: 'differs', kind }",
    replace: '',
  },
  {
    ...migrate,
    bug: 'a store is carried onto something else',
    search: "for await (const _ of dump[kind].readAll()) return { outcome: 'not-empty', kind }",
    replace: '',
  },
]
