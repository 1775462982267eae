/** What presets deliver, decoded and measured: exact sizes, see-through corners, words that are there and can be read. */
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { finishPreset } from '#core/images/finishing/finish-preset.ts'
import { createPlaceholderModel } from '#core/images/placeholder/model.ts'
import { presets } from '#core/images/presets/presets.ts'

type Bytes = Uint8Array<ArrayBuffer>

const create = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } })
const encode = async (picture: Sharp) => new Uint8Array(await picture.png().toBuffer())
const noise = (mean: number, sigma: number) =>
  encode(
    sharp({
      create: {
        width: 1280,
        height: 672,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean, sigma },
      },
    }),
  )
const grounds = {
  white: () => encode(create(1280, 672, '#fff').removeAlpha()),
  black: () => encode(create(1280, 672, '#000').removeAlpha()),
  grey: () => encode(create(1280, 672, '#777').removeAlpha()),
  yellow: () => encode(create(1536, 1024, '#ffe14d').removeAlpha()),
  noise: () => noise(128, 60),
  bright: () => noise(225, 30),
  see: () => encode(create(1024, 1024, '#00000000')),
} as const

const mark = (parts: string) =>
  encode(
    sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024">${parts}</svg>`)),
  )

async function read(bytes: Bytes) {
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const luminance = (at: number) => {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map(
      (channel) => ((data[4 * at + channel] ?? 0) / 255) ** 2.2,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const alpha = (x: number, y: number) => data[4 * (y * info.width + x) + 3]
  return { ...info, data, luminance, alpha }
}

/** Whether the pixels there differ: of a million, one after another, so nothing is made for each. */
function isApart(one: Uint8Array, other: Uint8Array, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > 90) return true
  }
  return false
}

/** Where two pictures differ: how many pixels, and within which box. */
async function compare(one: Bytes, other: Bytes) {
  const [first, second] = [await read(one), await read(other)]
  const box = { left: first.width, top: first.height, right: 0, bottom: 0 }
  let count = 0
  for (let at = 0; at < first.width * first.height; at++) {
    if (!isApart(first.data, second.data, 4 * at)) continue
    count++
    const [x, y] = [at % first.width, Math.floor(at / first.width)]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return { count, ...box }
}

const titles = {
  one: 'A',
  short: 'How we cut our build times in half',
  Chinese: '如何在三个月内将构建时间缩短一半，并且让整个团队都参与到持续集成的改进之中',
  Arabic: 'الخط العربي على بطاقة اجتماعية 2026',
  Hebrew: 'שלום עולם: איך להתחיל',
  emoji: '🚀🎉👩‍👩‍👧 ☕ 1️⃣',
  families: '👩‍👩‍👧‍👦'.repeat(120),
  Japanese: '三か月でビルド時間を半分にした方法、そしてチーム全員が学んだこと',
  markup: '<b>R&amp;D</b> </text> <script>"\'</script>',
  invisible: 'a\u200bb\u202ec\u0000d\u2028e\ufeff',
  broken: 'half \ud800 pair',
  stacked: `Z${'\u0301\u0337\u035b'.repeat(39)}`,
  'without spaces': 'W'.repeat(120),
  long: 'The quick brown fox jumps over the lazy dog while seventy four geese watch in silence and take notes for the next meetin',
} as const

describe('a social card', () => {
  it.each(Object.entries(titles))('has its title on it, inside its edges: %s', async (_, title) => {
    const ground = await grounds.grey()
    const card = await finishPreset(ground, presets.og, { title, subtitle: 'and a line below' }, false)
    const { format, width, height, hasAlpha } = await sharp(card.bytes).metadata()
    expect({ format, width, height, hasAlpha }).toEqual({
      format: 'png',
      width: 1200,
      height: 630,
      hasAlpha: false,
    })
    expect(card.finish).toEqual({ lettering: 'set' })
    const bare = await finishPreset(ground, presets.og, { title }, true)
    const ink = await compare(card.bytes, bare.bytes)
    expect(ink.count).toBeGreaterThan(500)
    expect(ink.left).toBeGreaterThanOrEqual(60)
    expect(ink.right).toBeLessThanOrEqual(1140)
    expect(ink.top).toBeGreaterThanOrEqual(120)
    expect(ink.bottom).toBeLessThanOrEqual(570)
  })

  it('has Chinese characters in the shapes of whoever asked, or of what stands beside them', async () => {
    const ground = await grounds.grey()
    const set = (fields: Readonly<Record<string, string>>, locale?: string) =>
      finishPreset(ground, presets.og, { title: '直骨令刃', ...fields }, false, locale)
    const [plain, ja] = await Promise.all([set({}, 'en-US'), set({}, 'ja')])
    const [beside, chinese] = await Promise.all([set({ subtitle: 'です' }), set({ subtitle: '就是' })])
    expect((await compare(plain.bytes, ja.bytes)).count).toBeGreaterThan(300)
    expect((await compare(beside.bytes, chinese.bytes)).count).toBeGreaterThan(1_000)
    const ofLogo = async (locale?: string) =>
      (await finishPreset(await grounds.grey(), presets.logo, { name: '直骨' }, false, locale)).bytes
    expect((await compare(await ofLogo(), await ofLogo('ja'))).count).toBeGreaterThan(100)
  })

  it('begins where its writing begins', async () => {
    const ground = await grounds.black()
    const bare = (await finishPreset(ground, presets.og, { title: 'x' }, true)).bytes
    const left = await compare(
      (await finishPreset(ground, presets.og, { title: 'Hello' }, false)).bytes,
      bare,
    )
    const right = await compare(
      (await finishPreset(ground, presets.og, { title: titles.Hebrew.slice(0, 9) }, false)).bytes,
      bare,
    )
    expect(left.left).toBeLessThan(80)
    expect(right.right).toBeGreaterThan(1120)
  })

  it.each(Object.keys(grounds) as (keyof typeof grounds)[])('can be read on %s', async (name) => {
    const ground = await grounds[name]()
    // A block of ink, so that what is ink and what is ground is known.
    const { bytes } = await finishPreset(ground, presets.og, { title: '███' }, false)
    const { width, luminance } = await read(bytes)
    const row = 540
    const line = Array.from({ length: width }, (_, x) => luminance(row * width + x))
    const ink = line[120] ?? 0
    const around = line.slice(900).sort((one, other) => one - other)
    const worst = [
      around[Math.floor(0.03 * around.length)] ?? 0,
      around[Math.floor(0.97 * around.length)] ?? 0,
    ]
    const contrasts = worst.map((ground) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05))
    expect(Math.min(...contrasts)).toBeGreaterThan(4.5)
  })

  it('is the same whenever it is made, and says that it was made by AI', async () => {
    const ground = await grounds.noise()
    const [one, other] = await Promise.all(
      [1, 2].map(() => finishPreset(ground, presets.og, { title: 'x' }, false)),
    )
    expect(one?.bytes).toEqual(other?.bytes)
    expect((await sharp(one?.bytes).metadata()).xmpAsString).toContain('trainedAlgorithmicMedia')
  })

  it('keeps what the model wrote', async () => {
    const card = await finishPreset(await grounds.yellow(), presets.og, { title: 'x' }, true)
    expect(card.finish).toEqual({ lettering: 'drawn' })
    const { channels } = await sharp(card.bytes).stats()
    expect(channels.map(({ stdev }) => stdev)).toEqual([0, 0, 0])
  })
})

const corners = [
  [0, 0],
  [1023, 0],
  [0, 1023],
  [1023, 1023],
] as const

describe('a logo', () => {
  const round = () => mark('<circle cx="500" cy="400" r="260" fill="#1a4d8f"/>')

  it.each(Object.entries(titles))(
    'has its name below its mark, and corners to see through: %s',
    async (_, title) => {
      const name = title.slice(0, 60)
      const logo = await finishPreset(await round(), presets.logo, { name }, false)
      const { width, height, alpha, luminance } = await read(logo.bytes)
      expect([width, height, logo.finish]).toEqual([1024, 1024, { lettering: 'set' }])
      for (const [x, y] of corners) expect(alpha(x, y)).toBe(0)
      const lower = Array.from({ length: 300 * 1024 }, (_, at) => at + 724 * 1024)
      const solid = lower.filter((at) => alpha(at % 1024, Math.floor(at / 1024)) === 255)
      expect(solid.length).toBeGreaterThan(100)
      // In the mark's own colour, with a rim that is light.
      expect(solid.some((at) => luminance(at) < 0.1)).toBe(true)
      expect(solid.some((at) => luminance(at) > 0.9)).toBe(true)
    },
  )

  it('says where it cannot be seen through, and sets its name on what is there', async () => {
    const flat = await mark(
      '<rect width="1024" height="1024" fill="#fff"/><circle cx="512" cy="340" r="260" fill="#e04e39"/>',
    )
    const logo = await finishPreset(flat, presets.logo, { name: 'Жук' }, false)
    expect(logo.finish).toEqual({ lettering: 'set', background: 'opaque' })
    const ink = await compare(logo.bytes, flat)
    expect(ink.top).toBeGreaterThan(700)
    expect(ink.bottom).toBeLessThan(1000)
  })

  it('is nothing where nothing was drawn but its name', async () => {
    const logo = await finishPreset(await grounds.see(), presets.logo, { name: 'Aleph' }, false)
    expect((await read(logo.bytes)).alpha(0, 0)).toBe(0)
  })
})

describe('what has no words', () => {
  const round = '<circle cx="400" cy="500" r="300" fill="#1a8f4d"/>'

  it('is an emoji that fills its frame, small enough for a chat', async () => {
    const { bytes, finish } = await finishPreset(await mark(round), presets.emoji, { subject: 'x' }, false)
    const { width, height, alpha } = await read(bytes)
    expect([width, height, finish]).toEqual([128, 128, {}])
    expect([alpha(0, 0), alpha(127, 127), alpha(64, 1), alpha(1, 64)]).toEqual([0, 0, 255, 255])
    expect(bytes.byteLength).toBeLessThan(128_000)
    const flat = await mark(`<rect width="1024" height="1024"/>${round}`)
    expect((await finishPreset(flat, presets.emoji, { subject: 'x' }, false)).finish).toEqual({
      background: 'opaque',
    })
  })

  it('is an avatar without any', async () => {
    const { bytes, finish } = await finishPreset(
      await grounds.white(),
      presets.avatar,
      { subject: 'x' },
      false,
    )
    const { width, height, channels, data } = await read(bytes)
    expect([width, height, channels, finish]).toEqual([1024, 1024, 4, {}])
    expect(data.every((value) => value === 255)).toBe(true)
  })
})

it('comes of what the placeholder draws, which writes nothing where the words are', async () => {
  const model = createPlaceholderModel()
  for (const [preset, fields] of [
    [presets.og, { title: 'Hi' }],
    [presets.logo, { name: 'Hi' }],
  ] as const) {
    const { size, background, delivered } = preset
    const request = {
      prompt: 'x',
      size,
      background,
      quality: 'premium',
      count: 1,
      sources: [],
      output: 'png',
      wordless: true,
    } as const
    const options = { signal: new AbortController().signal, safetyIdentifier: 'x' }
    const { pictures } = await model.draw(request, options)
    const made = await finishPreset(pictures[0] as Bytes, preset, fields, false)
    expect([made.width, made.height, made.finish]).toEqual([
      delivered.width,
      delivered.height,
      { lettering: 'set' },
    ])
  }
})

it('rejects what is no picture', async () => {
  await expect(finishPreset(new Uint8Array([1, 2]), presets.og, { title: 'x' }, false)).rejects.toThrow()
})
