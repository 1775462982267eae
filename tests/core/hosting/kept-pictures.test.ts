/** Pictures kept on the disk: whole or not at all, and nowhere else. */
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createKeptPictures } from '#core/hosting/kept-pictures.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

it('gives back what it was given, in order, also to another process', async () => {
  const folder = join(createFolder(), 'unhosted')
  const kept = createKeptPictures(folder)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array(), { minLength: 1, maxLength: 12 }), async (pictures) => {
      const given = pictures.map((each) => Uint8Array.from(each))
      await kept.keep('fox', given)
      await kept.keep('fox', given)
      const read = await createKeptPictures(folder).read('fox')
      expect(read?.map((each) => [...each])).toEqual(given.map((each) => [...each]))
    }),
    { numRuns: 30 },
  )
  expect(await kept.list()).toEqual(['fox'])
  await kept.drop('fox')
  await kept.drop('fox')
  expect(await kept.list()).toEqual([])
  expect(await kept.read('fox')).toBeUndefined()
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})

it('has nothing where nothing was kept, and makes no folder to say so', async () => {
  const folder = createFolder()
  const kept = createKeptPictures(join(folder, 'unhosted'))
  expect([await kept.list(), await kept.read('fox')]).toEqual([[], undefined])
  await kept.drop('fox')
  expect(readdirSync(folder)).toEqual([])
})

it('knows its disk again, by one name for all who begin on it at once', async () => {
  const folder = join(createFolder(), 'unhosted')
  const names = await Promise.all(Array.from({ length: 8 }, () => createKeptPictures(folder).findDisk()))
  expect(new Set(names).size).toBe(1)
  expect(await createKeptPictures(folder).findDisk()).toBe(names[0])
  expect(await createKeptPictures(join(createFolder(), 'other')).findDisk()).not.toBe(names[0])
})

it('shows nothing of what a process that died was writing', async () => {
  const folder = join(createFolder(), 'unhosted')
  for (const name of ['old', 'young']) {
    mkdirSync(join(folder, 'unfinished', name), { recursive: true })
    writeFileSync(join(folder, 'unfinished', name, '0'), 'half')
  }
  utimesSync(join(folder, 'unfinished', 'old'), 1, 1)
  const kept = createKeptPictures(folder)
  expect(await kept.list()).toEqual([])
  await kept.keep('fox', [bytes(1), bytes(2)])
  expect(await kept.list()).toEqual(['fox'])
  expect(readdirSync(join(folder, 'unfinished'))).toEqual(['young'])
})

it.each(['../fox', 'a/b', '', '.', 'Fox'])('takes no name that could be a path: %j', async (name) => {
  const kept = createKeptPictures(createFolder())
  await expect(kept.keep(name, [bytes(1)])).rejects.toMatchObject({ code: 'hosting-failed' })
  await expect(kept.drop(name)).rejects.toMatchObject({ code: 'hosting-failed' })
})
