/** Explains all commands, or one. */
import { type Command, defineCommand } from '../command.ts'
import { findListed, findMeantCommand } from '../find-command.ts'
import { renderExamples } from '../messages/examples.ts'
import { renderCommandHelp, renderHelp } from '../messages/help.ts'

/** `list` answers with all commands, this one included. */
export function createHelp(list: () => readonly Command[]): Command {
  return defineCommand({
    name: 'help',
    options: [{ name: 'command', type: 'text', maxLength: 100 }],
    toAll: true,
    isPrivate: () => true,
    async run({ options, user, words }, { prices }) {
      // Only Slack lets the bot hear what people say to it.
      const talks = user.platform === 'slack'
      const menus = user.platform !== 'terminal'
      // Its list of commands is in one language.
      const untranslated = user.platform === 'slack'
      const named = readName(options.command ?? '')
      const examples = menus && { examples: renderExamples(words, prices, true) }
      if (named === '') return renderHelp(words, list(), { talks, menus, untranslated, ...examples })
      const command = findListed(list(), named)
      if (command) return renderCommandHelp(words, command, { untranslated })
      const meant = findMeantCommand(list(), named)
      return renderHelp(words, list(), {
        ...{ talks, menus, untranslated, missing: { named, ...(meant !== undefined && { meant }) } },
      })
    },
  })
}

/** With or without the slash and what may follow; quoted and marked as people copy it. */
const readName = (text: string) => (/[\p{L}\p{N}-]+/u.exec(text)?.[0] ?? '').toLowerCase()
