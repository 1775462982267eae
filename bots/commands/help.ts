/** Explains all commands. */
import type { Command } from '../command.ts'
import { renderHelp } from '../messages/help.ts'

/** `list` answers with all commands, this one included. */
export function createHelp(list: () => readonly Command[]): Command {
  return {
    name: 'help',
    summary: 'Explains the commands.',
    options: [],
    isPrivate: () => true,
    // Only Slack lets the bot hear what people say to it.
    run: async ({ user }) => renderHelp(list(), { talks: user.platform === 'slack' }),
  }
}
