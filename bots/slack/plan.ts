/** Decides what is to be done with what was asked, and finds the command in what somebody just said. */
import { type Generation, type Log, logFailure } from '#core/index.ts'
import type { Command } from '../command.ts'
import { talkName } from '../commands/talk.ts'
import { isLacking, type Options, readGiven } from '../options.ts'
import type { GivenCall, OptionValue } from '../platform.ts'
import { readsLikeOrder, type Said } from '../talk/reads-like-order.ts'
import { parseText } from '../typed/parse-line.ts'
import type { SlackFile } from './attachment.ts'
import { readTyped } from './read-text.ts'
import type { Asked } from './receive.ts'

export type Plan =
  | {
      kind: 'dispatch'
      command: string
      options: Record<string, OptionValue>
      seal?: string
      files: readonly SlackFile[]
    }
  /** `given`: what its inputs begin with, by option. */
  | { kind: 'form'; command: Command; given: Options }

export interface FindPicture {
  /** What somebody's words may be about. */
  findPicture(call: Pick<GivenCall, 'user' | 'thread'>): Promise<Generation | undefined>
  log: Log
}

/** What came along is for a new picture; other talk may be about one that is there. */
export async function findAbout(
  { findPicture, log }: FindPicture,
  asked: Asked,
  call: GivenCall,
): Promise<Said['about']> {
  if (asked.kind !== 'talk' || asked.files.length > 0 || !(call.thread || call.alone)) return undefined
  try {
    return (await findPicture(call)) && (call.thread ? 'thread' : 'newest')
  } catch (error) {
    logFailure(log, error, { call: call.id }, 'What talk is about could not be found')
    return undefined
  }
}

/** `about`: the picture that talk may be about. Throws `bad-option` for words that no command takes. */
export function planCall(asked: Asked, commands: readonly Command[], about?: Said['about']): Plan {
  if (asked.kind === 'call') {
    return { ...asked, kind: 'dispatch', options: { ...asked.options } }
  }
  const [first] = commands
  if (asked.kind === 'excerpt' && first) {
    const [main] = first.options
    return { kind: 'form', command: first, given: main ? { [main.name]: asked.text } : {} }
  }
  const line = readLine(asked, commands, about)
  const command = commands.find(({ name }) => name === line.command)
  const files = asked.kind === 'talk' ? asked.files : []
  if (asked.kind === 'talk' && command?.name === talkName) {
    return { kind: 'dispatch', command: command.name, options: { words: line.text }, files }
  }
  if (!command || command.hidden) return { kind: 'dispatch', command: line.command, options: {}, files: [] }
  const parsed = parseText(line.text, command, { tolerant: true })
  if (asked.kind === 'words' && isLacking(command, parsed)) {
    return { kind: 'form', command, given: readGiven(command, parsed) }
  }
  return { kind: 'dispatch', command: command.name, options: parsed, files }
}

/** The command and its words. A channel's or a person's name is not enough to find them, so that the id is kept where one is an option. */
function readLine(
  asked: Exclude<Asked, { kind: 'call' }>,
  commands: readonly Command[],
  about: Said['about'],
) {
  if (asked.kind !== 'talk') return { command: asked.kind === 'words' ? asked.command : '', text: asked.text }
  const pictured = asked.files.length > 0
  const said = { pictured, about }
  const line = readTalkLine({ text: readTyped(asked.markup), ...said }, commands)
  const options = commands.find(({ name }) => name === line.command)?.options ?? []
  if (!options.some(({ type }) => type === 'channel' || type === 'person')) return line
  return readTalkLine({ text: readTyped(asked.markup, { ids: true }), ...said }, commands)
}

/**
 * After a slash, any command. Without one, a command's name counts only where it is plain that it is meant: alone,
 * before a single word, or with an option (of one that asks first, only with an option); the first command's always. What reads like an order is the first command's, also a picture
 * without words; everything else is talk, and silence asks for help.
 */
export function readTalkLine(
  { text, ...said }: Said & { text: string },
  commands: readonly Command[],
): { command: string; text: string } {
  const listed = commands.filter(({ hidden }) => !hidden)
  const words = text.trim()
  const [before = '', slash = '', name = ''] = /^(\/?)(\S*)\s*/.exec(words) ?? []
  const rest = words.slice(before.length)
  const find = (word: string, among = listed) => among.find((each) => each.name === word.toLowerCase())
  const [first] = listed
  if (slash === '/') return { command: find(name)?.name ?? name, text: rest }
  if (!first || (name === '' && !said.pictured)) return { command: 'help', text: '' }
  const hasOption = /(^|\s)(--|—)[a-z]/.test(rest)
  const plain = listed.filter(({ asksFirst }) => hasOption || !asksFirst)
  const command =
    find(name, plain) ?? (rest === '' ? find(name.replace(/[.!?…]{1,3}$/, ''), plain) : undefined)
  const meant = command === first || !/\s/.test(rest.trim()) || hasOption
  if (command && meant) return { command: command.name, text: rest }
  const answersTalk = commands.some((each) => each.name === talkName)
  const isOrder = name === '' || readsLikeOrder(text, said) || !answersTalk
  return { command: isOrder ? first.name : talkName, text }
}
