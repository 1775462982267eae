/** Whatever the core has to say, Discord takes it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderMessage } from '#bots/discord/render.ts'
import type { Block, Button } from '#bots/platform.ts'
import { countRuns } from '#tests/count-runs.ts'
import { checkComponents } from '#tests/standins/discord/component-limits.ts'
import { createForm, type Json } from '#tests/standins/discord/form.ts'
import { pixel } from '../scripted-model.ts'
import { hostileText } from './hostile-texts.ts'

const options = { pictures: { read: async () => undefined }, uploads: false, fileSize: 1_000 }

const words = fc.oneof(
  hostileText,
  hostileText.map((text) => text.repeat(200)),
)
const command = fc.constantFrom('again', 'upgrade')
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ label: words, command, options: fc.record({ id: fc.string() }) }),
  fc.record({ label: words, command, options: fc.constant({}), style: fc.constantFrom('primary', 'danger') }),
  fc.record({ sku: fc.stringMatching(/^[1-9][0-9]{16,18}$/) }),
  fc.record({ label: words, url: fc.oneof(fc.webUrl(), fc.string(), fc.constant('javascript:alert(1)')) }),
)
const row = fc.array(words, { minLength: 3, maxLength: 3 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('text'),
    text: fc.array(
      fc.oneof(
        words,
        words.map((bold) => ({ bold })),
        words.map((code) => ({ code })),
        fc.record({ link: fc.webUrl(), label: words }),
        fc.nat().map((since) => ({ since })),
      ),
      { maxLength: 6 },
    ),
  }),
  fc.record({ kind: fc.constant('quote'), text: words }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: words, value: words }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('table'), head: row, rows: fc.array(row, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('buttons'), buttons: fc.array(button, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('preview'), picture: fc.constant(pixel), alt: words }),
  fc.record({
    kind: fc.constant('pictures'),
    pictures: fc.array(
      fc.record({ url: fc.webUrl(), key: fc.string(), alt: words, width: fc.nat(), height: fc.nat() }),
      { maxLength: 4 },
    ),
  }),
)

it('keeps every message within the limits, and mentions nobody', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 16 }), async (blocks) => {
      const { body } = await renderMessage({ private: false, blocks }, options)
      const form = createForm()
      checkComponents(form, body.components as unknown as Json[], true)
      form.finish()
      expect(body.components.length).toBeGreaterThan(0)
      expect(body.allowed_mentions).toEqual({ parse: [] })
    }),
    { numRuns: countRuns(300) },
  )
})
