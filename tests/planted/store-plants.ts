/** Bugs in both stores. */
import type { Plant } from './plant.ts'

const sqlite = ['tests/core/store/sqlite']
const mongodb = ['tests/core/store/mongodb']

export const storePlants: readonly Plant[] = [
  {
    bug: 'SQLite lets a process change a generation that is not its own',
    file: 'core/store/sqlite/generations.ts',
    search: 'if (guard.owner !== undefined && guard.owner !== before.lease?.owner) return undefined',
    replace: '',
    caughtBy: sqlite,
  },
  {
    bug: 'SQLite gives the same call two generations',
    file: 'core/store/sqlite/generations.ts',
    search:
      "if (sameCall) return { outcome: 'same-call', generation: toGeneration(sameCall as GenerationRow) }",
    replace: 'if (sameCall) generation = { ...generation, call: generation.call + generation.id }',
    caughtBy: sqlite,
  },
  {
    bug: 'SQLite replaces a record that has changed meanwhile',
    file: 'core/store/sqlite/records.ts',
    search: 'WHERE kind = :kind AND key = :key AND version = :version',
    replace: 'WHERE kind = :kind AND key = :key AND version <= :version + 1',
    caughtBy: sqlite,
  },
  {
    bug: 'SQLite does not wait for the disk',
    file: 'core/store/sqlite/database.ts',
    search: 'PRAGMA synchronous = FULL',
    replace: 'PRAGMA synchronous = OFF',
    caughtBy: sqlite,
  },
  {
    bug: 'MongoDB writes a key twice in a wallet',
    file: 'core/store/mongodb/indexes.ts',
    search: "{ name: 'key', key: { account: 1, key: 1 }, unique: true }",
    replace: "{ name: 'key', key: { account: 1, key: 1 } }",
    caughtBy: mongodb,
  },
  {
    bug: 'MongoDB gives one slot to two generations',
    file: 'core/store/mongodb/indexes.ts',
    search: "{ name: 'slot', key: { account: 1, slot: 1 }, unique: true,",
    replace: "{ name: 'slot', key: { account: 1, slot: 1 },",
    caughtBy: mongodb,
  },
  {
    bug: 'MongoDB lets a process change a generation that is not its own',
    file: 'core/store/mongodb/generations.ts',
    search: "...(guard.owner !== undefined && { 'lease.owner': encodeText(guard.owner) }),",
    replace: '',
    caughtBy: mongodb,
  },
  {
    bug: 'MongoDB replaces a record that has changed meanwhile',
    file: 'core/store/mongodb/records.ts',
    search: 'const unchanged = { _id, version: record.version }',
    replace: 'const unchanged = { _id }',
    caughtBy: mongodb,
  },
  {
    bug: 'a conflict on MongoDB counts as an outage',
    file: 'core/store/mongodb/database.ts',
    search: 'error.code !== 112',
    replace: 'error.code === 112',
    caughtBy: mongodb,
  },
  {
    bug: 'an address decides how durable a write is',
    file: 'core/store/mongodb/database.ts',
    search: 'client.db(name, renderConcerns(await hasMembers(client.db(name))))',
    replace: 'client.db(name)',
    caughtBy: ['tests/core/store/mongodb/concerns.test.ts'],
  },
  {
    bug: 'a write whose answer was lost counts as never sent',
    file: 'core/store/mongodb/database.ts',
    search: 'here.write ? {} : { untouched: true }',
    replace: '{ untouched: true }',
    caughtBy: ['tests/core/store/mongodb/outage.test.ts'],
  },
  {
    bug: 'an end keeps its slot',
    file: 'core/store/generation-rules.ts',
    search: 'change: { ...rest, lease: undefined }, ends: true }',
    replace: 'change: { ...rest, lease: undefined }, ends: false }',
    caughtBy: sqlite,
  },
]
