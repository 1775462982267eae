/** While the store cannot be reached people are told and nothing is charged; when it is back, so is the bot. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createDispatch } from '#bots/dispatch.ts'
import { systemClock } from '#core/clock.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { Store } from '#core/store/store.ts'
import { createRig } from '#tests/core/operations/ledgers.ts'
import { createPlainCore, plainModel } from '#tests/core/rig.ts'
import { createWay } from '#tests/core/store/mongodb/way.ts'
import { createMongoPlace, createSqlitePlace } from '#tests/core/store/places.ts'
import { createCall, readWords } from './calls.ts'
import { createRecordedLog } from './recorded-log.ts'

/** A store that can be cut off, and mended. */
interface Station {
  store: Store
  cut(): Promise<unknown>
  mend(): Promise<unknown>
}

/** Another process holds the file's lock. */
async function createSqliteStation(): Promise<Station> {
  const place = await createSqlitePlace()
  const store = await createSqliteStore({ file: place.file, patience: 50 })
  onTestFinished(async () => {
    await store.close()
    await place.remove()
  })
  let locker: ReturnType<typeof spawn> | undefined
  return {
    store,
    async cut() {
      locker = spawn(process.execPath, ['tests/core/store/sqlite/locker.ts', place.file])
      if (locker.stdout) await once(locker.stdout, 'data')
    },
    async mend() {
      locker?.stdin?.end()
      if (locker) await once(locker, 'exit')
    },
  }
}

/** The way to the server is gone. */
async function createMongoStation(): Promise<Station> {
  const place = await createMongoPlace()
  const { uri, cut, mend } = await createWay(new URL(process.env.MONGODB_URI ?? ''))
  const store = await createMongoStore({ uri, database: place.database })
  onTestFinished(async () => {
    await store.close()
    await cut()
    await place.remove()
  })
  return { store, cut, mend }
}

/** How long the core waits before it first tries again to write down what was bought, in milliseconds. */
const firstRetry = 500

function testOutage(createStation: () => Promise<Station>): void {
  async function setUp() {
    const { store, cut, mend } = await createStation()
    const { log, lines } = createRecordedLog()
    const drawing = { begun: Promise.withResolvers<void>(), go: Promise.withResolvers<void>() }
    const retried = Promise.withResolvers<void>()
    let drawn = 0
    let calls = 0
    const core = createPlainCore({
      ...{ store, log },
      model: {
        id: 'scripted',
        async draw(...asked) {
          drawn++
          drawing.begun.resolve()
          await drawing.go.promise
          return await plainModel.draw(...asked)
        },
      },
      clock: {
        now: systemClock.now,
        async sleep(ms, signal) {
          if (ms === firstRetry) retried.resolve()
          await systemClock.sleep(ms, signal)
        },
      },
    })
    onTestFinished(() => core.stop(0))
    const dispatch = createDispatch({ commands, core, log, now: Date.now })
    const account = await core.accounts.openAccount(createCall({ command: '' }).user)

    /** The words of the reply to one call. */
    async function say(command: string, options: Record<string, string> = {}) {
      const call = createCall({ id: `terminal:${calls++}`, command, options })
      await dispatch(call)
      expect(call.finished).toHaveLength(1)
      return readWords(call.finished[0])
    }

    async function readBooks() {
      const { faults } = await createRig(store).listFaults()
      return { balance: await core.credits.findBalance(account.id), faults }
    }

    return { core, cut, mend, say, readBooks, drawing, retried, lines, countDrawn: () => drawn }
  }

  it('refuses and charges nothing, and works again when it is back', async () => {
    const { cut, mend, say, readBooks, drawing, countDrawn } = await setUp()
    drawing.go.resolve()
    await cut()
    const refused = await say('imagine', { prompt: 'a red fox' })
    expect(refused).toContain('We can’t reach our database right now. Try again in a minute.')
    expect(refused).not.toContain('fox')
    expect(countDrawn()).toBe(0)
    await mend()
    expect(await readBooks()).toEqual({ balance: 100, faults: [] })
    expect(await say('imagine', { prompt: 'a red fox' })).toContain('http://pictures.test/')
    expect(await readBooks()).toEqual({ balance: 90, faults: [] })
    expect(countDrawn()).toBe(1)
  })

  it('delivers what was being drawn when it went, once it is back', async () => {
    const { cut, mend, say, readBooks, drawing, retried, countDrawn } = await setUp()
    const reply = say('imagine', { prompt: 'a red fox' })
    await drawing.begun.promise
    await cut()
    drawing.go.resolve()
    await retried.promise
    await mend()
    expect(await reply).toContain('http://pictures.test/')
    expect(await readBooks()).toEqual({ balance: 90, faults: [] })
    expect(countDrawn()).toBe(1)
  })

  it('keeps one id in the log from the call to the generation', async () => {
    const { say, drawing, lines } = await setUp()
    drawing.go.resolve()
    await say('imagine', { prompt: 'a red fox' })
    const [tie = ''] = lines
      .map(({ text }) => text)
      .filter((text) => text.startsWith('A generation was recorded'))
    const { call, generation } = JSON.parse(tie.slice(tie.indexOf('{'))) as Record<string, string>
    expect(generation).toMatch(/^a+\d+$/)
    expect(lines.map(({ text }) => text).filter((text) => text.includes(`"call":"${call}"`))).toHaveLength(2)
    expect(JSON.stringify(lines)).not.toContain('fox')
  })
}

describe('a SQLite file that another process has locked', () => testOutage(createSqliteStation))
describe.skipIf(!process.env.MONGODB_URI)('a MongoDB whose server is gone', () =>
  testOutage(createMongoStation),
)
