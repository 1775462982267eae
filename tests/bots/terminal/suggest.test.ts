/** Tests the terminal's completion. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createCompleter } from '#bots/terminal/suggest.ts'
import { speak } from '#core/index.ts'

const own = [
  { value: 'fox0000001', label: 'fox0000001 · a red fox' },
  { value: 'fin0000002', label: `fin0000002 · a fin\u001b[31m${'x'.repeat(90)}` },
]
const asked: unknown[][] = []
const complete = createCompleter(
  speak('en'),
  commands,
  { open: 'show', quit: undefined },
  async (...given) => {
    asked.push(given)
    if (given[0] === 'fail') throw new Error('no store')
    return own.filter(({ label }) => label.includes(given[0]))
  },
)

it.each([
  ['/im', ['/imagine '], '/im'],
  ['hist', ['history '], 'hist'],
  ['/q', ['/qr ', '/quit '], '/q'],
  ['/op', ['/open '], '/op'],
  ['/ag', [], '/ag'],
  ['/imagine a fox --q', ['--quality '], '--q'],
  ['/imagine a fox --quality ', ['draft ', 'standard ', 'premium '], ''],
  ['/imagine a fox --size=la', ['--size=landscape '], '--size=la'],
  ['/imagine a fox --count ', ['1 ', '2 ', '3 ', '4 '], ''],
  ['/imagine a fox --size wide --s', [], '--s'],
  ['/imagine a fo', [], 'fo'],
  ['/nothing --s', [], '--s'],
])('%s', async (line, candidates, word) => {
  expect(await complete(line)).toEqual([candidates, word])
})

it('offers every listed command for an empty line', async () => {
  const [candidates] = await complete('')
  expect(candidates).toContain('/imagine ')
  expect(candidates).not.toContain('/again ')
})

it.each([
  ['/show red', ['fox0000001 '], 'red'],
  ['/show a red fo', ['fox0000001 '], 'a red fo'],
  ['show fox', ['fox0000001 '], 'fox'],
  ['/open fox', ['fox0000001 '], 'fox'],
  ['/change bluer --id=red', ['--id=fox0000001 '], '--id=red'],
  ['/change bluer --id fox', ['fox0000001 '], 'fox'],
  ['/show zebra', [], 'zebra'],
  ['/show fail', [], 'fail'],
  ['/imagine red', [], 'red'],
  ['/history red', [], 'red'],
])('offers for %j the picture that it is about', async (line, candidates, word) => {
  expect(await complete(line)).toEqual([candidates, word])
})

it('lists what there is to choose from, with nothing in common and nothing that is obeyed', async () => {
  const [[hint, ...labels], word] = await complete('/show ')
  expect([hint?.[0], word]).toEqual(['T', ''])
  expect(labels[0]).toBe('fox0000001 · a red fox')
  expect(labels[1]).toMatch(/^fin0000002 · a fin.*…$/)
  expect(labels[1]).not.toContain('\u001b')
})

it('offers to cancel what waits', async () => {
  await complete('/cancel fox')
  expect(asked.at(-1)).toEqual(['fox', 'waiting'])
})
