/** What a command is: data that drives every platform's menus, and one function. */
import { CoreError } from '#core/errors.ts'
import type { Core } from '#core/index.ts'
import type { Option, OptionsOf } from './option.ts'
import { type Options, readOptions } from './options.ts'
import type { Call, Form, Message } from './platform.ts'

interface About {
  /** What the program calls it, and English, without the slash; other names and words on it are in the language's catalogue. */
  name: string
  /** Reached by buttons and forms only: no menu lists it. */
  hidden?: true
  /** Costs something: in talk, without a slash, its name is a word like any other, and the price comes first. */
  asksFirst?: true
  /** Draws for credits from what is free by itself: a refusal says what became of the credits, whatever it is for. */
  charges?: true
  /** Is in the menu of a message too, where the platform has one and the message shows a picture. */
  onMessage?: true
  /** Answers a press with a form instead of a message, so it must be quick. */
  opensForm?: true
  /** A press may show the answer in place of the private message that has the button. */
  inPlace?: true
  /** Also for those whom the team has blocked. */
  toAll?: true
  /** Means nothing to who was not linked when they asked: it is not run once they are. */
  needsLink?: true
  /** Asks whether the caller is an admin, which a platform may have to look up first. */
  needsAdmin?: true
}

/** As everything but the command itself sees it: it checks the options it is given. */
export interface Command extends About {
  options: readonly Option[]
  /** Whether the caller alone will see the answer; known before the command runs. */
  isPrivate(options: Options): boolean
  /** Rejects with `bad-option` or `attachment-unreadable` for options that are not as defined. */
  run(call: Call, core: Core): Promise<Message | Form>
}

/** As it is written: it reads no option but those it defines, each of its own type. */
interface Definition<Defined extends readonly Option[]> extends About {
  options: Defined
  isPrivate(options: OptionsOf<Defined>): boolean
  run(call: Call<OptionsOf<Defined>>, core: Core): Promise<Message | Form>
}

/** Still knows what it defines, for those who read its options themselves. */
interface DefinedCommand<Defined extends readonly Option[]> extends Command {
  options: Defined
}

/** The only way from a definition to a command: nothing reaches `definition` unchecked. */
export function defineCommand<const Defined extends readonly Option[]>(
  definition: Definition<Defined>,
): DefinedCommand<Defined> {
  return {
    ...definition,
    isPrivate(raw) {
      try {
        return definition.isPrivate(readOptions(definition, raw))
      } catch (error) {
        // It will be refused, and a refusal is for the caller alone.
        if (error instanceof CoreError) return true
        throw error
      }
    },
    run: async (call, core) =>
      await definition.run({ ...call, options: readOptions(definition, call.options) }, core),
  }
}
