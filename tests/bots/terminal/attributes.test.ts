/** Tests that what a terminal answers is understood, and that all that is typed stays as it is. */
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { hearAnswers } from '#bots/terminal/attributes.ts'
import { mayTakeSixels } from '#bots/terminal/uploads.ts'

async function hear(...chunks: string[]) {
  const typed = new PassThrough()
  const { input, read } = hearAnswers(typed)
  const rest = text(input)
  for (const chunk of chunks) typed.write(chunk)
  typed.end()
  return { rest: (await rest).replaceAll('\u001b', '^'), attributes: await read() }
}

it.each([
  [['\u001b[?62;4;22c'], '', { sixel: true }],
  [['\u001b[6;18;9t\u001b[?4;6c'], '', { sixel: false, cell: { width: 9, height: 18 } }],
  [['a\u001b[6;18;9t', 'ü\u001b[?', '62;4', 'c漢'], 'aü漢', { sixel: true, cell: { width: 9, height: 18 } }],
  [['\u001b[A\u001b[6~\u001b[6;5~/help\u001b[?1;2c\r'], '^[A^[6~^[6;5~/help\r', { sixel: false }],
])('of %j', async (chunks, rest, attributes) => {
  expect(await hear(...chunks)).toEqual({ rest, attributes })
})

it('waits no longer than a little for a terminal that does not answer, and hides a late answer all the same', async () => {
  expect(await hear('/he', 'lp')).toEqual({ rest: '/help', attributes: undefined })
  expect((await hear('x', '\u001b[?62;4c')).rest).toBe('x')
})

it.each([
  [{ TERM: 'xterm' }, true],
  [{ TERM: 'xterm-kitty' }, false],
  [{ TERM: 'tmux-256color' }, true],
  [{ TERM: 'xterm', NO_COLOR: '1' }, false],
  [{ TERM: 'dumb' }, false],
  [{}, false],
])('asks in %o: %s', (variables, isAsked) => {
  expect(mayTakeSixels(variables)).toBe(isAsked)
})
