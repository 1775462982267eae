/** Whoever asks whether the bot is ready learns what the store fails with and since when; the log is not filled by asking. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { watchStore } from '#core/store/watch-store.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createHealthRoutes } from '#web/health.ts'

async function setUp() {
  const file = join(createFolder(), 'store.sqlite')
  const time = { now: Date.parse('2026-11-30T12:00:00Z') }
  const clock = { now: () => time.now, sleep: () => Promise.reject(new Error('nothing waits here')) }
  const { log, lines } = createRecordedLog()
  const raw = await createSqliteStore({ file, patience: 20 })
  const store = watchStore(raw, { clock, log })
  const other = new DatabaseSync(file)
  onTestFinished(async () => {
    other.close()
    await store.close()
  })
  const core = { check: store.check, findStoreTrouble: store.findTrouble }
  const app = createHealthRoutes({ core, listAway: () => ({}), log, now: clock.now })
  const ask = async () => {
    const answer = await app.request('/readyz')
    return [answer.status, await answer.json()]
  }
  return { store, raw, other, time, lines, ask }
}

it('names what the store fails with and since when, and warns once however often it is asked', async () => {
  const { other, time, lines, ask } = await setUp()
  expect(await ask()).toEqual([200, { status: 'ready' }])
  other.exec('BEGIN IMMEDIATE')
  for (let asked = 0; asked < 4; asked++) {
    const store = { since: '2026-11-30T12:00:00.000Z', reason: 'locked' }
    expect(await ask()).toEqual([503, { status: 'not ready', away: { store } }])
    time.now += 5_000
  }
  expect(lines.map(({ text }) => text.split(' {')[0])).toEqual([
    'The store fails: what needs it is refused until it works again',
    'Not ready: the store does not answer',
  ])
  other.exec('ROLLBACK')
  expect(await ask()).toEqual([200, { status: 'ready' }])
})

it('has another reason told at once, and the same one once a minute', async () => {
  const { store, raw, other, time, lines } = await setUp()
  const fail = async () => {
    await expect(store.check()).rejects.toMatchObject({ code: 'store-unavailable' })
    time.now += 1_000
  }
  for (let spell = 0; spell < 3; spell++) {
    other.exec('BEGIN IMMEDIATE')
    await fail()
    expect(store.findTrouble()?.reason).toBe('locked')
    other.exec('ROLLBACK')
    await store.check()
    expect(store.findTrouble()).toBeUndefined()
  }
  await raw.close()
  await fail()
  await fail()
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(2)
  expect(store.findTrouble()?.reason).toBe('no_answer')
})
