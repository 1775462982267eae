/** Tests how the words of a page are shown. */
import { expect, it } from 'vitest'
import { bold, code, say } from '#core/index.ts'
import { renderText } from '#web/language.ts'
import { createBrowser } from './browser.ts'
import { createRig } from './rig.ts'

it('shows words as markup that holds nothing of its own', async () => {
  const shown = await renderText(say`Try ${code('<b>')} or ${bold('that & this')}.`)
  expect(String(shown)).toBe('Try <code>&lt;b&gt;</code> or <strong>that &amp; this</strong>.')
})

it.each(['/terms', '/privacy', '/pricing'])(
  'puts no space between Japanese sentences on %s',
  async (path) => {
    const { app } = await createRig()
    const answer = await createBrowser(app).get(path, { 'accept-language': 'ja' })
    const paragraphs = (await answer.text()).match(/<(p|dd|li)\b[^>]*>.*?<\/\1>/gs) ?? []
    const texts = paragraphs.map((each) => each.replace(/<[^>]*>/g, '').trim())
    expect(texts.filter((text) => text.includes('。')).length).toBeGreaterThan(3)
    expect(texts.filter((text) => /。\s/.test(text))).toEqual([])
  },
)
