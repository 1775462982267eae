/** Bugs in what an operator does, and in telling who else is at work. */
import type { Plant } from './plant.ts'

const migrate = { file: 'core/operations/migrate.ts', caughtBy: ['tests/core/operations/migrate.test.ts'] }

const processName = {
  file: 'core/process/process-name.ts',
  caughtBy: ['tests/core/process/process-name.test.ts'],
}

const presence = { file: 'core/process/presence.ts', caughtBy: ['tests/core/process/presence.test.ts'] }

const desk = { file: 'core/wire.ts', caughtBy: ['tests/bots/operator/which-store.test.ts'] }

export const operationsPlants: readonly Plant[] = [
  {
    ...migrate,
    bug: 'what was carried is not compared',
    search:
      "if (!(await isSame(keepLasting(read(kind), until), others))) return { outcome: 'differs', kind }",
    replace: '',
  },
  {
    ...migrate,
    bug: 'a store is carried onto something else',
    search: "for await (const _ of dump[kind].readAll()) return { outcome: 'not-empty', kind }",
    replace: '',
  },
  {
    ...migrate,
    bug: 'a store is carried while a bot works on it',
    search: '.find((other) => other !== owner && isAlive(other))',
    replace: '.find(() => false)',
  },
  {
    ...migrate,
    bug: 'a store is carried without its having been said',
    search: 'await putRecord(records, { ...carrying, expiresAt: now + leaseLife, body: { owner } }, now)',
    replace: '',
  },
  {
    ...migrate,
    bug: 'what was carried in part counts as something else',
    search: 'await records.insertRecord({ ...carriedFrom, body: {} }, clock.now())',
    replace: '',
  },
  {
    ...migrate,
    bug: 'the old store can be used after it was carried',
    search: 'await putRecord(from.records, { ...carriedTo, body: done }, clock.now())',
    replace: '',
  },
  {
    ...migrate,
    bug: 'a long migration lets a bot begin meanwhile',
    search: 'if (count++ % batchSize === 0) await hold(ports, from)',
    replace: 'if (count++ === 0) await hold(ports, from)',
  },
  {
    ...processName,
    bug: 'whoever is on another machine counts as dead',
    search: 'if (other !== machine) return true',
    replace: 'if (other !== machine) return false',
  },
  {
    ...processName,
    bug: 'whoever is dead counts as alive',
    search: 'return Number(pid) !== process.pid && isRunning(Number(pid))',
    replace: 'return Number(pid) !== process.pid',
  },
  {
    ...processName,
    bug: 'containers that are called alike count as one machine',
    search: '/proc/self/ns/pid',
    replace: '/proc/self/ns/none',
  },
  {
    bug: 'a bot works on a store that was carried in part',
    file: 'core/process/presence.ts',
    search: 'await requireSettled(records, now).catch(',
    replace: 'await Promise.resolve().catch(',
    caughtBy: ['tests/core/operations/migrate.test.ts'],
  },
  {
    ...presence,
    bug: 'a bot works on where its store was carried away',
    search: 'outbound.retired(error)',
    replace: '',
  },
  {
    ...presence,
    bug: 'a bot that wakes writes before it looks',
    search: 'await look()\n      if (clock.now()',
    replace: 'if (clock.now()',
  },
  {
    ...desk,
    bug: 'an operator works on a store of the past',
    search: 'await requireSettled(store.records, systemClock.now())',
    replace: '',
  },
  {
    ...desk,
    bug: 'an operator makes a store',
    file: 'core/store/sqlite/database.ts',
    search: 'if (mustExist && !existsSync(file)) throw',
    replace: 'if (file === undefined) throw',
  },
  {
    bug: 'an operator is not told that a grant may have been given',
    file: 'bots/operator/unsure.ts',
    search: "hasCode(error, 'store-unavailable') ? new UnsureError(advice, error) : error",
    replace: 'error',
    caughtBy: ['tests/bots/operator/lost-answers.test.ts'],
  },
]
