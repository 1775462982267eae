/** Finds the command in what somebody said to the bot; most say only what they want to see. */
import type { Command } from '../command.ts'

/**
 * After a slash, any command. Without one, a command's name counts only where it is plain that it is meant: alone,
 * or before a single word. Everything else is the first command's, also a picture without words; silence asks for help.
 */
export function readTalkLine(
  { text, pictured }: { text: string; pictured: boolean },
  commands: readonly Command[],
): { command: string; text: string } {
  const listed = commands.filter(({ hidden }) => !hidden)
  const [, slash = '', name = '', rest = ''] = /^(\/?)(\S*)\s*(.*)$/s.exec(text.trim()) ?? []
  const command = listed.find((each) => each.name === name.toLowerCase())
  const [first] = listed
  if (slash === '/') return { command: command?.name ?? name, text: rest }
  if (!first || (name === '' && !pictured)) return { command: 'help', text: '' }
  const meant = command === first || !/\s/.test(rest.trim())
  return command && meant ? { command: command.name, text: rest } : { command: first.name, text }
}
