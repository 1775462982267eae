/** What a preset is: a kind of picture that people ask for by a few words, as data; and what the model is told of one. */
import type { Sample } from '#core/images/samples/draw-sample.ts'
import type { Size } from '#core/images/sizes.ts'
import type { EastAsian } from '#core/lettering/east-asian.ts'
import { hasFonts } from '#core/lettering/has-fonts.ts'

export interface PresetField {
  name: string
  required?: true
  /** Characters, as people see them. */
  longest: number
  /** Its words stand on the picture, so large beside the others. */
  set?: 'large' | 'small'
}

export interface Preset {
  /** In the order in which they are asked for; the first is required and names the picture. */
  fields: readonly PresetField[]
  /** By the name that people choose, what the model is told; the first is the usual one. */
  styles: Readonly<Record<string, string>>
  /** How each of them looks at a glance, by the same names. */
  samples: Readonly<Record<string, Sample>>
  /** Asked of the model, or what comes nearest. */
  size: Size
  background: 'opaque' | 'transparent'
  /** What is delivered, in pixels. */
  delivered: Size
  /** What is see-through around what was drawn is cut off, so that it fills what is delivered. */
  fills?: true
  /** Where words are set: over the lower part, over a strip below what is drawn, or nowhere. */
  layout: 'over' | 'below' | 'none'
  /** What the model is told that it is, after which the words of the first field follow. */
  subject: string
  /** What else it is told. */
  manner: string
}

/** What a person filled in, by the names of fields; `style` is the style's name, `change` what is to be changed in the picture it is drawn from. */
export type Fields = Readonly<Record<string, string>>

export interface SetWords {
  words: string
  size: 'large' | 'small'
  /** Of all that is set together. */
  language?: EastAsian
}

/** What is to stand on the picture. */
export const listWords = ({ layout, fields }: Preset, filled: Fields): readonly SetWords[] =>
  fields.flatMap(({ name, set }) => {
    const words = filled[name]
    return layout === 'none' || set === undefined || words === undefined ? [] : [{ words, size: set }]
  })

/** The person's own words, by which the picture is found and told: the change, or those on it, or what it is of. */
export const describeFields = ({ fields }: Preset, filled: Fields): string =>
  filled.change ??
  fields
    .flatMap(({ name, set }, index) => (index > 0 && set === undefined ? [] : (filled[name] ?? [])))
    .join('\n')

/** More than these, models that spell leave out or repeat. */
const mostLettered = 80

/**
 * Whether the model writes the words itself: one that is known to spell, and words that have nothing but letters, numbers and
 * the marks of sentences. All else is set in type, but for scripts without a font.
 */
export function isLettered(preset: Preset, filled: Fields, spells: boolean): boolean {
  const all = listWords(preset, filled)
    .map(({ words }) => words)
    .join(' ')
  if (!hasFonts(all)) return true
  return spells && all.length <= mostLettered && /^[\p{L}\p{M}\p{N} .,:;!?’'"“”&+%–—-]+$/u.test(all)
}

interface Instruction {
  /** Whether the model writes the words itself. */
  lettered: boolean
  /** Whether it is given pictures to draw from. */
  hasSources: boolean
}

/** The words that the model is sent. */
export function instructPreset(
  preset: Preset,
  filled: Fields,
  { lettered, hasSources }: Instruction,
): string {
  const { fields, subject, manner, styles, background } = preset
  const [first] = fields
  const plain = fields.slice(1).filter(({ set }) => set === undefined)
  return [
    `${subject} ${quote(filled[first?.name ?? ''] ?? '')}.`,
    styles[filled.style ?? ''] ?? Object.values(styles)[0],
    ...plain.flatMap(({ name }) =>
      filled[name] === undefined ? [] : [`Its ${name}: ${quote(filled[name])}.`],
    ),
    manner,
    ...(background === 'transparent'
      ? ['The background is fully transparent, or plain white where it cannot be.']
      : []),
    ...(hasSources ? [filled.change === undefined ? building : changing] : []),
    ...writeLettering(preset, filled, lettered),
    // Last, since it may be so long that it is cut.
    ...(filled.change === undefined ? [] : [`What to change: ${filled.change}`]),
  ].join('\n')
}

const building = 'Build on the given picture: keep what it shows recognisable, but for any words in it.'
const changing =
  'The given picture is an earlier version of it: draw it again just as it is, but for what is to be changed and for any words in it.'

const where = {
  over: 'Keep the lower half calm, even and free of detail.',
  below: 'Leave the lowest third empty.',
  none: '',
}

function writeLettering(preset: Preset, filled: Fields, lettered: boolean): string[] {
  const words = listWords(preset, filled)
  if (words.length === 0 || !lettered) {
    return [
      'There are no words, letters, numbers or signs in the picture at all.',
      ...(words.length > 0 ? [`Words are set on it afterwards. ${where[preset.layout]}`] : []),
    ]
  }
  return [
    'Write exactly these words on it, once, in these letters, and no others:',
    ...words.map(({ words, size }) => `${size}: ${quote(words)}`),
    'They are large enough to be read in a small preview, and stay clear of the edges by a sixth of each side.',
  ]
}

/** On one line, and with no way out of the quotation marks. */
const quote = (words: string) => `“${words.replace(/\s+/g, ' ').replaceAll('“', '"').replaceAll('”', '"')}”`
