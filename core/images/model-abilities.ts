/** What an image model takes. */
import type { Background } from './asked.ts'
import { backgrounds, largestCount } from './ordering/read-asked.ts'

/** How closely what is drawn keeps to the pictures that it is drawn from. */
export type InputFidelity = 'low' | 'high'

/** As the vendor's API names them. */
export type OutputFormat = 'png' | 'jpeg' | 'webp'

export interface ModelAbilities {
  /** `any` that keeps the rules for sizes, or the `standard` three. */
  sizes: 'any' | 'standard'
  backgrounds: readonly Background[]
  /** What it can be asked for; none where the parameter must be left out, as by models that choose it themselves. */
  inputFidelities: readonly InputFidelity[]
  /** It is known to write words as they are spelled. */
  spells?: true
  /** It can show what is not finished yet. */
  streams: boolean
  /** The most pictures of one request. */
  count: number
  outputs: readonly OutputFormat[]
}

/** Of a model that is not known, which may be a new one: the vendor says what it does not take. */
export const everyAbility: ModelAbilities = {
  sizes: 'any',
  backgrounds,
  inputFidelities: [],
  streams: true,
  count: largestCount,
  outputs: ['png', 'jpeg', 'webp'],
}

/** What one or another of them takes. */
export function joinAbilities(all: readonly ModelAbilities[]): ModelAbilities {
  const listAll = <Value>(list: (each: ModelAbilities) => readonly Value[]) => [...new Set(all.flatMap(list))]
  const known = listAll(({ backgrounds }) => backgrounds)
  return {
    sizes: all.some(({ sizes }) => sizes === 'any') ? 'any' : 'standard',
    backgrounds: backgrounds.filter((each) => known.includes(each)),
    inputFidelities: listAll(({ inputFidelities }) => inputFidelities),
    streams: all.some(({ streams }) => streams),
    count: Math.max(...all.map(({ count }) => count)),
    outputs: listAll(({ outputs }) => outputs),
  }
}
