/** Records as documents, and back: the same fields, with `_id` for an id and text as a database can keep it. */
import type { Document } from 'mongodb'
import type { Generation } from '#core/images/generation.ts'
import { findParent } from '#core/images/sources/source-names.ts'
import {
  findWords,
  readGeneration,
  renderGeneration,
  type StoredGeneration,
} from '#core/store/read-generation.ts'
import { decodeText, encodeName, encodeText, foldText } from '#core/store/text.ts'

/** A plain record, or any value in one, with all its text encoded. */
export function encode<Value>(value: Value): Value {
  return translate(value, encodeText, encodeName) as Value
}

/** What `encode` was given. */
export function decode<Value>(value: Value): Value {
  return translate(value, decodeText, decodeText) as Value
}

function translate(
  value: unknown,
  ofText: (text: string) => string,
  ofName: (name: string) => string,
): unknown {
  if (typeof value === 'string') return ofText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => translate(item, ofText, ofName))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [ofName(name), translate(item, ofText, ofName)]),
  )
}

/** A kept generation: its fields, `_id`, `folded`, the prompt as search compares it, and `parent`, what it came of. */
export type GenerationDocument = Omit<StoredGeneration, 'id'> & {
  _id: string
  folded: string
  parent?: string
}

export function toDocument(generation: Generation): GenerationDocument {
  const { id, ...fields } = renderGeneration(generation)
  const parent = findParent(fields.spec)?.id
  return {
    _id: encodeText(id),
    ...encode(fields),
    folded: foldText(findWords(fields.spec)),
    ...(parent !== undefined && { parent: encodeText(parent) }),
  }
}

export function toGeneration(document: Document): Generation {
  const { _id, folded, parent, ...fields } = document
  return readGeneration(decode({ id: _id, ...fields }) as StoredGeneration)
}
