/** Each style of each preset has a small drawing, on one sheet that is the same every time. */
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { presetNames, presets } from '#core/images/presets/presets.ts'
import { drawStyleSheet } from '#core/images/samples/style-sheet.ts'
import { createStyleSheets, findStyleSheet } from '#core/images/samples/style-sheets.ts'
import { languages, speak } from '#core/languages/languages.ts'
import { renderText } from '#core/lettering/text.ts'

/** How much of the picture differs from one pixel to the next. */
async function measure(picture: Sharp): Promise<number> {
  const { channels } = await picture.removeAlpha().stats()
  return Math.max(...channels.map(({ stdev }) => stdev))
}

describe.each(presetNames)('of /%s', (name) => {
  const { samples, styles } = presets[name]

  it('shows each style by another drawing', async () => {
    expect(Object.keys(samples)).toEqual(Object.keys(styles))
    expect(new Set(Object.values(samples).map((each) => JSON.stringify(each))).size).toBe(
      Object.keys(styles).length,
    )
    const sheets = createStyleSheets()
    const { path, alt } = findStyleSheet(speak('en'), name)
    const sheet = await sheets.find(path.replace('/styles/', ''))
    const { width = 0, height = 0, format } = await sharp(sheet).metadata()
    expect([width, format]).toEqual([600, 'png'])
    expect(height).toBeLessThanOrEqual(600)
    expect(sheet?.byteLength).toBeLessThan(200_000)
    // Something is to be seen in each corner that has a picture, and a name stands below the first.
    expect(await measure(sharp(sheet).extract({ left: 0, top: 0, width: 120, height: 100 }))).toBeGreaterThan(
      5,
    )
    for (const style of Object.keys(styles)) expect(alt).toContain(style)
  })

  it('is the same every time, and drawn once', async () => {
    const sheets = createStyleSheets()
    const file = findStyleSheet(speak('en'), name).path.replace('/styles/', '')
    expect(await sheets.find(file)).toBe(await sheets.find(file))
    const again = await drawStyleSheet(presets[name], Object.keys(styles))
    expect(Buffer.from(again).equals(Buffer.from((await sheets.find(file)) ?? []))).toBe(true)
  })
})

/** The width of five pictures beside each other, and of four. */
it.each(languages)('has its names in $name, each on one line', async (words) => {
  const sheets = createStyleSheets()
  for (const preset of presetNames) {
    const { path, alt } = findStyleSheet(words, preset)
    const said = Object.values(words.styles[preset]).map(({ name }) => name)
    expect(alt).toBe(words.styleSheet(said))
    const sheet = Buffer.from((await sheets.find(path.replace('/styles/', ''))) ?? [])
    expect(sheet.equals(Buffer.from(await drawStyleSheet(presets[preset], said)))).toBe(true)
    for (const name of said) {
      const { width, height } = await renderText(name, {
        weight: 'bold',
        size: 15,
        width: 600,
        color: '#000000',
      })
      expect([width <= (preset === 'avatar' ? 103 : 134), height < 22]).toEqual([true, true])
    }
  }
})

it.each([
  '',
  'og',
  'og.png',
  'og-en-00000000.png',
  'og-xx-00000000.png',
  'nonsense-en-0.png',
  'constructor-1.png',
])('has none of the name “%s”', async (file) => {
  expect(await createStyleSheets().find(file)).toBeUndefined()
})
