/** What an option of a command is, and what its value is once it has been checked. */

import type { PresetName, Words } from '#core/index.ts'
import { findRoom } from '#core/index.ts'
import type { Attachment, Person } from './platform.ts'

/** One of a few. Whatever does not say what it is called goes by its value in every language. */
export interface Choice {
  value: string
  say?(words: Words): Said
}

/** `name`: a word to type. */
export interface Said {
  name: string
  about?: string
}

/** One option of a command. The first option, if it is text, an id or a channel, also takes the words that follow the command; else each of them is the first option's that it can be. */
export type Option = {
  /** What the program calls it, and English; other names and words on it are in the language's catalogue. */
  name: string
  required?: true
} /**
 * `verbatim`: a quotation is part of it, where a line is read tolerantly. `prose`: words without quotes are its value until
 * another option is named. `maxLength` is in UTF-16 units, as vendors’ limits are held; with `characters`, as people see them.
 */ & (
  | { type: 'text'; maxLength: number; characters?: true; verbatim?: true; prose?: true }
  /** One of a few, or, with `open`, anything else of the option's own kind. */
  | {
      type: 'choice'
      choices: readonly Choice[]
      /** The preset whose styles they are: a form shows them all, where it can. */
      sheet?: PresetName
      /** `accepts`: what may be offered back to somebody who types it. */
      open?: { hint: string; maxLength: number; accepts(text: string): boolean }
    }
  | { type: 'integer'; minimum: number; maximum: number }
  | { type: 'flag' }
  /** `more`: one more of what the image option before it takes. `drawings`: SVG too. */
  | { type: 'image'; more?: true; drawings?: true }
  /** The id of one of the caller's own pictures: a finished one, unless said otherwise. */
  | { type: 'generation'; of?: 'waiting' }
  /** A channel of the team: its id, or what the platform makes of a channel that a person names. */
  | { type: 'channel' }
  /** Somebody else, as the platform names them. */
  | { type: 'person' }
)

type ValueOf<O extends Option> = O extends { type: 'integer' }
  ? number
  : O extends { type: 'flag' }
    ? boolean
    : O extends { type: 'image' }
      ? Attachment
      : O extends { type: 'person' }
        ? Person
        : O extends { type: 'choice'; choices: readonly { value: infer Value }[] }
          ? 'open' extends keyof O
            ? string
            : Value
          : string

/** By name, what these definitions promise; those that are required are always there. */
export type OptionsOf<Options extends readonly Option[]> = {
  readonly [O in Options[number] as O extends { required: true } ? O['name'] : never]: ValueOf<O>
} & {
  readonly [O in Options[number] as O extends { required: true } ? never : O['name']]?: ValueOf<O>
}

/** The UTF-16 units that a field for it must hold. */
export const findTextRoom = ({ maxLength, characters }: Extract<Option, { type: 'text' }>): number =>
  characters ? findRoom(maxLength) : maxLength

/** Those that take pictures, in the order in which these are numbered. */
export const listImageOptions = (options: readonly Option[]): readonly Option[] =>
  options.filter(({ type }) => type === 'image')

/** `say`: what they are called, where that is not data. */
export function listChoices<const Value extends string>(
  values: readonly Value[],
  say?: (words: Words, value: Value) => string | Said | undefined,
): (Choice & { value: Value })[] {
  return values.map((value) => ({
    value,
    ...(say && {
      say(words) {
        const said = say(words, value) ?? value
        return typeof said === 'string' ? { name: said } : said
      },
    }),
  }))
}

/** Where several models can be chosen from. */
export const createModelOption = (models: readonly string[]) =>
  ({
    name: 'model',
    type: 'choice',
    choices: listChoices(models),
  }) as const
