/** What a command is: data that drives every platform's menus, and one function. */
import type { Core } from '#core/index.ts'
import type { Call, Form, Message, OptionValue } from './platform.ts'

/** One option of a command. The first option, if it is text, an id or a channel, also takes the words that follow the command. */
export type Option = {
  name: string
  summary: string
  required?: true
} /** `verbatim`: a quotation is part of it, where a line is read tolerantly. */ & (
  | { type: 'text'; maxLength: number; verbatim?: true }
  /** One of a few, or, with `open`, anything else of the option's own kind. */
  | {
      type: 'choice'
      choices: readonly { value: string; label: string }[]
      /** `accepts`: what may be offered back to somebody who types it. */
      open?: { hint: string; maxLength: number; accepts(text: string): boolean }
    }
  | { type: 'integer'; minimum: number; maximum: number }
  | { type: 'flag' }
  | { type: 'image' }
  /** The id of one of the caller's own pictures: a finished one, unless said otherwise. */
  | { type: 'generation'; of?: 'waiting' }
  /** A channel of the team: its id, or what the platform makes of a channel that a person names. */
  | { type: 'channel' }
)

export interface Command {
  /** Without the slash, lower case. */
  name: string
  /** At most 100 characters. */
  summary: string
  options: readonly Option[]
  /** Reached by buttons and forms only: no menu lists it. */
  hidden?: true
  /** Answers a press with a form instead of a message, so it must be quick. */
  opensForm?: true
  /** A press may show the answer in place of the private message that has the button. */
  inPlace?: true
  /** Asks whether the caller is an admin, which a platform may have to look up first. */
  needsAdmin?: true
  /** Whether the caller alone will see the answer; known before the command runs. */
  isPrivate(options: Readonly<Record<string, OptionValue>>): boolean
  run(call: Call, core: Core): Promise<Message | Form>
}
