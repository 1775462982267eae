/** Lets somebody type at a prompt while pictures are drawn. */
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { speak } from '#core/index.ts'
import { inLanguage } from '../in-language.ts'
import { renderLineTooLong, renderNothingToCancel, renderWelcome } from '../messages/terminal.ts'
import type { Button, Message, Reply, Spoken } from '../platform.ts'
import { findPress } from '../press.ts'
import type { Suggest } from '../suggest.ts'
import type { Actions } from './actions.ts'
import { type Answering, answerCall, answerLine } from './answer.ts'
import { type LineHistory, mostLines } from './line-history.ts'
import { leaving, longestLine } from './line-mode.ts'
import { findOpened } from './open.ts'
import { createProgress, type ProgressOptions } from './progress.ts'
import { createScreen, type WidthVariables } from './screen.ts'
import { type Completion, createCompleter, type SuggestOwn } from './suggest.ts'

export interface Typing extends Answering, Pick<ProgressOptions, 'drawPreview'> {
  input: Readable
  output: Writable & { columns?: number; rows?: number }
  createCallId: () => string
  /** Milliseconds since 1970. */
  now: () => number
  suggest?: Suggest
  env: WidthVariables
  /** What an earlier run has left. */
  history?: LineHistory | undefined
  /** What numbers press. */
  actions: Pick<Actions, 'find'>
  /** `large`: pictures as large as the screen. */
  render: (message: Spoken, size?: 'large') => Promise<string>
  /** What the terminal is asked, once nothing that it answers would be shown. */
  questions?: string
  write: (text: string) => Promise<void>
  signal: AbortSignal
}

export interface Prompt {
  /** Resolves when the person leaves. */
  left: Promise<void>
  /** Shows a message above the prompt, also when the person has left. */
  print: (message: Spoken) => Promise<void>
  /** Text that is not a message, such as a printed mail. */
  printText: (text: string) => Promise<void>
}

/** Greets, and takes what is typed from then on. */
export async function openPrompt(typing: Typing): Promise<Prompt> {
  const { input, output, createCallId, now, render, write, signal } = typing
  const { suggest = async () => [], user, actions } = typing
  const words = speak(typing.locale)
  const suggestOwn: SuggestOwn = (typed, of) => suggest(user, typed, of)
  const complete = createCompleter(words, typing.commands, { open: 'show', quit: undefined }, suggestOwn)
  const welcome = await render(inLanguage(words, renderWelcome(words, user.name), 'terminal'))
  const prompt = createInterface({
    input,
    output,
    terminal: true,
    prompt: 'imgsrc> ',
    history: [...(typing.history?.lines ?? [])],
    historySize: mostLines,
    removeHistoryDuplicates: true,
    completer: (line: string, answer: (failure: null, found: Completion) => void) =>
      void complete(line).then((found) => answer(null, found)),
  })
  const screen = createScreen(prompt, output, typing.env)
  const progress = createProgress({ screen, now, drawPreview: typing.drawPreview })
  const left = Promise.withResolvers<void>()
  let open = true

  const printText = async (text: string) => {
    if (open) screen.print(text)
    else await write(text)
  }
  const print = async (message: Spoken, size?: 'large') => await printText(`${await render(message, size)}\n`)

  const say = (message: Message) => print(inLanguage(words, message, 'terminal'))

  const createReply = (id: string, size?: 'large'): Reply<Spoken> => ({
    progress: (message) => progress.show(id, message),
    finish: async (message) => {
      progress.show(id, undefined)
      await print(message, size)
    },
  })

  const receive = async (line: string) => {
    if (line.length > longestLine) return await say(renderLineTooLong(words, line.length, longestLine))
    const id = createCallId()
    const opened = findOpened(line, actions.find)
    if (opened) return await answerCall(opened, id, createReply(id, 'large'), typing)
    const pressed = actions.find(line)
    if (pressed) await answerCall(pressed, id, createReply(id), typing)
    else await answerLine(line, id, createReply(id), typing)
  }

  prompt.on('line', (line) => {
    if (leaving.test(line)) return prompt.close()
    screen.enter()
    if (line.trim() === '') return
    void typing.history?.keep(line)
    void receive(line)
  })

  prompt.on('SIGINT', () => {
    const button = findCancel(progress.list())
    if (!button) return void say(renderNothingToCancel(words, progress.list().length > 0))
    const id = createCallId()
    void answerCall(findPress(button), id, createReply(id), typing)
  })

  prompt.on('close', () => {
    progress.stop()
    open = false
    screen.leave()
    left.resolve()
  })
  signal.addEventListener('abort', () => prompt.close())

  output.write(`${typing.questions ?? ''}${welcome}\n`)
  prompt.prompt()
  if (signal.aborted) prompt.close()
  return { left: left.promise, print, printText }
}

/** The Cancel button of the newest picture that still has one. */
function findCancel(messages: readonly Message[]) {
  const buttons = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block): readonly Button[] => (block.kind === 'buttons' ? block.buttons : [])),
  )
  return buttons.filter((button) => 'command' in button).findLast(({ command }) => command === 'cancel')
}
