/** What a sheet of styles is called where it can be had, and the sheets themselves, each drawn once. */
import { createHash } from 'node:crypto'
import { isPreset, type PresetName, presets } from '#core/images/presets/presets.ts'
import type { Words } from '#core/languages/en.ts'

/** One more whenever the drawings change, so that nobody is shown what they kept. */
const drawings = 1

/** A sheet as others show it. */
export interface StyleSheet {
  /** At the public address; changes whenever the sheet does. */
  path: string
  preset: PresetName
}

export const findStyleSheet = (preset: PresetName): StyleSheet => ({
  path: `/styles/${nameFile(preset)}`,
  preset,
})

/** What is to be seen on it, in words. */
export const describeStyleSheet = (words: Words, { preset }: Pick<StyleSheet, 'preset'>): string =>
  words.styleSheet(Object.values(words.styles[preset]).map(({ name }) => name))

function nameFile(preset: PresetName): string {
  const { samples, delivered } = presets[preset]
  const version = createHash('sha256').update(JSON.stringify({ drawings, samples, delivered })).digest('hex')
  return `${preset}-${version.slice(0, 8)}.png`
}

export interface StyleSheets {
  /** A PNG; undefined for a name that no sheet has. */
  find(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>
}

/** What draws is loaded when the first one is asked for. */
export function createStyleSheets(): StyleSheets {
  const drawn = new Map<PresetName, Promise<Uint8Array<ArrayBuffer>>>()

  async function draw(preset: PresetName): Promise<Uint8Array<ArrayBuffer>> {
    const { drawStyleSheet } = await import('./style-sheet.ts')
    return await drawStyleSheet(presets[preset])
  }

  return {
    async find(file) {
      const [name = ''] = file.split('-')
      if (!isPreset(name) || nameFile(name) !== file) return undefined
      const sheet = drawn.get(name) ?? draw(name)
      drawn.set(name, sheet)
      sheet.catch(() => drawn.delete(name))
      return await sheet
    },
  }
}
