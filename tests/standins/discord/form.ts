/** Gathers everything that is wrong with a body, and refuses it as Discord does: one 50035 with nested `errors`. */
import { Refusal } from './refusals.ts'

export type Json = Record<string, unknown>
export type Path = readonly (string | number)[]

/** By field, the least and the most. */
type Limits = Readonly<Record<string, readonly [min: number, max: number]>>

export interface Form {
  /** Without a message, the one that the code always has. */
  add(path: Path, code: string, message?: string): void
  /** Adds the fault unless `holds`. */
  expect(holds: boolean, path: Path, code: string, message?: string): void
  /** Faults what is no string or has not between `min` and `max` characters; absent is fine unless `min` > 0. */
  text(path: Path, value: unknown, min: number, max: number): void
  /** Faults what is no list or has not between `min` and `max` entries, and gives what can be read of it. */
  list(path: Path, value: unknown, min: number, max: number): Json[]
  integer(path: Path, value: unknown, min: number, max: number): void
  /** The same for several fields of a part. */
  texts(path: Path, part: Json, limits: Limits): void
  integers(path: Path, part: Json, limits: Limits): void
  /** Faults as `list` does; does `work` with each entry. */
  each(path: Path, value: unknown, min: number, max: number, work: (entry: Json, at: Path) => void): void
  /** Throws when anything was added. */
  finish(): void
}

/** By code, the message where it is always the same. */
const messages: Readonly<Record<string, string>> = {
  APPLICATION_COMMANDS_DUPLICATE_NAME: 'Application command names must be unique',
  APPLICATION_COMMAND_INVALID_NAME: 'Command name is invalid',
  APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS: 'Option names must be unique',
  APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID: 'Required options must be placed before non-required options',
  AUTOCOMPLETE_WITH_CHOICES: 'Choices exclude autocomplete.',
  BASE_TYPE_MAX_LENGTH: 'Must be 10 or fewer in length.',
  BASE_TYPE_REQUIRED: 'This field is required',
  BITFIELD_INVALID: 'Not a bit set.',
  BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED: 'A button needs a label or an emoji',
  CHOICES_NOT_ALLOWED: 'This type has no choices.',
  COMPONENT_CUSTOM_ID_DUPLICATED: 'Component custom id cannot be duplicated',
  COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED: 'Components displayable text size exceeds maximum size of 4000',
  COMPONENT_ID_DUPLICATED: 'Ids must be unique',
  COMPONENT_LABEL_NOT_ALLOWED: 'The label component has the label',
  COMPONENT_LAYOUT_WIDTH_EXCEEDED: 'The specified component exceeds the maximum width',
  COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED: 'The maximum number of total components is 40',
  LIST_TYPE_CONVERT: 'Only iterables may be used in a ListType',
  MAX_EMBED_SIZE_EXCEEDED: 'Embed size exceeds maximum size of 6000',
  MODEL_TYPE_CONVERT: 'Only dictionaries may be used in a ModelType',
  NESTING: 'Nested too deep.',
  STRING_TYPE_CONVERT: 'Could not interpret value as string.',
  URL_TYPE_INVALID_URL: 'Not a well formed URL.',
}

export function createForm(): Form {
  const errors: Json = {}

  function add(path: Path, code: string, message = messages[code]): void {
    let node = errors
    for (const step of path) {
      node[step] ??= {}
      node = node[step] as Json
    }
    node._errors = [...((node._errors as Json[] | undefined) ?? []), { code, message }]
  }

  const form: Form = {
    add,
    expect(holds, path, code, message) {
      if (!holds) add(path, code, message)
    },
    text(path, value, min, max) {
      if (value === undefined || value === null) {
        if (min > 0) add(path, 'BASE_TYPE_REQUIRED')
      } else if (typeof value !== 'string') {
        add(path, 'STRING_TYPE_CONVERT')
      } else if (countCharacters(value) < min || countCharacters(value) > max) {
        add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
      }
    },
    list(path, value, min, max) {
      if (value === undefined || value === null) {
        if (min > 0) add(path, 'BASE_TYPE_REQUIRED')
        return []
      }
      if (!Array.isArray(value)) {
        add(path, 'LIST_TYPE_CONVERT')
        return []
      }
      if (value.length < min || value.length > max) {
        add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
      }
      return value.map((entry, index) => {
        if (isObject(entry)) return entry
        add([...path, index], 'MODEL_TYPE_CONVERT')
        return {}
      })
    },
    integer(path, value, min, max) {
      if (value === undefined || value === null) return
      if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) {
        add(path, 'NUMBER_TYPE_BOUNDS', `int value should be between ${min} and ${max}.`)
      }
    },
    texts(path, part, limits) {
      for (const [field, range] of Object.entries(limits)) form.text([...path, field], part[field], ...range)
    },
    integers(path, part, limits) {
      for (const [field, range] of Object.entries(limits)) {
        form.integer([...path, field], part[field], ...range)
      }
    },
    each(path, value, min, max, work) {
      for (const [index, entry] of form.list(path, value, min, max).entries()) work(entry, [...path, index])
    },
    finish() {
      if (Object.keys(errors).length > 0) throw new Refusal('invalidForm', { errors })
    },
  }
  return form
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
