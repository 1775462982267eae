/** Tests how sentences are put together. */
import { expect, it } from 'vitest'
import { bold, code, say } from '#core/languages/text.ts'

it('keeps what stands in a sentence apart from its words', () => {
  expect(say`Try ${code('/help')} or ${say`${bold('this')} and **that**`}.`).toEqual([
    ...['Try ', { code: '/help' }, ' or ', { bold: 'this' }, ' and **that**.'],
  ])
})
