/** Generations in SQLite: one table, whose unique indexes say what may exist at once. */
import { type Generation, isEnded } from '#core/images/generation.ts'
import type { Creation, GenerationStore } from '#core/images/generation-store.ts'
import { applyChange, findFreeSlot, findRunningSlot, settleChange } from '#core/store/generation-rules.ts'
import type { StoredGeneration } from '#core/store/read-generation.ts'
import { encodeText } from '#core/store/text.ts'
import type { Database } from './database.ts'
import { type GenerationRow, readRow, renderRow, toGeneration, toRow } from './generation-row.ts'
import { type GenerationStatements, prepareGenerationStatements } from './generation-statements.ts'
import { countDelivered, listDelivered } from './history.ts'
import { listLeaseHolders, listUnheld } from './leases.ts'

/** Takes about a millisecond. */
const usualStride = 2_000

/** `stride`: how many of a history are looked at in one turn of the event loop. */
export function createGenerationStore(database: Database, stride = usualStride): GenerationStore {
  const statements = prepareGenerationStatements(database)
  const reading = { run: database.run, statements, stride }

  const find: GenerationStore['find'] = (by) =>
    database.run(() => {
      const row =
        'id' in by
          ? statements.findById.get(encodeText(by.id))
          : 'call' in by
            ? statements.findByCall.get(encodeText(by.call))
            : statements.findShown.get(encodeText(by.owner), encodeText(by.cacheKey))
      return row && toGeneration(row as GenerationRow)
    })

  return {
    create: (...asked) => database.transact(() => create(statements, ...asked)),
    find,
    findEarlier: (owner, { call, cacheKey }) =>
      database.run(() => {
        const called = statements.findByCall.get(encodeText(call)) as GenerationRow | undefined
        const shown = statements.findShown.get(encodeText(owner), encodeText(cacheKey))
        return {
          ...(called?.account === encodeText(owner) && { called: toGeneration(called) }),
          ...(shown && { shown: toGeneration(shown as GenerationRow) }),
        }
      }),
    change: (...asked) => database.transact(() => change(statements, ...asked)),
    listUnfinished: (owner) =>
      database.run(() => {
        if (owner === undefined) return (statements.listUnfinished.all() as GenerationRow[]).map(toGeneration)
        const rows = statements.listUnfinishedOf.all(encodeText(owner)) as GenerationRow[]
        return rows.sort(oldestFirst).map(toGeneration)
      }),
    listLeaseHolders: () => database.run(() => listLeaseHolders(statements)),
    listUnheld: (asked) => database.run(() => listUnheld(statements, asked)),
    listWaiting: ({ except, limit, ...times }) =>
      database.run(() => {
        const asked = { ...times, except: encodeText(except), limit: Math.max(limit, 0) }
        return (statements.listWaiting.all(asked) as GenerationRow[]).map(toGeneration)
      }),
    findAll: (ids) =>
      database.run(() => {
        const rows = statements.findAll.all(JSON.stringify(ids.map(encodeText)))
        return (rows as GenerationRow[]).map(toGeneration)
      }),
    renewLeases: (ids, { owner, until }) =>
      database.transact(() => {
        const asked = { ids: JSON.stringify(ids.map(encodeText)), owner: encodeText(owner), until }
        return Number(statements.renewLeases.run(asked).changes) > 0
      }),
    listDelivered: (...asked) => listDelivered(reading, ...asked),
    countDelivered: (...asked) => countDelivered(reading, ...asked),
    listChildren: (id, owner, limit) =>
      database.run(() => {
        const wanted = { id: encodeText(id), account: encodeText(owner), limit: Math.max(limit, 0) }
        return (statements.listChildren.all(wanted) as GenerationRow[]).map(toGeneration)
      }),
    remove: (id, owner) =>
      database.transact(() => statements.remove.run(encodeText(id), encodeText(owner)).changes === 1),
    removePicture: (...asked) => database.transact(() => removePicture(statements, ...asked)),
    countShowing: (id, key) =>
      database.run(() =>
        Number(statements.countShowing.get({ id: encodeText(id), key: key ?? null })?.showing),
      ),
  }
}

function insert(statements: GenerationStatements, generation: Generation): Creation {
  const row = toRow(generation)
  statements.insert.run(row)
  return { outcome: 'created', generation: toGeneration(row) }
}

function create(
  statements: GenerationStatements,
  ...[generation, slots, runningSlots = 0]: Parameters<GenerationStore['create']>
): Creation {
  const sameCall = statements.findByCall.get(encodeText(generation.call))
  if (sameCall) return { outcome: 'same-call', generation: toGeneration(sameCall as GenerationRow) }
  if (isEnded(generation)) return insert(statements, generation)
  const owner = encodeText(generation.owner)
  const sameSpec = statements.findUnfinished.get(owner, encodeText(generation.cacheKey))
  if (sameSpec) return { outcome: 'same-spec', generation: toGeneration(sameSpec as GenerationRow) }
  const beside = statements.listSlots.all(owner) as { slot: number; place: number | null }[]
  const taken = beside.map((row) => row.slot)
  const slot = findFreeSlot(taken, slots)
  if (slot === undefined) return { outcome: 'full' }
  return insert(statements, { ...generation, slot, ...findRunningSlot(beside, runningSlots) })
}

const isTaken = (statements: GenerationStatements, owner: string, place: number) =>
  statements.listPlaces.all(encodeText(owner)).some((row) => row.place === place)

function change(
  statements: GenerationStatements,
  ...[id, guard, asked]: Parameters<GenerationStore['change']>
): Generation | undefined {
  const settled = settleChange(guard.status, asked)
  const row = statements.findById.get(encodeText(id))
  const before = row && readRow(row as GenerationRow)
  if (!before || !settled.from.includes(before.status)) return undefined
  if (guard.leaseHolder !== undefined && guard.leaseHolder !== before.lease?.owner) return undefined
  if (
    asked.runningSlot !== undefined &&
    asked.runningSlot !== before.place &&
    isTaken(statements, before.account, asked.runningSlot)
  ) {
    return undefined
  }
  return update(statements, applyChange(before, settled))
}

function removePicture(
  statements: GenerationStatements,
  ...[id, owner, key]: Parameters<GenerationStore['removePicture']>
): Generation | undefined {
  const row = statements.findById.get(encodeText(id))
  const before = row && readRow(row as GenerationRow)
  if (!before || before.account !== owner || before.status !== 'delivered') return undefined
  const pictures = before.pictures.filter((each) => each.key !== key)
  if (pictures.length === 0 || pictures.length === before.pictures.length) return undefined
  return update(statements, { ...before, pictures })
}

function update(statements: GenerationStatements, stored: StoredGeneration): Generation {
  const row = renderRow(stored)
  const { account, call, created_at, parent, ...changeable } = row
  statements.update.run(changeable)
  return toGeneration(row)
}

function oldestFirst(one: GenerationRow, other: GenerationRow): number {
  return one.created_at - other.created_at || (one.id < other.id ? -1 : 1)
}
