/** The largest picture out of a zip of ours, and out of what only looks like one. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findLargest, renderZip } from '#core/utilities/zip.ts'

const file = (name: string, length: number) => ({
  ...{ name, mime: 'image/png' },
  bytes: new Uint8Array(length).fill(name.charCodeAt(0)),
})
const made = [file('a.png', 3), file('Bär-9x9.png', 9), file('c.webp', 7), file('all.txt', 99)]
const { bytes: zip } = await renderZip('x.zip', made)

it('is the one with the most bytes', () => {
  expect(findLargest(zip)).toEqual(made[1]?.bytes)
})

it('is none where there is no picture', async () => {
  const { bytes } = await renderZip('x.zip', [file('all.txt', 99)])
  for (const none of [bytes, new Uint8Array(0), zip.subarray(0, 40)])
    expect(findLargest(none)).toBeUndefined()
})

it('is a part of the file, however that is garbled', () => {
  const changes = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(changes, fc.nat(zip.length), (changed, length) => {
      const bytes = Uint8Array.from(zip)
      for (const [at, value] of changed) bytes[at] = value
      expect(findLargest(bytes.subarray(0, length))?.length ?? 0).toBeLessThanOrEqual(length)
    }),
  )
})
