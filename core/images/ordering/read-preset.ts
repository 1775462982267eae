/** Reads what somebody filled in for a preset, or says what is wrong with it. */
import type { Asked } from '#core/images/asked.ts'
import { describeFields, type Fields, type Preset } from '#core/images/presets/preset.ts'
import { type PresetName, presets } from '#core/images/presets/presets.ts'
import { refuse } from './refuse.ts'

/** Always one premium picture. What the model does not take of it is to be fitted. Throws `bad-option`. */
export function readPreset(tool: PresetName, given: Fields, sources: readonly string[]): Asked {
  const preset: Preset = presets[tool]
  const { size, background } = preset
  const fields = readFields(preset, given)
  return {
    ...{ tool, prompt: describeFields(preset, fields), size, background, fields, sources },
    quality: 'premium',
    count: 1,
  }
}

/** Those of the preset alone; what is empty is left out, and the style is named always. */
function readFields(preset: Preset, given: Fields): Fields {
  const filled = preset.fields.flatMap(({ name, required, longest }) => {
    const words = given[name]?.trim() ?? ''
    // Signs that cannot be seen are none.
    const isEmpty = !/[^\p{C}\p{Z}\p{M}]/u.test(words)
    if (isEmpty && required) throw refuse(name, { kind: 'missing' })
    if (words.length > longest) throw refuse(name, { kind: 'too-long', length: words.length, limit: longest })
    return isEmpty ? [] : [[name, words] as const]
  })
  return { ...Object.fromEntries(filled), style: readStyle(preset, given.style) }
}

function readStyle({ styles }: Preset, given = ''): string {
  const choices = Object.keys(styles)
  const style = given.trim().toLowerCase() || choices[0]
  if (style === undefined || !choices.includes(style))
    throw refuse('style', { kind: 'not-a-choice', choices })
  return style
}
