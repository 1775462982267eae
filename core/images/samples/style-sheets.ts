/** Where the sheets of styles can be had, one of each preset in each language, and the sheets themselves, each drawn once. */
import { createHash } from 'node:crypto'
import { isPreset, type PresetName, presets } from '#core/images/presets/presets.ts'
import type { Words } from '#core/languages/en.ts'
import { speak } from '#core/languages/languages.ts'

/** One more whenever the drawings change, so that nobody is shown what they kept. */
const drawings = 1

/** A sheet as others show it. */
export interface StyleSheet {
  /** At the public address; changes whenever the sheet does. */
  path: string
  /** What is to be seen on it, in words. */
  alt: string
}

export const findStyleSheet = (words: Words, preset: PresetName): StyleSheet => ({
  path: `/styles/${nameFile(words, preset)}`,
  alt: words.styleSheet(listNames(words, preset)),
})

/** In the order of its drawings, which are by the same keys. */
function listNames({ styles }: Words, preset: PresetName): string[] {
  const said: Readonly<Record<string, { name: string }>> = styles[preset]
  return Object.keys(presets[preset].samples).map((style) => said[style]?.name ?? style)
}

function nameFile(words: Words, preset: PresetName): string {
  const { samples, delivered } = presets[preset]
  const shown = { drawings, samples, delivered, names: listNames(words, preset) }
  const version = createHash('sha256').update(JSON.stringify(shown)).digest('hex')
  return `${preset}-${words.tag}-${version.slice(0, 8)}.png`
}

export interface StyleSheets {
  /** A PNG; undefined for a name that no sheet has. */
  find(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>
}

/** What draws is loaded when the first one is asked for. */
export function createStyleSheets(): StyleSheets {
  const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  async function draw(words: Words, preset: PresetName): Promise<Uint8Array<ArrayBuffer>> {
    const { drawStyleSheet } = await import('./style-sheet.ts')
    return await drawStyleSheet(presets[preset], listNames(words, preset))
  }

  return {
    async find(file) {
      const [name = '', tag] = file.split('-')
      const words = speak(tag)
      if (!isPreset(name) || nameFile(words, name) !== file) return undefined
      const sheet = drawn.get(file) ?? draw(words, name)
      drawn.set(file, sheet)
      sheet.catch(() => drawn.delete(file))
      return await sheet
    },
  }
}
