/** What is cut of a message that is too long for Discord, and how text is marked. */
import { expect, it } from 'vitest'
import { renderMessage } from '#bots/discord/render.ts'
import { renderText } from '#bots/discord/text.ts'
import type { Block } from '#bots/platform.ts'
import { checkComponents } from '#tests/standins/discord/component-limits.ts'
import { listTexts } from '#tests/standins/discord/components.ts'
import { createForm, type Json } from '#tests/standins/discord/form.ts'

const options = { pictures: { read: async () => undefined }, uploads: false, fileSize: 1_000 }

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
  [[{ bold: 'What we store. ' }, 'Your address'], '**What we store.** Your address'],
  [['one', { bold: ' two' }, { code: ' three ' }, 'four'], 'one **two** `three` four'],
  [[{ bold: 'a' }, { bold: ' ' }, 'b'], '**a**b'],
])('keeps the spaces around what is marked: %j', (text, shown) => {
  expect(renderText(text, 1_000)).toBe(shown)
})
