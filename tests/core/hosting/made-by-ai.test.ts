/** Pictures say that a model drew them: as the vendor says it where its bytes are kept, and otherwise in words of IPTC's. */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import { markMadeByAI } from '#core/hosting/made-by-ai.ts'
import { prepareBrought } from '#core/hosting/prepare-brought.ts'
import { makeFavicons } from '#core/utilities/favicon/make-favicons.ts'
import { makeResized } from '#core/utilities/resize/make-resized.ts'
import { readWanted } from '#core/utilities/resize/read-wanted.ts'
import { readZip } from '#tests/read-zip.ts'
import { addCredentials, hasCredentials } from '#tests/standins/openai/content-credentials.ts'
import { startVendors } from './vendors.ts'

it.each(['png', 'jpeg', 'webp', 'avif'] as const)(
  'is read back from %s, and nothing else',
  async (format) => {
    const picture = sharp({ create: { width: 32, height: 32, channels: 3, background: 'teal' } })
    const told = await picture
      .withExif({ IFD0: { Artist: 'Ann' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Berlin</x:xmpmeta>')
      .png()
      .toBuffer()
    const bytes = await markMadeByAI(sharp(told)).toFormat(format).toBuffer()
    const { xmpAsString = '', exif, iptc, icc } = await sharp(bytes).metadata()
    const [, type] = /Iptc4xmpExt:DigitalSourceType="([^"]*)"/.exec(xmpAsString) ?? []
    expect(type).toBe('http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia')
    expect({ exif, iptc, icc, berlin: xmpAsString.includes('Berlin') }).toEqual({ berlin: false })
  },
)

const draw = () => sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
const said = 'by Ann in Berlin'
const photograph = () => draw().withExif({ IFD0: { Artist: said } })

it.each([
  ['what the vendor drew', true, async () => addCredentials(await draw().png().toBuffer())],
  ['what was marked here', true, () => markMadeByAI(draw()).jpeg().toBuffer()],
  ['a photograph', false, () => photograph().jpeg().toBuffer()],
])('of %s that somebody brings: %s', async (_what, isMarked, make) => {
  const bytes = new Uint8Array(await make())
  const brought = [await prepareBrought(bytes), await prepareBrought(bytes, 1_000)]
  const { files } = await makeResized({ bytes, name: 'fox.png', wanted: readWanted({ size: '32x24' }) })
  const [preview, zip] = (await makeFavicons({ bytes })).files
  const icons = [...readZip(zip?.bytes ?? new Uint8Array())].flatMap(([name, icon]) =>
    name.endsWith('.png') ? [icon] : [],
  )
  const all = [...brought, ...files].map((made) => made.bytes)
  for (const made of [...all, ...icons, ...(preview ? [preview.bytes] : [])]) {
    const { xmpAsString = '', exif } = await sharp(made).metadata()
    expect([xmpAsString.includes('trainedAlgorithmicMedia'), exif]).toEqual([isMarked, undefined])
    expect(Buffer.from(made).includes(said)).toBe(false)
  }
})

it.each(['disk', 'Cloudflare'])('keeps the credentials of the vendor on %s', async (kind) => {
  const { core, order } = await startVendors(systemClock, (folder) =>
    kind === 'disk' ? { host: createDiskHost({ folder, publicUrl: 'http://bot.test' }) } : {},
  )
  const { pictures } = await order('ann')
  const read = await core.pictures.read(pictures[0]?.key ?? '')
  expect(hasCredentials(read?.bytes ?? new Uint8Array())).toBe(true)
})
