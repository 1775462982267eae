/** What reads typed text takes time by its length, and not by what is in it. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { escapeText, fitText } from '#bots/discord/literal.ts'
import { cleanLine, cleanText } from '#bots/literal.ts'
import { readTalkLine } from '#bots/slack/plan.ts'
import { parseLine } from '#bots/typed/parse-line.ts'
import { readEmailAddress } from '#core/accounts/email-address.ts'
import { readDigits } from '#core/accounts/read-typed.ts'

const typed = (text: string, tolerant: boolean) => {
  try {
    return parseLine(`/imagine ${text}`, commands, { tolerant })
  } catch {
    return undefined
  }
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  cleanText,
  cleanLine,
  escapeText,
  fitText: (text) => fitText(text, 1_000, escapeText),
  'a line': (text) => typed(text, false),
  'a line, tolerantly': (text) => typed(text, true),
  talk: (text) => readTalkLine({ text, pictured: false }, commands),
  readEmailAddress,
  readDigits: (text) => readDigits(text, 8),
}

/** Repeated, and once more at the end. */
const worst: readonly [part: string, end?: string][] = [
  [' '],
  [' ', 'x'],
  ['\n'],
  ['\u2028'],
  ['\u2028', '#'],
  ['\r', '>'],
  ['\t-'],
  ['0', '.'],
  ['\u{e0061}'],
  ['\u{1f3f4}\u{e0061}'],
  ['\u0301'],
  ['a\u0301\u0301'],
  ['“a '],
  ['«a '],
  ['«a ', '»'],
  ['size:«a ', '»'],
  ['quality:"a ', '"'],
  ["it's 'a "],
  ['--'],
  ['-- '],
  ['—size '],
  ['a:b '],
  ['x='],
  ['@'],
  ['a@b.'],
  ['a.', '@b.example'],
  ['"', '@b.example'],
  ['\\'],
  ['\ud800'],
  ['१'],
]

/** Microseconds of this thread alone, whatever else runs here. */
function measure(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const began = process.threadCpuUsage()
    work()
    return process.threadCpuUsage(began).user
  })
  return Math.min(...times)
}

it.each(Object.entries(readers))('%s', (_name, read) => {
  for (const [part, end = ''] of worst) {
    const text = (length: number) => part.repeat(Math.ceil(length / part.length)) + end
    const [short, long] = [text(12_500), text(100_000)]
    const [one, other] = [measure(() => read(short)), measure(() => read(long))]
    // Eight times as long: linear is 8, quadratic 64. The clock of a thread may go by ten milliseconds.
    const isLinear = other / Math.max(one, 10_000) < 32
    expect([part, end, one, other, isLinear]).toEqual([part, end, one, other, true])
  }
})
