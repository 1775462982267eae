/** Gathers everything that is wrong with a body, and refuses it as Discord does: one 50035 with nested `errors`. */
import { Refusal } from './refusals.ts'

export type Json = Record<string, unknown>
export type Path = readonly (string | number)[]

export interface Form {
  add(path: Path, code: string, message: string): void
  /** Adds the fault unless `holds`. */
  expect(holds: boolean, path: Path, code: string, message: string): void
  /** Faults what is no string or has not between `min` and `max` characters; absent is fine unless `min` > 0. */
  text(path: Path, value: unknown, min: number, max: number): void
  /** Faults what is no list or has not between `min` and `max` entries, and gives what can be read of it. */
  list(path: Path, value: unknown, min: number, max: number): Json[]
  integer(path: Path, value: unknown, min: number, max: number): void
  /** Throws when anything was added. */
  finish(): void
}

export function createForm(): Form {
  const errors: Json = {}

  function add(path: Path, code: string, message: string): void {
    let node = errors
    for (const step of path) {
      node[step] ??= {}
      node = node[step] as Json
    }
    node._errors = [...((node._errors as Json[] | undefined) ?? []), { code, message }]
  }

  return {
    add,
    expect(holds, path, code, message) {
      if (!holds) add(path, code, message)
    },
    text(path, value, min, max) {
      if (value === undefined || value === null) {
        if (min > 0) add(path, 'BASE_TYPE_REQUIRED', 'This field is required')
      } else if (typeof value !== 'string') {
        add(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.')
      } else if (countCharacters(value) < min || countCharacters(value) > max) {
        add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
      }
    },
    list(path, value, min, max) {
      if (value === undefined || value === null) {
        if (min > 0) add(path, 'BASE_TYPE_REQUIRED', 'This field is required')
        return []
      }
      if (!Array.isArray(value)) {
        add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
        return []
      }
      if (value.length < min || value.length > max) {
        add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
      }
      return value.map((entry, index) => {
        if (isObject(entry)) return entry
        add([...path, index], 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
        return {}
      })
    },
    integer(path, value, min, max) {
      if (value === undefined || value === null) return
      if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) {
        add(path, 'NUMBER_TYPE_BOUNDS', `int value should be between ${min} and ${max}.`)
      }
    },
    finish() {
      if (Object.keys(errors).length > 0) throw new Refusal('invalidForm', { errors })
    },
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Discord counts code points, so that an emoji is not two. */
export function countCharacters(text: string): number {
  return [...text].length
}

/** True for a URL with one of the schemes, such as `https:`. */
export function isUrl(value: unknown, schemes: readonly string[]): value is string {
  return typeof value === 'string' && URL.canParse(value) && schemes.includes(new URL(value).protocol)
}
