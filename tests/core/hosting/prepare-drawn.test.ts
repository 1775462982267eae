/** What the image model drew: kept as it is, or still saying that a model drew it. */
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { prepareDrawn } from '#core/hosting/prepare-drawn.ts'

const draw = (channels: 3 | 4) =>
  sharp(randomBytes(128 * 128 * channels), { raw: { width: 128, height: 128, channels } })

it('keeps the vendor’s bytes, marks and all', async () => {
  const bytes = await draw(3)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">vendor</x:xmpmeta>')
    .png()
    .toBuffer()
  expect((await prepareDrawn(bytes)).bytes).toBe(bytes)
})

it.each([
  ['a WebP', () => draw(3).webp(), undefined],
  ['what is too large', () => draw(3).png(), 30_000],
  ['what is too large and transparent', () => draw(4).png(), 30_000],
] as const)('marks %s anew', async (_what, make, limit) => {
  const { bytes } = await prepareDrawn(await make().toBuffer(), limit)
  expect((await sharp(bytes).metadata()).xmp?.toString()).toContain('trainedAlgorithmicMedia')
})
