/** Tests how sentences are put together. */
import { expect, it } from 'vitest'
import { bold, code, joinTexts, say } from '#core/languages/text.ts'

it('keeps what stands in a sentence apart from its words', () => {
  expect(say`Try ${code('/help')} or ${say`${bold('this')} and **that**`}.`).toEqual([
    ...['Try ', { code: '/help' }, ' or ', { bold: 'this' }, ' and **that**.'],
  ])
})

it.each([
  [
    ['Sent.', say`Try ${code('/help')}.`],
    ['Sent.', ' ', 'Try ', { code: '/help' }, '.'],
  ],
  [
    ['送りました。', '', [], ['次です。']],
    ['送りました。', '次です。'],
  ],
  [
    [say`${bold('送りました。')}`, '次です。'],
    [{ bold: '送りました。' }, ' ', '次です。'],
  ],
  [['Nur so'], ['Nur so']],
])('joins %j', (texts, joined) => {
  expect(joinTexts(...texts)).toEqual(joined)
})
