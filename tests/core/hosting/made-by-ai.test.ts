/** Pictures say that a model drew them: as the vendor says it where its bytes are kept, and otherwise in words of IPTC's. */
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { createRandomId, systemClock } from '#core/clock.ts'
import { createCloudflareHost } from '#core/hosting/cloudflare-host.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import { markMadeByAI } from '#core/hosting/made-by-ai.ts'
import { prepareDrawn } from '#core/hosting/prepare-drawn.ts'
import { createOpenAIModel } from '#core/images/openai/model.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createPlainCore } from '#tests/core/rig.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { hasCredentials } from '#tests/standins/openai/content-credentials.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'

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
  const cloudflare = await startCloudflareStandin()
  const openai = await startOpenAIStandin()
  const folder = createFolder()
  const { log } = createKeptLog()
  const parts = { clock: systemClock, log }
  const { accountId, apiToken, baseUrl } = cloudflare
  const host =
    kind === 'disk'
      ? createDiskHost({ folder, publicUrl: 'http://bot.test' })
      : createCloudflareHost({ accountId, apiToken, baseUrl, variant: 'public', clock: systemClock })
  const settings = { apiKey: 'sk-standin', baseUrl: openai.url, model: 'gpt-image-2' }
  const core = createPlainCore({
    ...{ ...parts, host, createId: createRandomId },
    store: await createSqliteStore({ file: join(folder, 'store.sqlite') }),
    model: createOpenAIModel({ ...settings, ...parts }),
    prepare: (bytes) => prepareDrawn(bytes),
  })
  onTestFinished(async () => {
    await core.stop(0)
    await Promise.all([core.close(), cloudflare.close(), openai.close()])
  })
  await core.start()
  const account = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'ann' })
  const origin = { platform: 'terminal', address: {} } as const
  const order = { owner: account.id, call: 'call', origin, prompt: 'a fox', quality: 'draft' } as const
  const { pictures } = await (await core.images.order(order)).done
  const read = await core.pictures.read(pictures[0]?.key ?? '')
  expect(hasCredentials(read?.bytes ?? new Uint8Array())).toBe(true)
})
