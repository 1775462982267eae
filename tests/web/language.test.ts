/** Tests how the words of a page are shown. */
import { expect, it } from 'vitest'
import { bold, code, say } from '#core/index.ts'
import { renderText } from '#web/language.ts'

it('shows words as markup that holds nothing of its own', async () => {
  const shown = await renderText(say`Try ${code('<b>')} or ${bold('that & this')}.`)
  expect(String(shown)).toBe('Try <code>&lt;b&gt;</code> or <strong>that &amp; this</strong>.')
})
