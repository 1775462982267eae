/** Reads what somebody filled in for a preset, or says what is wrong with it. */
import { countCharacters } from '#core/characters.ts'
import type { Asked } from '#core/images/asked.ts'
import { describeFields, type Fields, type Preset } from '#core/images/presets/preset.ts'
import { type PresetName, presets } from '#core/images/presets/presets.ts'
import { longestPrompt } from '#core/images/tools.ts'
import { refuse } from './refuse.ts'

/** From another picture: `sources`, and what was asked for there, which is not checked again where it stays. */
interface From {
  /** The one that is chosen now. */
  model?: string | undefined
  sources: readonly string[]
  like?: Asked | undefined
}

/** Always one premium picture. What the model does not take of it is to be fitted. Throws `bad-option`. */
export function readPreset(
  tool: PresetName,
  given: Fields,
  { sources, like, model = like?.model }: From,
): Asked {
  const preset: Preset = presets[tool]
  const { size, background } = preset
  const fields = readFields(preset, given, like?.fields)
  return {
    ...{ tool, prompt: describeFields(preset, fields), size, background, fields, sources },
    ...(model !== undefined && { model }),
    quality: 'premium',
    count: 1,
  }
}

/** Those of the preset alone; what is empty is left out, and the style is named always. */
function readFields(preset: Preset, given: Fields, before: Fields = {}): Fields {
  const filled = preset.fields.flatMap(({ name, required, longest }) => {
    const words = given[name]?.trim() ?? ''
    const isEmpty = !canBeSeen(words)
    if (isEmpty && required) throw refuse(name, { kind: 'missing' })
    const length = countCharacters(words, longest)
    if (length > longest && words !== before[name]) {
      throw refuse(name, { kind: 'too-long', length, limit: longest })
    }
    return isEmpty ? [] : [[name, words] as const]
  })
  const change = given.change === undefined ? {} : { change: readChange(given.change) }
  return { ...Object.fromEntries(filled), style: readStyle(preset, given.style, before.style), ...change }
}

const canBeSeen = (words: string) => /[^\p{C}\p{Z}\p{M}]/u.test(words)

function readChange(change: string): string {
  if (!canBeSeen(change)) throw refuse('prompt', { kind: 'missing' })
  if (change.length > longestPrompt) {
    throw refuse('prompt', { kind: 'too-long', length: change.length, limit: longestPrompt })
  }
  return change
}

function readStyle({ styles }: Preset, given = '', before = ''): string {
  const choices = Object.keys(styles)
  const style = given.trim().toLowerCase() || choices[0]
  if (style === undefined || (style !== before && !choices.includes(style))) {
    throw refuse('style', { kind: 'not-a-choice', choices })
  }
  return style
}
