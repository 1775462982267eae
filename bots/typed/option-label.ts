/** Recognizes the name of an option within a line. */
import type { Command } from '../command.ts'
import type { Option } from '../option.ts'
import { findMeant, findOption, requireOption } from '../options.ts'

export interface OptionLabel {
  option: Option
  /** Where the label ends and its value may begin. */
  end: number
  /** The value follows at once, after `=` or `:`. */
  assigned: boolean
  dashed: boolean
  /** Two dashes: nothing else can be meant. */
  plain: boolean
}

/**
 * The option that is named at this place, the beginning of a word. `--name` must be one, or this throws
 * `bad-option`; `name:value`, `name=value` and a name after another number of dashes or a long one are plain words when
 * there is none. So is `--name`, with `tolerant`, where it resembles none.
 */
export function findOptionLabel(
  text: string,
  at: number,
  command: Command,
  { tolerant }: { tolerant: boolean },
): OptionLabel | undefined {
  const pattern = /(-+|[—–])?([\p{L}\p{N}_][\p{L}\p{N}_-]*)([=:])?/uy
  pattern.lastIndex = at
  const [whole = '', dashes, name = '', sign] = pattern.exec(text) ?? []
  const end = at + whole.length
  const ends = end === text.length || /\s/.test(text.charAt(end))
  if (dashes === '--') {
    if (tolerant && findMeant(command, name) === undefined) return undefined
    const option = requireOption(command, name)
    return { option, end, assigned: sign !== undefined, dashed: true, plain: true }
  }
  const option = findOption(command, name)
  if (!option) return undefined
  if (dashes !== undefined && (ends || sign))
    return { option, end, assigned: !!sign, dashed: true, plain: false }
  // Prose has colons too: only a value right after it makes `name:` an option.
  return sign && !ends ? { option, end, assigned: true, dashed: false, plain: false } : undefined
}
