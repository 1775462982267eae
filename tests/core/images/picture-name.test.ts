/** One of several pictures has a name of its own, which stays when others are deleted. */
import { expect, it } from 'vitest'
import {
  findNumber,
  listNumbered,
  namePicture,
  pickPicture,
  readPictureName,
  renderPictureName,
} from '#core/images/picture-name.ts'
import { nameResults, readResult } from '#core/images/sources/source-names.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'

const keys = ['a', 'b', 'c', 'd']
const hosted = (key: string) => ({ key, url: key, width: 1, height: 1, mime: 'image/png', bytes: 1 }) as const
const made = createGeneration({ id: 'abc', pictures: keys.map(hosted), pictureKeys: keys })

const odd = ['abc.0', 'abc.12', 'abc.', '.2', 'a.b.2', 'abc.2 ', 'abc.x', '']

it.each([
  { name: 'abc', read: { id: 'abc' } },
  { name: 'abc.2', read: { id: 'abc', number: 2 } },
  ...odd.map((name) => ({ name, read: { id: name } })),
])('$name is read', ({ name, read }) => {
  expect(readPictureName(name)).toEqual(read)
  expect(renderPictureName(read)).toBe(name)
})

it('picks one by its number, also of those that are left', () => {
  const left = { ...made, pictures: ['b', 'd'].map(hosted) }
  for (const seen of [made, left]) {
    const fourth = pickPicture(seen, 4)
    expect(fourth?.pictures).toEqual([hosted('d')])
    expect(fourth && namePicture(fourth)).toBe('abc.4')
  }
  expect(listNumbered(left).map(({ number }) => number)).toEqual([2, 4])
  expect([pickPicture(left, 1), pickPicture(left, 5), pickPicture(createGeneration(), 1)]).toEqual(
    Array(3).fill(undefined),
  )
  expect([namePicture(made), findNumber(made), findNumber(left)]).toEqual(['abc', undefined, undefined])
})

it('is the plain id where there is but one, and the number of the one that is left of several', () => {
  const only = createGeneration({ id: 'one', pictures: [hosted('a')], pictureKeys: ['a'] })
  expect(namePicture(only)).toBe('one')
  expect(pickPicture(only, 1)).toEqual(only)
  expect(namePicture({ ...made, pictures: [hosted('c')] })).toBe('abc.3')
})

it('is a source by the same number', () => {
  const [source = ''] = nameResults({ ...made, pictures: [hosted('c')] })
  expect(source).toBe('result:abc:2')
  expect(readResult(source)).toEqual({ id: 'abc', index: 2 })
})
