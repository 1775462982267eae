/** Pictures say that a model drew them: as the vendor says it where its bytes are kept, and otherwise in words of IPTC's. */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import { markMadeByAI } from '#core/hosting/made-by-ai.ts'
import { hasCredentials } from '#tests/standins/openai/content-credentials.ts'
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

it.each(['disk', 'Cloudflare'])('keeps the credentials of the vendor on %s', async (kind) => {
  const { core, order } = await startVendors(systemClock, (folder) =>
    kind === 'disk' ? { host: createDiskHost({ folder, publicUrl: 'http://bot.test' }) } : {},
  )
  const { pictures } = await order('ann')
  const read = await core.pictures.read(pictures[0]?.key ?? '')
  expect(hasCredentials(read?.bytes ?? new Uint8Array())).toBe(true)
})
