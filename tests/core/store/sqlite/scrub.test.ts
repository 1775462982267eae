/** What was deleted cannot be read in any of the files that SQLite keeps, though the program goes on. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as breathe } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { signIn } from '#tests/web/browser.ts'
import { draw, findAccountOf } from '#tests/web/people.ts'
import { createRig } from '#tests/web/rig.ts'
import { createSqlitePlace, openStore } from '../places.ts'

/** The store's files in a folder that have these words, or as many of them as stay together on a page. */
const findIn = (folder: string, words: string) =>
  readdirSync(folder).filter(
    (name) => name.includes('sqlite') && readFileSync(join(folder, name)).includes(words.slice(0, 500)),
  )

async function open() {
  const place = await createSqlitePlace()
  return { folder: dirname(place.file), store: await openStore(async () => place) }
}

describe('a store', () => {
  it.each(['xylophone', 'ein Bär im Schnee', 'x'.repeat(20_000)])(
    'forgets a prompt of a removed generation',
    async (prompt) => {
      const { folder, store } = await open()
      const asked = { ...createDelivered().asked, prompt }
      for (let number = 0; number < 20; number++) await record(store, createDelivered())
      const { id, owner: account } = await record(store, createDelivered({ asked }))
      const shared = { platform: 'slack', team: 'T', channel: 'C', message: '1' } as const
      await store.generations.change(id, { status: ['delivered'] }, { shared })
      expect(findIn(folder, prompt)).not.toEqual([])
      await store.generations.remove(id, account)
      await store.scrub()
      expect(findIn(folder, prompt)).toEqual([])
      expect(findIn(folder, prompt.toLowerCase())).toEqual([])
    },
  )

  it('waits for nobody who reads, and is done the next time', async () => {
    const { folder, store } = await open()
    const asked = { ...createDelivered().asked, prompt: 'xylophone' }
    const { id, owner: account } = await record(store, createDelivered({ asked }))
    const reader = new DatabaseSync(join(folder, 'store.sqlite'))
    reader.exec('BEGIN; SELECT * FROM generations')
    await store.generations.remove(id, account)
    await store.scrub()
    reader.exec('COMMIT')
    reader.close()
    await store.scrub()
    expect(findIn(folder, 'xylophone')).toEqual([])
  })
})

describe('the program', () => {
  /** What is due has its turn. */
  const pass = async (clock: { advance(ms: number): void }, ms: number) => {
    clock.advance(ms)
    for (let turn = 0; turn < 50; turn++) await breathe()
  }

  it.each(['xylophone', 'schöner Xylophonspieler 木琴'])(
    'forgets a deleted picture within two seconds',
    async (prompt) => {
      const rig = await createRig()
      await signIn(rig, 'ada@example.org')
      const account = await findAccountOf(rig, 'ada@example.org')
      await draw(rig, account, 'a hare')
      const pictures = [await draw(rig, account, prompt), await draw(rig, account, `${prompt} again`)]
      for (const { id } of pictures) await rig.core.sharing.remove(account.id, id, async () => undefined)
      expect(findIn(rig.folder, prompt)).not.toEqual([])
      await pass(rig.clock, 2_000)
      expect(findIn(rig.folder, prompt)).toEqual([])
      expect(findIn(rig.folder, 'a hare')).not.toEqual([])
    },
  )

  it('forgets within a minute what ends by itself, and what a process that was killed has removed', async () => {
    const rig = await createRig()
    const now = rig.clock.now()
    const held = { kind: 'held' as const, key: 'x', expiresAt: now + 10_000, body: { prompt: 'xylophone' } }
    await rig.store.records.insertRecord(held, now)
    await rig.core.start()
    await pass(rig.clock, 30_000)
    expect(findIn(rig.folder, 'xylophone')).not.toEqual([])
    await pass(rig.clock, 30_000)
    expect(findIn(rig.folder, 'xylophone')).toEqual([])
    await rig.core.stop(0)
  })
})
