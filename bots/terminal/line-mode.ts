/** Runs commands from a stream that nobody types at: one a line, each answered in full before the next. */
import type { Readable } from 'node:stream'
import { speak } from '#core/index.ts'
import { inLanguage } from '../in-language.ts'
import { renderLineTooLong } from '../messages/terminal.ts'
import type { Reply, Spoken } from '../platform.ts'
import { type Answering, answerCall, answerLine } from './answer.ts'
import { findOpened } from './open.ts'
import { readLines } from './read-lines.ts'

/** Room for the longest prompt with its options, in characters. */
export const longestLine = 65_536

/** Words that leave, with or without a slash. */
export const leaving = /^\s*\/?(quit|exit)\s*$/i

export interface LineMode extends Answering {
  input: Readable
  createCallId: () => string
  /** Resolves when all of it is written. */
  print: (message: Spoken) => Promise<void>
  /** Aborting ends the reading after the line at hand. */
  signal: AbortSignal
}

/** Resolves at the end of input, when every line has been answered. Rejects when the input cannot be read. */
export async function runLines(mode: LineMode): Promise<void> {
  const { input, print, createCallId, signal } = mode
  const words = speak(mode.locale)
  const reply: Reply<Spoken> = { progress: () => undefined, finish: print }
  signal.addEventListener('abort', () => input.destroy())
  try {
    for await (const line of readLines(input, longestLine)) {
      if (signal.aborted) return
      if ('tooLong' in line) {
        await print(inLanguage(words, renderLineTooLong(words, line.tooLong, longestLine), 'terminal'))
        continue
      }
      if (/^\s*(#|$)/.test(line.text)) continue
      if (leaving.test(line.text)) return
      const opened = findOpened(line.text)
      if (opened) await answerCall(opened, createCallId(), reply, mode)
      else await answerLine(line.text, createCallId(), reply, mode)
    }
  } catch (error) {
    // Destroying the input ends the reading with an error of its own.
    if (!signal.aborted) throw error
  }
}
