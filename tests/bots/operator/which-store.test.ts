/** An operator's commands say which store they work on, make none, and leave one of the past alone. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeStore, readConfig } from '#core/config.ts'
import { carriedTo } from '#core/store/migration-mark.ts'
import { collect } from '#tests/contracts/store-dump.ts'
import { createMongoPlace } from '#tests/core/store/places.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createDesk, email, identity, listCollections, openDesk } from './desk.ts'

describe('which store', () => {
  const all = [
    ['link', identity, email],
    ['grant', email, '5', '--reason', 'r'],
    ['refund', 'x'],
    ['books', email],
    ['verify'],
    ['backup', '/nowhere/copy'],
    ['mail-policy', '2026-11-01'],
  ]

  it.each(all)('%s makes none', async (...args) => {
    const folder = join(createFolder(), 'data')
    const file = join(folder, 'imgsrc.sqlite')
    const { code, stdout, stderr } = await createDesk({}, folder).operate(...args)
    expect([code, stdout]).toEqual([1, ''])
    const advice = 'start the bot once, or set the variables that the bot has.'
    expect(stderr).toBe(`Store: ${file}\nThere is no store at ${file} yet: ${advice}\n`)
    expect(existsSync(folder)).toBe(false)
  })

  it.each(all)('%s leaves one alone that was carried to MongoDB', async (...args) => {
    const { operate, openStore } = await openDesk()
    const store = await openStore()
    await store.records.insertRecord({ ...carriedTo, body: { doneAt: Date.UTC(2026, 9, 1) } }, 1)
    const { code, stdout, stderr } = await operate(...args)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('This store was carried to MongoDB on 2026-10-01 and is of the past')
    expect(await collect(store.dump.accounts)).toEqual([])
    await store.close()
  })

  it('is said, without whoever logs in', () => {
    const describe = (uri: string) => {
      const { config, secrets } = readConfig({ MONGODB_URI: uri, SESSION_SECRET: 's'.repeat(32) })
      return describeStore(config, secrets)
    }
    const several = 'mongodb://ann:hush@one:27017,two/shop?replicaSet=rs0'
    expect(describe(several)).toBe('mongodb://one:27017,two/shop')
    expect(describe('mongodb+srv://ann:hu%3Fsh@x.example.org/?w=1')).toBe('mongodb+srv://x.example.org/')
  })
})

describe.skipIf(!process.env.MONGODB_URI)('with a MongoDB', () => {
  it('makes no store', async () => {
    const place = await createMongoPlace(undefined, { fresh: true })
    const uri = new URL(place.database, process.env.MONGODB_URI)
    const { operate } = createDesk({ MONGODB_URI: uri.href, SESSION_SECRET: 's'.repeat(32) })
    const stderr = expect.stringContaining(`There is no store in the database ${place.database} `)
    expect(await operate('verify')).toMatchObject({ code: 1, stdout: '', stderr })
    expect(await listCollections(uri)).toEqual([])
    await (await place.open()).close()
    expect(await operate('verify')).toMatchObject({ code: 0 })
    await place.remove()
  })
})
