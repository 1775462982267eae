/** Bugs in both stores. */
import { type Plant, plantIn } from './plant.ts'

const sqlite = ['store/sqlite/*.test.ts']
const mongodb = ['store/mongodb/*.test.ts']

export const storePlants: readonly Plant[] = [
  ...plantIn('createGenerationStore', sqlite, {
    'SQLite lets a process change a generation that is not its own': [
      'if ($guard.leaseHolder !== undefined && $guard.leaseHolder !== $before.lease?.owner) return undefined',
      '',
    ],
    'SQLite gives the same call two generations': [
      "const $same = $find.get($encode($generation.call))\nif ($same) return { outcome: 'same-call', ...$rest }",
      'const $same = $find.get($encode($generation.call))\nif ($same) $generation = { ...$generation, call: $generation.call + $generation.id }',
    ],
  }),
  ...plantIn('createRecordStore', sqlite, {
    'SQLite replaces a record that has changed meanwhile': [
      "'AND key = :key AND version = :version'",
      'AND key = :key AND version <= :version + 1',
    ],
  }),
  ...plantIn('openDatabase', sqlite, {
    'SQLite does not wait for the disk': ["'PRAGMA synchronous = FULL'", 'PRAGMA synchronous = OFF'],
  }),
  ...plantIn('createGroupCommit', sqlite, {
    'SQLite answers before a write is on the disk': [
      '$transaction.commit()\nfor (const $tell of $outcomes) $tell()',
      'for (const $tell of $outcomes) $tell()\n$transaction.commit()',
    ],
    'SQLite keeps half of a write that failed': [
      '$undo.run()\nreturn { error: $error }',
      'return { error: $error }',
    ],
    'SQLite holds the event loop while another process writes': [
      '$atOnce(() => $begin.run())',
      '$begin.run()',
    ],
  }),
  ...plantIn('settleChange', sqlite, {
    'an end keeps its slot': [
      '{ from: $from, change: $change, ends: true }',
      '{ from: $from, change: $change, ends: false }',
    ],
  }),
  ...plantIn('pastIndexes', mongodb, {
    'MongoDB writes a key twice in a wallet': [
      "{ name: 'key', unique: true, ...$rest }",
      "{ name: 'key', $rest }",
    ],
    'MongoDB gives one slot to two generations': [
      "{ name: 'slot', unique: true, ...$rest }",
      "{ name: 'slot', $rest }",
    ],
  }),
  ...plantIn('createGenerationStore', mongodb, {
    'MongoDB lets a process change a generation that is not its own': [
      '{ _id: $id, status: $status, ...($owner !== undefined && $isOurs) }',
      '{ _id: $id, status: $status }',
    ],
  }),
  ...plantIn('createRecordStore', mongodb, {
    'MongoDB replaces a record that has changed meanwhile': [
      '{ _id: $_id, version: $record.version }',
      '{ _id: $_id }',
    ],
  }),
  ...plantIn('openDatabase', mongodb, {
    'a conflict on MongoDB counts as an outage': ['$error.code !== 112', '$error.code === 112'],
    'an address decides how durable a write is': [
      '$client.db($name, $render(await $hasMembers($client.db($name))))',
      '$client.db($name)',
      ['concerns.test.ts'],
    ],
    'a write whose answer was lost counts as never sent': [
      '$step.write ? {} : { untouched: true }',
      '{ untouched: true }',
      ['mongodb/outage.test.ts'],
    ],
  }),
]
