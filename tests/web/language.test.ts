/** Tests which language a page is in, and how its words are shown. */
import { expect, it } from 'vitest'
import { bold, code, say } from '#core/index.ts'
import { readLanguage, renderText } from '#web/language.ts'

it.each([undefined, '', '*', 'xx', 'en-US,en;q=0.9', ';;q=,', 'q=1;en', 'x'.repeat(60_000)])(
  'reads %j as English',
  (accepted) => {
    expect(readLanguage(accepted).tag).toBe('en')
  },
)

it.each(['de', 'de-AT,de;q=0.9,en;q=0.8', 'xx,de;q=0.5'])('reads %j as German', (accepted) => {
  expect(readLanguage(accepted).tag).toBe('de')
})

it('shows words as markup that holds nothing of its own', async () => {
  const shown = await renderText(say`Try ${code('<b>')} or ${bold('that & this')}.`)
  expect(String(shown)).toBe('Try <code>&lt;b&gt;</code> or <strong>that &amp; this</strong>.')
})
