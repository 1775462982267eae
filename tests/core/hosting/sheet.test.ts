/** Several pictures on one sheet: each at the place of its number, which is written on it. */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { createSheets } from '#core/hosting/sheet.ts'

const colors = ['#c00000', '#00a000', '#0000c0', '#808000']

const read: ImageHost['read'] = async (key) => {
  const background = colors[Number(key) - 1]
  if (background === undefined) return undefined
  const picture = sharp({ create: { width: 600, height: 400, channels: 4, background } })
  return { bytes: new Uint8Array(await picture.png().toBuffer()), mime: 'image/png' }
}

const compose = (...numbers: number[]) =>
  createSheets({ read })(numbers.map((number) => ({ key: String(number), number, width: 600, height: 400 })))

async function readSheet(bytes: Uint8Array | undefined) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const pixel = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ]
  const isNear = (place: number, color: string) => {
    const at = pixel(place % 2 === 1 ? 400 : 1_200, place < 3 ? 300 : 900)
    return at.every(
      (value, index) => Math.abs(value - Number.parseInt(color.slice(1 + index * 2, 3 + index * 2), 16)) < 12,
    )
  }
  return { size: `${info.width}x${info.height}`, pixel, isNear }
}

it('has four in a square, and two side by side', async () => {
  const four = await readSheet(await compose(1, 2, 3, 4))
  expect(four.size).toBe('1548x1036')
  expect(colors.map((color, index) => four.isNear(index + 1, color))).toEqual([true, true, true, true])
  expect((await readSheet(await compose(1, 2))).size).toBe('1548x512')
})

it('leaves the place of a deleted one empty, and writes its number on each', async () => {
  const left = await readSheet(await compose(1, 3, 4))
  expect([1, 3, 4].map((place) => left.isNear(place, colors[place - 1] ?? ''))).toEqual([true, true, true])
  expect(left.isNear(2, '#f1f1f1')).toBe(true)
  // The white digit in its dark disc, of the first.
  const badge = Array.from({ length: 40 }, (_, x) => left.pixel(20 + x, 40))
  expect(badge.some(([red = 0, green = 0]) => red > 220 && green > 220)).toBe(true)
  expect(badge.some(([red = 255]) => red < 80)).toBe(true)
})

it('says that it was made by AI, and is none where one of its pictures is gone', async () => {
  const { format, xmpAsString } = await sharp(await compose(1, 2)).metadata()
  expect(format).toBe('jpeg')
  expect(xmpAsString).toContain('trainedAlgorithmicMedia')
  expect(await compose(1, 9)).toBeUndefined()
})
