/** Small copies: small, of the same shape, see-through where the picture was, and marked as made by AI. */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { createSmallPictures } from '#core/hosting/small-pictures.ts'
import { settle } from '#tests/settle.ts'

const create = (width: number, height: number, alpha: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha } } })

async function shrink(bytes: Uint8Array<ArrayBuffer>) {
  const { readSmall } = createSmallPictures({ read: async () => ({ bytes, mime: 'image/png' }) })
  const small = await readSmall('key')
  return small && { ...(await sharp(small.bytes).metadata()), mime: small.mime, length: small.bytes.length }
}

it.each([
  [1536, 1024, 256, 171],
  [100, 40, 100, 40],
  [3840, 1280, 256, 85],
])('makes of %i × %i a copy of %i × %i', async (width, height, small, low) => {
  const bytes = await create(width, height, 1).removeAlpha().png().toBuffer()
  const copy = await shrink(new Uint8Array(bytes))
  expect(copy).toMatchObject({ width: small, height: low, format: 'jpeg', mime: 'image/jpeg' })
  expect(copy?.length).toBeLessThan(10_000)
  expect(copy?.xmp?.toString()).toContain('trainedAlgorithmicMedia')
})

it('lets show through what did', async () => {
  const copy = await shrink(new Uint8Array(await create(512, 512, 0.3).png().toBuffer()))
  expect(copy).toMatchObject({ width: 256, format: 'png', mime: 'image/png', hasAlpha: true })
})

it('has none of what is not there, or no picture', async () => {
  expect(await createSmallPictures({ read: async () => undefined }).readSmall('key')).toBeUndefined()
  expect(await shrink(new Uint8Array([1, 2, 3]))).toBeUndefined()
})

it('holds two in memory at a time, however many are listed, also after one that the host fails at', async () => {
  const bytes = new Uint8Array(await create(64, 64, 1).png().toBuffer())
  const waiting: PromiseWithResolvers<void>[] = []
  const { readSmall } = createSmallPictures({
    async read(key) {
      const turn = Promise.withResolvers<void>()
      waiting.push(turn)
      await turn.promise
      if (key === '0') throw new Error('no answer')
      return { bytes, mime: 'image/png' }
    },
  })
  const copies = Promise.allSettled(Array.from({ length: 10 }, (_, key) => readSmall(`${key}`)))
  for (let done = 0; done < 10; done++) {
    await settle()
    await expect.poll(() => waiting.length).toBe(Math.min(10, done + 2))
    waiting[done]?.resolve()
  }
  const found = (await copies).map((copy) => copy.status === 'fulfilled' && copy.value?.mime)
  expect(found).toEqual([false, ...Array.from({ length: 9 }, () => 'image/png')])
})
