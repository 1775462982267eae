/**
 * What each known image model takes and costs, in one table. Sources: OpenAI's API reference for what requests may hold (as
 * typed in openai 7.57), developers.openai.com/api/docs/deprecations for the days on which models are shut down, the vendor's
 * page of each model for the price of tokens, and its image generation guide for what one picture costs, and
 * fal.ai/models/openai/gpt-image-2 for how words are spelled by it, and by those after it.
 */
import type { Quality } from './asked.ts'
import { everyAbility, type ModelAbilities } from './model-abilities.ts'

/** US dollars for a million tokens. */
export interface TokenPrices {
  /** Words that are read. */
  text: number
  /** Pictures that are read. */
  image: number
  /** Pictures that are drawn. */
  output: number
}

export interface KnownModel {
  abilities: ModelAbilities
  /** The day on which the vendor shuts it down, where announced: YYYY-MM-DD. */
  shutdown?: string
  tokens?: TokenPrices
  /** US dollars for one picture of each quality, at the dearest of the sizes that every model takes. */
  picture?: Readonly<Record<Quality, number>>
}

const standardSizes: ModelAbilities = { ...everyAbility, sizes: 'standard', count: 10 }
const spelling: ModelAbilities = { ...everyAbility, count: 10, spells: true }
const ending = { abilities: standardSizes, shutdown: '2026-12-01' }
const tokens: TokenPrices = { text: 5, image: 8, output: 30 }

const table: Readonly<Record<string, KnownModel>> = {
  'gpt-image-1': {
    abilities: { ...standardSizes, inputFidelities: ['low', 'high'] },
    shutdown: '2026-10-23',
  },
  'gpt-image-1-mini': { ...ending, abilities: { ...standardSizes, inputFidelities: ['low'] } },
  'gpt-image-1.5': { ...ending, abilities: { ...standardSizes, inputFidelities: ['low', 'high'] } },
  'chatgpt-image-latest': ending,
  'gpt-image-2': {
    // Transparency is in preview, for some projects alone: all others are refused it.
    abilities: { ...spelling, backgrounds: ['auto', 'opaque'] },
    tokens,
    picture: { draft: 0.006, standard: 0.053, premium: 0.211 },
  },
  'gpt-image-2.5-sunburst': { abilities: spelling, tokens },
  'gpt-image-2.5-flare': { abilities: spelling, tokens },
  // Nowhere is it said that these take other sizes.
  'gpt-image-2.6-sunburst': { abilities: { ...standardSizes, spells: true }, tokens },
  'gpt-image-2.6-flare': { abilities: { ...standardSizes, spells: true }, tokens },
}

const unknown: KnownModel = { abilities: everyAbility }

/** By the vendor's name for it, with or without the day of a snapshot. */
export function findKnownModel(id: string): KnownModel {
  const name = id.replace(/-\d{4}-\d{2}-\d{2}$/, '')
  return Object.hasOwn(table, name) ? (table[name] ?? unknown) : unknown
}

export const findAbilities = (id: string): ModelAbilities => findKnownModel(id).abilities
