/** Whatever the core has to say, Discord takes it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderMessage } from '#bots/discord/render.ts'
import { renderText } from '#bots/discord/text.ts'
import type { Block, Button } from '#bots/platform.ts'
import { checkComponents } from '#tests/standins/discord/component-limits.ts'
import { listTexts } from '#tests/standins/discord/components.ts'
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
    { numRuns: 300 },
  )
})

it('cuts the quotation first, and keeps what stands around it', async () => {
  const blocks: Block[] = [
    { kind: 'quote', text: '*'.repeat(4_000) },
    { kind: 'facts', facts: [{ label: 'id', value: 'abc' }] },
    {
      kind: 'table',
      head: ['what', 'credits'],
      rows: [
        ['draft', '1'],
        ['```', '30'],
      ],
    },
  ]
  const { body } = await renderMessage({ private: false, blocks }, options)
  const [text = ''] = listTexts(body.components as unknown as Json[])
  expect(text.length).toBeGreaterThan(3_900)
  expect(text).toMatch(/^> (\\\*)+…\n-# id abc\n```\nwhat/)
  expect(text.split('```')).toHaveLength(3)
  expect(text).toContain('draft        1\n')
})

it.each([1, 4])(
  'leaves room for the addresses of %i pictures that are too large to upload',
  async (count) => {
    const pictures = Array.from({ length: count }, (_, index) => {
      const url = `https://pictures.example.com/i/${'k'.repeat(32)}${index}.png`
      return { url, key: url, alt: 'a boat', width: 1, height: 1 }
    })
    const blocks: Block[] = [
      { kind: 'quote', text: 'boat '.repeat(6_000) },
      { kind: 'pictures', pictures },
      { kind: 'facts', facts: [{ label: 'id', value: 'boat000001' }] },
    ]
    const { body } = await renderMessage({ private: false, blocks }, { ...options, uploads: true })
    const form = createForm()
    checkComponents(form, body.components as unknown as Json[], true)
    form.finish()
    const text = JSON.stringify(body.components)
    for (const { url } of pictures) expect(text).toContain(`<${url}>`)
    expect(text).toContain('boat000001')
  },
)

it.each([
  [[{ bold: 'What is stored. ' }, 'Your address'], '**What is stored.** Your address'],
  [['one', { bold: ' two' }, { code: ' three ' }, 'four'], 'one **two** `three` four'],
  [[{ bold: 'a' }, { bold: ' ' }, 'b'], '**a**b'],
])('keeps the spaces around what is marked: %j', (text, shown) => {
  expect(renderText(text, 1_000)).toBe(shown)
})
