/** Tests the terminal's completion. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createCompleter } from '#bots/terminal/suggest.ts'

const complete = createCompleter(commands, ['quit'])

it.each([
  ['/im', ['/imagine '], '/im'],
  ['hist', ['history '], 'hist'],
  ['/q', ['/quit '], '/q'],
  ['/ag', [], '/ag'],
  ['/imagine a fox --q', ['--quality '], '--q'],
  ['/imagine a fox --quality ', ['draft ', 'standard ', 'premium '], ''],
  ['/imagine a fox --size=la', ['--size=landscape '], '--size=la'],
  ['/imagine a fox --count ', ['1 ', '2 ', '3 ', '4 '], ''],
  ['/imagine a fox --size wide --s', [], '--s'],
  ['/imagine a fo', [], 'fo'],
  ['/nothing --s', [], '--s'],
])('%s', (line, candidates, word) => {
  expect(complete(line)).toEqual([candidates, word])
})

it('offers every listed command for an empty line', () => {
  const [candidates] = complete('')
  expect(candidates).toContain('/imagine ')
  expect(candidates).not.toContain('/again ')
})
