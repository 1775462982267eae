/** One value that a form asks for. */
import type { PresetName } from '#core/index.ts'

export interface FormField {
  name: string
  label: string
  /** At most 100 characters. */
  hint?: string
  value: string
  /** UTF-16 units. */
  maxLength: number
  multiline: boolean
  /** Where one of a few is chosen, at most 25; each with a name of at most 75 characters, where that is not its value, and a word on it or none. */
  choices?: readonly { value: string; name?: string; about: string }[]
  /** The preset whose styles they are: what each looks like is shown, in their order, where a form can. */
  sheet?: PresetName
  /** What may be typed in place of a choice, where a form has room for that. */
  other?: { hint: string; maxLength: number }
  /** Left out where a form has no room for it, the last first. */
  minor?: true
}
