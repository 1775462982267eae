/** However the network cuts an answer, its pictures and everything around them arrive whole. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPictureExtractor } from '#core/images/openai/pictures.ts'

function extract(chunks: Iterable<Uint8Array<ArrayBuffer>>) {
  const extractor = createPictureExtractor()
  let passed = ''
  for (const chunk of chunks) passed += extractor.push(Buffer.from(chunk).toString('latin1'))
  passed += extractor.flush()
  const pictures: Uint8Array[] = []
  for (let next = extractor.take('0'); next; next = extractor.take(String(pictures.length)))
    pictures.push(next)
  return { text: Buffer.from(passed, 'latin1').toString(), pictures }
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

it('leaves names where the pictures were, in JSON however spaced and cut', () => {
  const spaces = fc.constantFrom(undefined, 1)
  fc.assert(
    fc.property(images, cuts, spaces, fc.boolean(), (items, places, space, escaped) => {
      const wanted: Uint8Array[] = []
      const write = (show: (bytes: Uint8Array) => string) =>
        items.map(({ b64, ...rest }) => ({ ...rest, b64_json: b64 && show(b64), tail: rest.after }))
      const sent = JSON.stringify(
        write((bytes) => Buffer.from(bytes).toString('base64')),
        null,
        space,
      )
      const named = write((bytes) => `${wanted.push(bytes) - 1}`)
      const body = escaped ? sent.replaceAll('/', '\\/') : sent
      const { text, pictures } = extract(cut(body, places))
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(named)))
      expect(pictures.map((picture) => [...picture])).toEqual(wanted.map((bytes) => [...bytes]))
    }),
    { numRuns: 500 },
  )
})

it('passes a body without pictures on as it is', () => {
  fc.assert(
    fc.property(fc.array(texts), cuts, (parts, places) => {
      const body = parts.join('').replaceAll(/"b64_json"\s*:\s*"/g, '')
      expect(extract(cut(body, places)).text).toBe(new TextDecoder().decode(new TextEncoder().encode(body)))
    }),
    { numRuns: 500 },
  )
})

it('holds nothing back but what may begin a picture', () => {
  const extractor = createPictureExtractor()
  expect(extractor.push('data: {"b64_json":"AAAA"}\n\n')).toBe('data: {"b64_json":"0"}\n\n')
  expect(extractor.push('data: {"b64')).toBe('data: {')
  expect(extractor.push('"}')).toBe('"b64"}')
})

/** Ways in which the same base64 is written. */
const writers: Record<string, (base64: string) => string> = {
  'slashes escaped': (base64) => base64.replaceAll('/', '\\/'),
  'everything that is no letter escaped by number': (base64) =>
    base64.replaceAll(/[+/=]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  'broken into escaped lines': (base64) => base64.replaceAll(/.{1,5}/g, '$&\\r\\n'),
  'broken into lines and indented': (base64) => base64.replaceAll(/.{1,7}/g, '$&\n\t '),
  'in the alphabet for addresses': (base64) => base64.replaceAll('+', '-').replaceAll('/', '_'),
  'without padding': (base64) => base64.replaceAll('=', ''),
}

it.each(Object.keys(writers))('decodes base64 with %s', (how) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), cuts, (bytes, places) => {
      const written = writers[how]?.(Buffer.from(bytes).toString('base64'))
      const { text, pictures } = extract(cut(`{"b64_json": "${written}","x":1}`, places))
      expect(text).toBe('{"b64_json": "0","x":1}')
      expect(pictures.map((picture) => [...picture])).toEqual([[...bytes]])
    }),
    { numRuns: 300 },
  )
})

it('takes time in proportion to what comes, whatever it is', () => {
  const worst = [
    '"'.repeat(200_000),
    `"b64_json"${' '.repeat(200_000)}`,
    `"b64_json":"${'\\'.repeat(200_000)}`,
  ]
  for (const text of worst) extract(cut(text, [1_000, 100_000]))
})

it('keeps nothing of a picture whose end never came', () => {
  const { text, pictures } = extract(cut('{"b64_json":"AAAABBBB', [15]))
  expect(text).toBe('{"b64_json":"')
  expect(pictures).toEqual([])
})
