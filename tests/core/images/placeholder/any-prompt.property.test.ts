/** The placeholder's prompts: any at all, of any length. */
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { createPlaceholderModel } from '#core/images/placeholder/model.ts'
import { createOptions, createRequest } from '#tests/core/images/openai/rig.ts'
import { countRuns } from '#tests/count-runs.ts'

const model = createPlaceholderModel()

it('are drawn', async () => {
  const units = fc.constantFrom('grapheme', 'grapheme-composite', 'binary', 'binary-ascii')
  const texts = units.chain((unit) => fc.string({ unit, minLength: 1, maxLength: 400 }))
  const strange = fc.constantFrom(
    '\u0000',
    '\ud800',
    '\u200b',
    '\u202e',
    '\ufffe\uffff',
    '</span>&lt;',
    ' ',
    '\n'.repeat(500),
    'مرحبا',
    '🦊',
    'W'.repeat(32_000),
    `e${'\u0301'.repeat(31_999)}`,
    '🏳️‍🌈'.repeat(5000),
    '\u2028'.repeat(32_000),
  )
  const prompts = fc
    .array(fc.oneof(texts, strange), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(prompts, async (prompt) => {
      const spec = createRequest({
        prompt: prompt.slice(0, 32_000),
        size: { width: 320, height: 320 },
        quality: 'draft',
      })
      const { pictures } = await model.draw(spec, createOptions())
      expect(await sharp(pictures[0]).metadata()).toMatchObject({ width: 320, height: 320 })
    }),
    { numRuns: countRuns(150) },
  )
})
