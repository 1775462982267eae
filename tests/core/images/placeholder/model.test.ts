/** The placeholder: what was asked in size and number, legible without any font on the machine, whatever the prompt. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createPlaceholderModel } from '#core/images/placeholder/model.ts'
import { renderQuotation, renderText } from '#core/lettering/text.ts'
import { createOptions, createRequest } from '#tests/core/images/openai/rig.ts'

const model = createPlaceholderModel()

function digest(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
}

async function describePicture(bytes: Uint8Array | undefined) {
  const { format, width, height, hasAlpha } = await sharp(bytes).metadata()
  return { format, width, height, hasAlpha }
}

/** Red, green, blue and, where there is one, alpha of one pixel, each to 255. */
async function readPixel(bytes: Uint8Array | undefined, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

describe('createPlaceholderModel', () => {
  it.each([
    [1024, 1024],
    [1536, 1024],
    [800, 2400],
    [2448, 816],
    [3840, 2160],
  ])('draws %i×%i', async (width, height) => {
    const { pictures } = await model.draw(createRequest({ size: { width, height } }), createOptions())
    const wanted = { format: 'png', width, height, hasAlpha: false }
    expect(await Promise.all(pictures.map(describePicture))).toEqual([wanted])
    expect(pictures[0]?.byteLength).toBeLessThan(2_000_000)
  })

  it('draws the same for the same, another for every other number, prompt and option', async () => {
    const small = { size: { width: 512, height: 512 } }
    const requests = [
      createRequest(small),
      createRequest({ ...small, prompt: 'a lighthouse at dawn' }),
      createRequest({ ...small, quality: 'draft' }),
      createRequest({ ...small, background: 'opaque' }),
      createRequest({ ...small, count: 3 }),
    ]
    const drawAll = async () => {
      const drawings = await Promise.all(requests.map((request) => model.draw(request, createOptions())))
      return drawings.flatMap((drawing) => drawing.pictures.map(digest))
    }
    const first = await drawAll()
    expect(first).toHaveLength(7)
    expect(new Set(first).size).toBe(7)
    expect(await drawAll()).toEqual(first)
  })

  it('leaves a transparent background transparent', async () => {
    const { pictures } = await model.draw(createRequest({ background: 'transparent' }), createOptions())
    expect(await describePicture(pictures[0])).toMatchObject({ hasAlpha: true })
    expect(await readPixel(pictures[0], 1020, 512)).toEqual([0, 0, 0, 0])
    expect((await readPixel(pictures[0], 512, 400))[3]).toBe(255)
  })

  it('shows the first source behind the words', async () => {
    const sources = await Promise.all(
      ['#ff0000', '#0000ff'].map(async (background) => {
        const plain = sharp({ create: { width: 300, height: 200, channels: 3, background } })
        return new Uint8Array(await plain.jpeg().toBuffer())
      }),
    )
    const [red, blue] = await Promise.all(
      [sources, sources.toReversed()].map(async (order) => {
        const drawing = await model.draw(createRequest({ sources: order }), createOptions())
        return readPixel(drawing.pictures[0], 512, 400)
      }),
    )
    expect(red?.[0]).toBeGreaterThan((blue?.[0] ?? 255) + 100)
    expect(blue?.[2]).toBeGreaterThan((red?.[2] ?? 255) + 100)
  })

  it('refuses a source that is no picture', async () => {
    const request = createRequest({ sources: [new Uint8Array([1, 2, 3])] })
    const refusal = { code: 'picture-unreadable', cause: expect.any(Error) }
    await expect(model.draw(request, createOptions())).rejects.toMatchObject(refusal)
  })

  it.each([
    { quality: 'draft', shown: 0 },
    { quality: 'standard', shown: 1 },
    { quality: 'premium', shown: 2 },
  ] as const)('shows $shown small previews of a $quality', async ({ quality, shown }) => {
    const seen: Uint8Array[] = []
    const onPartial = (picture: Uint8Array) => void seen.push(picture)
    await model.draw(
      createRequest({ quality, count: 2, size: { width: 1536, height: 1024 } }),
      createOptions({ onPartial }),
    )
    expect(new Set(seen.map(digest)).size).toBe(shown)
    for (const preview of seen)
      expect(await describePicture(preview)).toMatchObject({ width: 256, height: 171 })
  })

  it('gives up with the reason of an abort', async () => {
    const reason = new Error('changed my mind')
    const signal = AbortSignal.abort(reason)
    await expect(model.draw(createRequest(), createOptions({ signal }))).rejects.toBe(reason)
    const controller = new AbortController()
    const onPartial = () => controller.abort(reason)
    const options = createOptions({ signal: controller.signal, onPartial })
    await expect(model.draw(createRequest({ count: 4 }), options)).rejects.toBe(reason)
  })
})

/** Between two texts' inks: 0 when equal, 1 when nothing is in common. */
async function measureDifference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map((bytes) =>
      sharp(bytes).extractChannel(3).resize(450, 20, { fit: 'fill' }).raw().toBuffer(),
    ),
  )
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const apart = [...(first ?? [])].map((value, at) => Math.abs(value - (second?.[at] ?? 0)))
  return sum(apart) / sum([...(first ?? []), ...(second ?? [])])
}

const style = { weight: 'regular', size: 40, width: 900, color: '#ffffff' } as const

describe('the words', () => {
  it('show markup as it was typed', async () => {
    const plain = await renderText('bold', style)
    const marked = await renderText('<b>bold</b>', style)
    expect(marked.width).toBeGreaterThan(plain.width * 1.8)
    const entity = await renderText('&amp;', style)
    expect(entity.width).toBeGreaterThan((await renderText('&', style)).width * 2)
  })

  it('are cut to their room with an ellipsis, and only then', async () => {
    const long = await renderQuotation('the quick brown fox '.repeat(1600), style, 300)
    expect(long.height).toBeLessThanOrEqual(300)
    expect(long.height).toBeGreaterThan(200)
    expect(long.width).toBeLessThanOrEqual(900)
    const short = await renderQuotation('a fox', style, 300)
    expect(digest(short.input)).toBe(digest((await renderText('“a fox”', style)).input))
  })

  it('are as legible on a machine without fonts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'no-fonts-'))
    try {
      const config = join(folder, 'fonts.conf')
      await writeFile(config, '<?xml version="1.0"?><fontconfig></fontconfig>')
      const module = import.meta.resolve('#core/lettering/text.ts')
      const call = `renderText('PLACEHOLDER à Ω 1024×1024', ${JSON.stringify(style)})`
      const program = `const { renderText } = await import('${module}')
        process.stdout.write((await ${call}).input.toString('base64'))`
      const env = { ...process.env, FONTCONFIG_FILE: config, XDG_CACHE_HOME: folder, HOME: folder }
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
        env,
      })
      const there = Buffer.from(stdout, 'base64')
      const here = await renderText('PLACEHOLDER à Ω 1024×1024', style)
      // Hinting is a matter of the machine's configuration and moves edges by parts of a pixel.
      expect(Math.abs(((await sharp(there).metadata()).width ?? 0) - here.width)).toBeLessThan(
        here.width / 50,
      )
      expect(await measureDifference(there, here.input)).toBeLessThan(0.15)
      const other = await renderText('PLACEHOLDER ò Ψ 2048×2048', style)
      expect(await measureDifference(there, other.input)).toBeGreaterThan(0.15)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
