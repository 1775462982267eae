/** Explains all commands, or one. */
import { type Command, defineCommand } from '../command.ts'
import { renderCommandHelp, renderHelp } from '../messages/help.ts'
import { findNearest } from '../nearest.ts'

/** `list` answers with all commands, this one included. */
export function createHelp(list: () => readonly Command[]): Command {
  return defineCommand({
    name: 'help',
    summary: 'Explains the commands, or the one you name.',
    options: [{ name: 'command', summary: 'The one to explain', type: 'text', maxLength: 100 }],
    toAll: true,
    isPrivate: () => true,
    async run({ options, user }) {
      // Only Slack lets the bot hear what people say to it.
      const talks = user.platform === 'slack'
      const menus = user.platform !== 'terminal'
      const named = readName(options.command ?? '')
      if (named === '') return renderHelp(list(), { talks, menus })
      const listed = list().filter(({ hidden }) => !hidden)
      const command = listed.find(({ name }) => name === named)
      if (command) return renderCommandHelp(command)
      const meant = findNearest(
        named,
        listed.map(({ name }) => name),
      )
      return renderHelp(list(), { talks, menus, missing: { named, ...(meant !== undefined && { meant }) } })
    },
  })
}

/** With or without the slash and what may follow; quoted and marked as people copy it. */
const readName = (text: string) => (/[\p{L}\p{N}-]+/u.exec(text)?.[0] ?? '').toLowerCase()
