/**
 * What each known image model takes, in one table. Sources: OpenAI's API reference for `background`, `size` and
 * `input_fidelity` (as typed in openai 7.57), and developers.openai.com/api/docs/deprecations for the days on which models are
 * shut down.
 */
import type { Background } from './asked.ts'
import { backgrounds } from './ordering/read-asked.ts'

/** How closely what is drawn keeps to the pictures that it is drawn from. */
export type InputFidelity = 'low' | 'high'

export interface ModelAbilities {
  /** `any` that keeps the rules for sizes, or the `standard` three. */
  sizes: 'any' | 'standard'
  backgrounds: readonly Background[]
  /** What it can be asked for; none where the parameter must be left out, as by models that choose it themselves. */
  inputFidelities: readonly InputFidelity[]
  /** It is known to write words as they are spelled (fal.ai/models/openai/gpt-image-2, and those after it). */
  spells?: true
  /** The day on which the vendor shuts it down, where announced: YYYY-MM-DD. */
  shutdown?: string
}

/** Of a model that is not known, which may be a new one: the vendor says what it does not take. */
export const everyAbility: ModelAbilities = { sizes: 'any', backgrounds, inputFidelities: [] }

const spelling: ModelAbilities = { ...everyAbility, spells: true }
const withoutTransparency = ['auto', 'opaque'] as const
const standard: ModelAbilities = { sizes: 'standard', backgrounds, inputFidelities: [] }
const ending: ModelAbilities = { ...standard, shutdown: '2026-12-01' }

const table: Readonly<Record<string, ModelAbilities>> = {
  'gpt-image-1': { ...standard, inputFidelities: ['low', 'high'], shutdown: '2026-10-23' },
  'gpt-image-1-mini': { ...ending, inputFidelities: ['low'] },
  'gpt-image-1.5': { ...ending, inputFidelities: ['low', 'high'] },
  'chatgpt-image-latest': ending,
  // Transparency is in preview, for some projects alone: all others are refused it.
  'gpt-image-2': { ...spelling, backgrounds: withoutTransparency },
  'gpt-image-2.5-sunburst': spelling,
  'gpt-image-2.5-flare': spelling,
  // Nowhere is it said that these take other sizes.
  'gpt-image-2.6-sunburst': { ...standard, spells: true },
  'gpt-image-2.6-flare': { ...standard, spells: true },
}

/** By the vendor's name for it, with or without the day of a snapshot. */
export function findAbilities(model: string): ModelAbilities {
  const name = model.replace(/-\d{4}-\d{2}-\d{2}$/, '')
  return Object.hasOwn(table, name) ? (table[name] ?? everyAbility) : everyAbility
}
