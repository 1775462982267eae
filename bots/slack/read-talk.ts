/** Finds the command in what somebody said to the bot; most say only what they want to see. */
import type { Command } from '../command.ts'
import { answerTalk } from '../commands/talk.ts'
import { readsLikeOrder } from '../talk/reads-like-order.ts'

/**
 * After a slash, any command. Without one, a command's name counts only where it is plain that it is meant: alone,
 * or before a single word; the first command's always. What reads like an order is the first command's, also a picture
 * without words; everything else is talk, and silence asks for help.
 */
export function readTalkLine(
  { text, pictured }: { text: string; pictured: boolean },
  commands: readonly Command[],
): { command: string; text: string } {
  const listed = commands.filter(({ hidden }) => !hidden)
  const words = text.trim()
  const [before = '', slash = '', name = ''] = /^(\/?)(\S*)\s*/.exec(words) ?? []
  const rest = words.slice(before.length)
  const find = (word: string) => listed.find((each) => each.name === word.toLowerCase())
  const [first] = listed
  if (slash === '/') return { command: find(name)?.name ?? name, text: rest }
  if (!first || (name === '' && !pictured)) return { command: 'help', text: '' }
  const command = find(name) ?? (rest === '' ? find(name.replace(/[.!?…]{1,3}$/, '')) : undefined)
  const meant = command === first || !/\s/.test(rest.trim())
  if (command && meant) return { command: command.name, text: rest }
  const isOrder = name === '' || readsLikeOrder(text, { pictured }) || !commands.includes(answerTalk)
  return { command: isOrder ? first.name : answerTalk.name, text }
}
