/** However the network cuts an answer, its pictures and everything around them arrive whole. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPictureExtractor } from '#core/images/openai-pictures.ts'

async function extract(chunks: Iterable<Uint8Array<ArrayBuffer>>) {
  const pictures: Uint8Array[] = []
  const extractor = createPictureExtractor((picture) => `#${pictures.push(picture) - 1}`)
  const text = await new Response(ReadableStream.from(chunks).pipeThrough(extractor)).text()
  return { text, pictures }
}

function cut(text: string, cuts: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const bytes = new TextEncoder().encode(text)
  const places = [0, ...cuts.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  return places.slice(1).map((place, at) => bytes.slice(places[at], place))
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"b64_json":"AAAA', '"b64_json', 'b64_json": "', '\\"', '"b64_json"\n:\n"x'),
)
const images = fc.array(
  fc.record({ b64: fc.option(fc.uint8Array({ maxLength: 300 })), before: texts, after: texts }),
  { maxLength: 4 },
)
const cuts = fc.array(fc.nat(), { maxLength: 40 })

it('leaves names where the pictures were, in JSON however spaced and cut', async () => {
  const spaces = fc.constantFrom(undefined, 1)
  await fc.assert(
    fc.asyncProperty(images, cuts, spaces, fc.boolean(), async (items, places, space, escaped) => {
      const wanted: Uint8Array[] = []
      const write = (show: (bytes: Uint8Array) => string) =>
        items.map(({ b64, ...rest }) => ({ ...rest, b64_json: b64 && show(b64), tail: rest.after }))
      const sent = JSON.stringify(
        write((bytes) => Buffer.from(bytes).toString('base64')),
        null,
        space,
      )
      const named = write((bytes) => `#${wanted.push(bytes) - 1}`)
      const body = escaped ? sent.replaceAll('/', '\\/') : sent
      const { text, pictures } = await extract(cut(body, places))
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(named)))
      expect(pictures.map((picture) => [...picture])).toEqual(wanted.map((bytes) => [...bytes]))
    }),
    { numRuns: 500 },
  )
})

it('passes a body without pictures on as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(texts), cuts, async (parts, places) => {
      const body = parts.join('').replaceAll(/"b64_json"\s*:\s*"/g, '')
      expect((await extract(cut(body, places))).text).toBe(
        new TextDecoder().decode(new TextEncoder().encode(body)),
      )
    }),
    { numRuns: 500 },
  )
})

it('hands each event on before the next arrives', async () => {
  const { readable, writable } = createPictureExtractor(() => 'picture')
  const writer = writable.getWriter()
  const reader = readable.pipeThrough(new TextDecoderStream()).getReader()
  for (const event of ['data: {"b64_json":"AAAA"}\n\n', 'data: {}\n\n', '{"b64_json":""}']) {
    const written = writer.write(new TextEncoder().encode(event))
    expect((await reader.read()).value).toBe(event.replace(/AAAA|(?<=:")(?=")/, 'picture'))
    await written
  }
})

it('keeps nothing of a picture whose end never came', async () => {
  const { text, pictures } = await extract(cut('{"b64_json":"AAAABBBB', [15]))
  expect(text).toBe('{"b64_json":"')
  expect(pictures).toEqual([])
})
