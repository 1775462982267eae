/** Text as pictures: every script that has a font of its own is drawn with it, whatever the text holds besides. */
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { findEastAsian } from '#core/lettering/east-asian.ts'
import { hasFonts } from '#core/lettering/has-fonts.ts'
import { renderText } from '#core/lettering/text.ts'

const scripts = {
  Latin: ['wörld', 'wirld'],
  Cyrillic: ['Привет', 'Пробел'],
  Greek: ['κόσμε', 'λόγος'],
  Georgian: ['ქართული', 'საქართვ'],
  Armenian: ['հայերեն', 'բարևբար'],
  Chinese: ['你好世界', '繁體中文'],
  Japanese: ['こんにちは', 'さようなら'],
  Korean: ['안녕하세요', '대한민국은'],
  Arabic: ['مرحبا', 'العربي'],
  Hebrew: ['שלום', 'עולם'],
  Thai: ['สวัสดี', 'ชาวโลก'],
  Devanagari: ['नमस्ते', 'दुनिया'],
  emoji: ['🚀🎉', '🦊☕'],
} as const

/** The texts' inks as a machine without fonts of its own draws them. */
async function drawWithout(texts: readonly string[]): Promise<Buffer[]> {
  const program = `const { renderText } = await import('${import.meta.resolve('#core/lettering/text.ts')}')
    const style = { weight: 'bold', size: 60, width: 900, color: '#ffffff' }
    const drawn = []
    for (const text of ${JSON.stringify(texts)}) drawn.push((await renderText(text, style)).input.toString('base64'))
    process.stdout.write(JSON.stringify(drawn))`
  const env = { ...process.env, FONTCONFIG_FILE: resolve('core/lettering/fonts.conf') }
  const options = { env, maxBuffer: 10_000_000 }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', program],
    options,
  )
  return (JSON.parse(stdout) as string[]).map((each) => Buffer.from(each, 'base64'))
}

/** The share of pixels in which two texts differ, laid over each other. */
async function differ(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map((each) =>
      sharp(each).extractChannel(3).resize(200, 60, { fit: 'fill' }).raw().toBuffer(),
    ),
  )
  const apart = [...(first ?? [])].filter((value, at) => Math.abs(value - (second?.[at] ?? 0)) > 100)
  return apart.length / (200 * 60)
}

describe('the fonts', () => {
  it('draw every script, and no letter as a box', async () => {
    const names = Object.keys(scripts)
    const texts = Object.values(scripts).flat()
    // A letter without a font is a box with its number in it, and of one number like of another.
    const boxes = '\u{e000}\u{e001}\u{e002}\u{e003}'
    const drawn = await drawWithout([...texts, boxes])
    for (const [at, name] of names.entries()) {
      const [one, other] = [drawn[2 * at], drawn[2 * at + 1]] as [Buffer, Buffer]
      expect(await differ(one, other), name).toBeGreaterThan(0.1)
      expect(await differ(one, drawn.at(-1) as Buffer), name).toBeGreaterThan(0.15)
    }
  })

  it('are known to have these scripts, and to lack others', () => {
    for (const text of Object.values(scripts).flat()) expect(hasFonts(text), text).toBe(true)
    expect(hasFonts('42 — “½” ✓ 👩‍👩‍👧 é')).toBe(true)
    expect(hasFonts('ខ្មែរ')).toBe(false)
    expect(hasFonts('Hello ဗမာ')).toBe(false)
  })

  it.each([
    ['直骨の', undefined, 'ja'],
    ['ﾃｽﾄ', 'zh', 'ja'],
    ['漢字 한국어', 'ja', 'ko'],
    ['直骨', 'ja', 'ja'],
    ['直骨', 'ko-KR', 'ko'],
    ['直骨', 'zh-TW', 'zh'],
    ['直骨', 'jam', 'zh'],
    ['直骨', undefined, 'zh'],
    ['tea', 'ja', 'zh'],
  ] as const)('draw %s of somebody who speaks %s as %s', (text, locale, language) => {
    expect(findEastAsian(text, locale)).toBe(language)
  })

  it('have Chinese characters in the shapes of each country, also beside letters that tell of it', async () => {
    const style = { weight: 'bold', size: 60, width: 900, color: '#ffffff' } as const
    const draw = async (text: string, language?: 'ja' | 'ko' | 'zh') =>
      (await renderText(text, { ...style, ...(language && { language }) })).input
    const [ja, ko, zh] = await Promise.all(
      (['ja', 'ko', 'zh'] as const).map((each) => draw('直骨令刃', each)),
    )
    if (!ja || !ko || !zh) throw new Error('Nothing was drawn')
    for (const [one, other] of [
      [ja, zh],
      [ko, zh],
      [ja, ko],
    ] as const) {
      expect(await differ(one, other)).toBeGreaterThan(0.02)
    }
    expect(await draw('直骨令刃')).toEqual(zh)
    expect(await draw('直骨の')).toEqual(await draw('直骨の', 'ja'))
    expect(await draw('직 直骨')).toEqual(await draw('직 直骨', 'ko'))
    // What Japanese does not have is not a box either.
    expect(await differ(await draw('这简们鲜', 'ja'), await draw('这简们鲜', 'zh'))).toBeLessThan(0.01)
  })

  it('join Arabic letters, and put them from right to left', async () => {
    const style = { weight: 'bold', size: 60, width: 900, color: '#ffffff' } as const
    const joined = await renderText('بيت', style)
    const apart = await renderText('ب\u200cي\u200cت', style)
    expect(joined.width).toBeLessThan(apart.width * 0.9)
    // The dot of the first letter stands below, and right; those of the last one above, and left.
    const [right, left] = await Promise.all(
      [joined.width - Math.floor(joined.width / 3), 0].map(async (from) => {
        const third = { left: from, top: 0, width: Math.floor(joined.width / 3), height: joined.height }
        const { data, info } = await sharp(joined.input)
          .extractChannel(3)
          .extract(third)
          .raw()
          .toBuffer({ resolveWithObject: true })
        const rows = [...data].flatMap((value, at) => (value > 128 ? [Math.floor(at / info.width)] : []))
        return rows.reduce((sum, row) => sum + row, 0) / rows.length
      }),
    )
    expect(right).toBeGreaterThan(left ?? 0)
  })
})
