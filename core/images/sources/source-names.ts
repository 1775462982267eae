/** What an order may name as a source: a picture that its account brought, by its key, or the result of another generation. */
import type { Asked } from '#core/images/asked.ts'
import type { Generation } from '#core/images/generation.ts'
import { listNumbered } from '#core/images/picture-name.ts'

/** One picture of a generation's result. Its key stays with whoever made it, and goes when they delete it. */
export interface Result {
  id: string
  /** From 0: a picture's number less 1. */
  index: number
}

/** Each of a generation's pictures, for the `sources` of an order; a picture's key cannot look like one. */
export const nameResults = (seen: Pick<Generation, 'id' | 'pictures' | 'pictureKeys'>): readonly string[] =>
  listNumbered(seen).map(({ number }) => `result:${seen.id}:${number - 1}`)

/** Undefined for the key of a picture. */
export function readResult(source: string): Result | undefined {
  const [, id, index] = /^result:(.+):(\d)$/.exec(source) ?? []
  return id === undefined ? undefined : { id, index: Number(index) }
}

/** The picture that it came of: the first result that it is drawn from. */
export const findParent = ({ sources }: Pick<Asked, 'sources'>): Result | undefined =>
  sources.map(readResult).find((result) => result !== undefined)

/** The keys among its sources, each once. */
export const listSourceKeys = ({ sources }: Pick<Asked, 'sources'>): string[] => [
  ...new Set(sources.filter((source) => readResult(source) === undefined)),
]
