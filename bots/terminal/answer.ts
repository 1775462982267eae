/** Turns a typed line into a call. */
import { CoreError } from '#core/errors.ts'
import { type ChatUser, type Prices, speak, type Words } from '#core/index.ts'
import type { Command } from '../command.ts'
import { priceImagine } from '../commands/imagine.ts'
import { findMeantCommand } from '../find-command.ts'
import { inLanguage } from '../in-language.ts'
import { speakTo } from '../locale.ts'
import { renderRefusal } from '../messages/refusal.ts'
import { renderDidYouMean, renderTypedForm } from '../messages/terminal.ts'
import type { Call, Dispatch, Message, Reply, Spoken } from '../platform.ts'
import { findPress } from '../press.ts'
import { type ParsedLine, parseLine } from '../typed/parse-line.ts'
import { attachFiles } from './attachment.ts'
import { renderLine } from './press.ts'

export interface Answering {
  commands: readonly Command[]
  dispatch: Dispatch
  user: ChatUser
  prices: Prices
  /** The language of the system. */
  locale?: string | undefined
}

/** Handles one line to its end; never rejects. */
export async function answerLine(
  line: string,
  id: string,
  reply: Reply<Spoken>,
  answering: Answering,
): Promise<void> {
  const { commands } = answering
  let parsed: ParsedLine
  let guessed: Message | undefined
  try {
    parsed = await attachFiles(parseLine(line, commands, { tolerant: false }), commands)
    guessed = guessPrompt(line, parsed.command, answering)
  } catch (error) {
    if (!(error instanceof CoreError)) throw error
    const words = speak(answering.locale)
    return await finish(reply, words, renderRefusal(words, error))
  }
  if (guessed) return await finish(reply, speak(answering.locale), guessed)
  await answerCall(parsed, id, reply, answering)
}

/** So short a word is near to some command, and begins many prompts. */
const shortestName = 4

/** What asks whether a line without a slash is a prompt; undefined where it names a command, or nearly. Throws `bad-option`. */
function guessPrompt(
  line: string,
  command: string,
  { commands, prices, locale }: Answering,
): Message | undefined {
  const words = line.trim()
  const isKnown = commands.some(({ name }) => name === command)
  if (isKnown || words.startsWith('/') || /^\d+$/.test(words)) return undefined
  const mayBeName = words === command || command.length >= shortestName
  if (mayBeName && findMeantCommand(commands, command) !== undefined) return undefined
  const meant = findPress(parseLine(`/imagine ${words}`, commands, { tolerant: false }))
  const { prompt, ...others } = meant.options
  if (prompt === undefined) return undefined
  const price = priceImagine(prices, meant.options)
  return renderDidYouMean(speak(locale), words, price, { ...meant, options: { prompt, ...others } })
}

/** Hands a call to dispatch, which answers it. */
export async function answerCall(
  asked: Pick<Call, 'command' | 'options'>,
  id: string,
  reply: Reply<Spoken>,
  { commands, dispatch, user, locale }: Answering,
): Promise<void> {
  const origin = { platform: 'terminal' as const, ...(locale !== undefined && { locale }), address: {} }
  const form = await dispatch({
    ...asked,
    ...speakTo(origin),
    id,
    user,
    origin,
    admin: true,
    alone: true,
    reply,
    retract,
  })
  if (!form) return
  const main = commands.find(({ name }) => name === form.command)?.options[0]?.name
  const words = speak(locale)
  await finish(reply, words, renderTypedForm(words, form, renderLine(form, main)))
}

/** Where it cannot be printed there is no terminal left to tell. */
const finish = (reply: Reply<Spoken>, words: Words, message: Message) =>
  reply.finish(inLanguage(words, message, 'terminal')).catch(() => undefined)

/** What was printed stays. */
const retract = () => Promise.reject(new CoreError('cannot-post', {}))
