/** Presets drawn by OpenAI's models: each asked for what it takes, its words written by it or set over it, delivered alike. */
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { prepareDrawn } from '#core/hosting/prepare-drawn.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createPlainCore } from '#tests/core/rig.ts'
import { createOpenAIRig } from '../openai/rig.ts'

async function start(id: string) {
  const { standin, model } = await createOpenAIRig({ model: id })
  const store = await createSqliteStore({ file: ':memory:' })
  const hosted = new Map<string, Uint8Array<ArrayBuffer>>()
  const core = createPlainCore(
    {
      ...{ store, model, prepare: (bytes) => prepareDrawn(bytes) },
      host: {
        async put(key, bytes) {
          hosted.set(key, bytes)
          return `http://pictures.test/${key}`
        },
        async read(key) {
          const bytes = hosted.get(key)
          return bytes && { bytes, mime: 'image/png' }
        },
        remove: async () => undefined,
      },
    },
    { welcomeCredits: 1_000 },
  )
  onTestFinished(async () => {
    await core.close()
    await standin.close()
    expect(standin.faults).toEqual([])
  })
  const { id: owner } = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'ann' })
  async function draw(
    tool: 'og' | 'logo',
    fields: Record<string, string>,
    brought: Uint8Array<ArrayBuffer>[] = [],
  ) {
    const origin = { platform: 'terminal', address: {} } as const
    const pictures = brought.map((bytes) => ({ size: bytes.byteLength, read: async () => bytes }))
    const job = await core.images.order({
      ...{ tool, fields, owner, call: `${tool}`, origin },
      brought: pictures,
    })
    const ended = await job.done
    return {
      ended,
      asked: standin.requests.at(-1),
      shown: await sharp([...hosted.values()].at(-1)).metadata(),
    }
  }
  return { draw }
}

it.each([
  ['gpt-image-2', '1280x672', 'opaque', 'drawn'],
  ['gpt-image-1', '1536x1024', 'opaque', 'set'],
  ['gpt-image-2.6-flare', '1536x1024', 'opaque', 'drawn'],
] as const)('a social card of %s', async (model, size, background, lettering) => {
  const { draw } = await start(model)
  const { ended, asked, shown } = await draw('og', { title: 'Ten years of tea', subtitle: 'A review' })
  expect(asked?.fields).toMatchObject({ size, background, quality: 'high', n: 1 })
  expect(shown).toMatchObject({ format: 'png', width: 1200, height: 630, hasAlpha: false })
  expect(ended.pictures).toMatchObject([{ width: 1200, height: 630, finish: { lettering } }])
})

it.each([
  ['gpt-image-2', 'auto', { lettering: 'drawn', background: 'opaque' }],
  ['gpt-image-1', 'transparent', { lettering: 'set' }],
] as const)('a logo of %s', async (model, background, finish) => {
  const { draw } = await start(model)
  const { ended, asked, shown } = await draw('logo', { name: 'Tea & Co' })
  expect(asked?.fields).toMatchObject({ size: '1024x1024', background })
  expect(shown).toMatchObject({ width: 1024, height: 1024, hasAlpha: true })
  expect(ended.pictures[0]?.finish).toEqual(finish)
})

it('starts from a picture that is brought along, and says so', async () => {
  const { draw } = await start('gpt-image-2')
  const red = sharp({ create: { width: 40, height: 40, channels: 3, background: '#f00' } })
  const { asked, ended } = await draw('og', { title: 'Tea' }, [new Uint8Array(await red.png().toBuffer())])
  expect([asked?.path, asked?.files.length, ended.asked.sources.length]).toEqual(['/v1/images/edits', 1, 1])
  expect(asked?.fields.prompt).toContain('Build on the given picture')
})
