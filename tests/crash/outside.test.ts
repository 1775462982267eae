/** What is kept outside the core's schedules, cut off before and after each write: the next attempt makes it whole. */
import { describe, expect, it } from 'vitest'
import { createLoginMemory } from '#bots/discord/login-memory.ts'
import { createInstallations } from '#bots/slack/install/installations.ts'
import type { SealingKeys } from '#core/index.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createDurableSecret } from '#core/secrets/durable-secret.ts'
import { createDoomed } from './crashing.ts'
import { createMongoPlace, createSqlitePlace, type Place } from './places.ts'
import { outsidePoints } from './points.ts'

const clock = { now: () => Date.UTC(2100, 0, 1), sleep: async () => undefined }
const log = { debug() {}, info() {}, warn() {}, error() {} }

interface Work<State> {
  /** Done first, by a process that lives. */
  before?(records: RecordStore): Promise<unknown>
  act(records: RecordStore): Promise<unknown>
  read(records: RecordStore): Promise<State>
}

/** Answers with the names of the steps at which it was cut off. Each time it is whole, or as it was, and then done again. */
async function cutEverywhere<State>(place: Place, work: Work<State>): Promise<Set<string>> {
  const { before = async () => undefined, act, read } = work
  const names = new Set<string>()
  const store = await place.open()
  await before(store.records)
  const old = await read(store.records)
  await act(store.records)
  const whole = await read(store.records)
  expect(whole).not.toEqual(old)
  let died = true
  for (let step = 0; died; step++) {
    for (const when of ['before', 'after'] as const) {
      await place.clear()
      const fresh = await place.open()
      await before(fresh.records)
      const onStep = (name: string) => void names.add(name)
      const doomed = createDoomed({ point: { step, when }, onStep })
      const ended = act(doomed.wrapStore('records', fresh.records)).then(() => 'ended')
      died = (await Promise.race([ended, doomed.died])) === undefined
      expect([old, whole]).toContainEqual(await read(fresh.records))
      await act(fresh.records)
      expect(await read(fresh.records)).toEqual(whole)
      await fresh.close()
    }
  }
  await store.close()
  await place.remove()
  return names
}

const install = (records: RecordStore, keys: SealingKeys = ['a key for tests', 'an older key']) =>
  createInstallations({ records, keys, clock, log })
const installBefore = (records: RecordStore) => install(records, ['an older key'])
const team = { token: 'xoxb-new', team: 'T1', botId: 'B1' }
const older = { ...team, token: 'xoxb-old' }
const findTeam = (records: RecordStore) => install(records).find({ team: 'T1' })
const logins = (records: RecordStore) => createLoginMemory(records, clock)
const limiter = (records: RecordStore) =>
  new RecordLimiter({ records, clock, name: 'mail', points: 1, duration: 60_000 })

const survive = async (createPlace: () => Place) => {
  const names = [
    await cutEverywhere(createPlace(), {
      act: (records) => install(records).save(team),
      read: findTeam,
    }),
    await cutEverywhere(createPlace(), {
      before: (records) => install(records).save(older),
      act: (records) => install(records).save(team),
      read: findTeam,
    }),
    await cutEverywhere(createPlace(), {
      before: (records) => install(records).save(team),
      act: (records) => install(records).remove({ team: 'T1' }, clock.now()),
      read: findTeam,
    }),
    await cutEverywhere(createPlace(), {
      before: (records) => installBefore(records).save(team),
      act: (records) => install(records).renew(),
      read: async (records) => ({
        ...(await findTeam(records)),
        old: await installBefore(records).find(team),
      }),
    }),
    await cutEverywhere(createPlace(), {
      act: (records) => createDurableSecret(records, clock)(),
      read: async (records) => (await records.listRecords('secret', undefined, clock.now())).length,
    }),
    await cutEverywhere(createPlace(), {
      act: (records) => logins(records).write([1]),
      read: (records) => logins(records).read(),
    }),
    await cutEverywhere(createPlace(), {
      before: (records) => logins(records).write([1]),
      act: (records) => logins(records).write([1, 2]),
      read: (records) => logins(records).read(),
    }),
    await cutEverywhere(createPlace(), {
      before: (records) => limiter(records).consume('ann'),
      act: (records) => limiter(records).delete('ann'),
      read: async (records) => (await limiter(records).get('ann'))?.consumedPoints ?? 0,
    }),
  ]
  expect([...new Set(names.flatMap((each) => [...each]))].sort()).toEqual(
    [...outsidePoints, 'records.findRecord', 'records.listRecords']
      .flatMap((name) => [`${name}:before`, `${name}:after`])
      .sort(),
  )
}

it('is whole after the next attempt, on SQLite', { timeout: 120_000 }, () => survive(createSqlitePlace))

describe.skipIf(!process.env.MONGODB_URI)('with a server', () => {
  it('is whole after the next attempt, on MongoDB', { timeout: 120_000 }, () =>
    survive(() => createMongoPlace(process.env.MONGODB_URI ?? '')),
  )
})
