/** What people are told by a command. */
import type { Chat, Options, Who } from './chat.ts'

/** What somebody is shown by a command, and by nothing else, on one line. */
export async function ask(chat: Chat, who: Who, command: string, options?: Options): Promise<string> {
  const before = new Set(chat.look(who).map(({ key }) => key))
  await chat.type(who, 'channel', command, options)
  const shown = chat.look(who).filter(({ key }) => !before.has(key))
  return shown
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
}
