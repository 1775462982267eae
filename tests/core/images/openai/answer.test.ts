/** However an answer is written, framed and cut, a picture that was bought arrives; and nothing else is taken for one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { readDrawing } from '#core/images/openai/answer.ts'

const png = (content: string) =>
  new Uint8Array([...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...Buffer.from(content)])
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const whole = png('whole >>>???')
const partial = png('partial')
const usage = { input_tokens: 5, output_tokens: 7 }

/** Bytes as a body, cut at these places. */
function createResponse(text: string, cuts: readonly number[] = [], fails = false): Response {
  const bytes = new TextEncoder().encode(text)
  const places = [0, ...cuts.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  const chunks = places.slice(1).map((place, at) => bytes.slice(places[at], place))
  async function* send() {
    yield* chunks
    if (fails) throw new TypeError('terminated')
  }
  return new Response(ReadableStream.from(send()))
}

async function read(text: string, cuts?: readonly number[], fails?: boolean) {
  const partials: Uint8Array[] = []
  const onPartial = (picture: Uint8Array) => void partials.push(picture)
  const drawing = await readDrawing(createResponse(text, cuts, fails), { count: 1, onPartial })
  return { picture: drawing.pictures.map(base64), usage: drawing.usage, partials: partials.map(base64) }
}

const event = (data: object, name?: string) =>
  `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`
const completed = { type: 'image_generation.completed', b64_json: base64(whole), usage }
const unfinished = {
  type: 'image_generation.partial_image',
  b64_json: base64(partial),
  partial_image_index: 0,
}

/** What says nothing, in the forms that vendors and proxies send. */
const keepAlives = [
  ...[': keep-alive\n\n', ':\n\n', ': OPENROUTER PROCESSING\n', 'data:\n\n', 'data: \n\n', 'data\n\n'],
  ...['data: [DONE]\n\n', 'data: ping\n\n', 'event: ping\ndata: {"type": "ping"}\n\n', 'event: ping\n\n'],
  ...['data: {}\n\n', 'data: null\n\n'],
  'data: {"type":"image_generation.in_progress","b64_json":null}\n\n',
  ...['event: keepalive\ndata: {"type":"keepalive","sequence_number":3}\n\n', 'id: 7\nretry: 1000\n\n'],
  ...['nonsense\n\n', '\n\n\n'],
]

/** The event of a finished picture, as different servers write it. */
const finals: Record<string, string> = {
  'as documented': event(completed, 'image_generation.completed'),
  'without the name of the event': event(completed),
  'with the type in the event line alone': event({ ...completed, type: undefined }, 'image_edit.completed'),
  'without any type': event({ ...completed, type: undefined }),
  'without any type or usage': event({ b64_json: base64(whole) }),
  'of a type that is not known': event({ ...completed, type: 'response.image.done' }),
  'with a type that is no text': event({ ...completed, type: 3 }, 'image_generation.completed'),
  'with error null': event({ ...completed, error: null }),
  'with an error that says nothing': event({ ...completed, error: {} }),
  'with the address of its kind before the picture': event({
    ...completed,
    b64_json: `data:image/png;base64,${base64(whole)}`,
  }),
  'after one that has no picture yet': event({ ...completed, b64_json: '' }) + event(completed),
  'after one that is no picture': event({ ...completed, b64_json: 'AAAA' }) + event(completed),
  'after a keep-alive that nothing ends': `data: {"type":"keepalive"}\n${event(completed)}`,
  'cut after the picture': event(completed).split(',"usage"')[0] ?? '',
  'in a list, as without a stream': event({ data: [{ b64_json: base64(whole) }], usage }),
  'with slashes escaped': event(completed).replaceAll('/', '\\/'),
  'with signs escaped': event(completed).replaceAll(/(?<=[A-Za-z0-9])[+/=](?=[\w+/=]*",")/g, (sign) => {
    return `\\u00${sign.charCodeAt(0).toString(16)}`
  }),
  'broken into lines inside the picture': event(completed).replace(
    base64(whole),
    base64(whole).replaceAll(/.{5}/g, '$&\n'),
  ),
  'with the end of the stream for an end': event(completed).trimEnd(),
}

const cuts = fc.array(fc.nat(), { maxLength: 30 })
const ends = fc.constantFrom('\n', '\r\n', '\r')

describe('a stream', () => {
  it.each(Object.keys(finals))('%s gives its picture, between keep-alives of any form', async (how) => {
    const noise = fc.array(fc.constantFrom(...keepAlives), { maxLength: 4 }).map((list) => list.join(''))
    await fc.assert(
      fc.asyncProperty(
        noise,
        noise,
        cuts,
        ends,
        fc.boolean(),
        async (before, between, places, end, fails) => {
          const text = `${before}${event(unfinished)}${between}${finals[how]}`.replaceAll('\n', end)
          const { picture, partials } = await read(text, places, fails)
          expect({ picture, partials }).toEqual({ picture: [base64(whole)], partials: [base64(partial)] })
        },
      ),
      { numRuns: 100 },
    )
  })

  it('gives its usage, and does not wait for what follows the picture', async () => {
    const { promise: never } = Promise.withResolvers<Uint8Array>()
    async function* send() {
      yield new TextEncoder().encode(event(completed))
      yield await never
    }
    const drawing = await readDrawing(new Response(ReadableStream.from(send())), { count: 1 })
    expect(drawing.usage).toEqual({ inputTokens: 5, outputTokens: 7 })
  })

  it.each([
    ['that ends too early', event(unfinished)],
    ['that has only an unfinished picture without a type', event({ ...unfinished, type: undefined })],
    ['that says it is done, and has nothing', 'data: [DONE]\n\n'],
    ['that is empty', ''],
    ['that is a page', '<!doctype html>\n<html><body>502</body></html>'],
    [
      'that breaks off in the picture',
      event(completed).slice(0, event(completed).indexOf(base64(whole)) + 12),
    ],
  ])('%s is a failure', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'vendor-down' })
  })

  it.each([
    ['in its event', `event: error\ndata: {"code":"moderation_blocked"}\n\n`],
    ['by its type', `data: {"type":"error","error":{"code":"moderation_blocked"}}\n\n`],
    ['in a body that is no stream', `{"error":{"code":"moderation_blocked","type":"x"}}`],
  ])('tells an error %s', async (_, text) => {
    await expect(read(event(unfinished).repeat(0) + text)).rejects.toMatchObject({
      code: 'moderation_blocked',
    })
  })
})

describe('one JSON body', () => {
  it.each([
    ['cut after the picture', `{"data":[{"b64_json":"${base64(whole)}"`],
    ['cut before its end', `{"data":[{"b64_json":"${base64(whole)}"}],"usage":{"inp`],
    [
      'after keep-alives of its own',
      `{"type":"keepalive"}\n\n{}\n{"data":[{"b64_json":"${base64(whole)}"}]}\n`,
    ],
    ['with its kind before it', `{"data":[{"b64_json":"data:image\\/png;base64,${base64(whole)}"}]}`],
    ['with an error that says nothing', `{"error":{},"data":[{"b64_json":"${base64(whole)}"}]}`],
  ])('gives a picture %s', async (_, text) => {
    for (const fails of [false, true]) expect((await read(text, [], fails)).picture).toEqual([base64(whole)])
  })

  it('gives all its pictures, however it is cut', async () => {
    const body = JSON.stringify(
      { data: [{ b64_json: base64(whole) }, { b64_json: base64(partial) }], usage },
      null,
      1,
    )
    await fc.assert(
      fc.asyncProperty(cuts, fc.constantFrom('', '\ufeff', '\n  '), async (places, before) => {
        const drawing = await readDrawing(createResponse(before + body, places), { count: 2 })
        expect(drawing.pictures.map(base64)).toEqual([base64(whole), base64(partial)])
        expect(drawing.usage).toEqual({ inputTokens: 5, outputTokens: 7 })
      }),
      { numRuns: 100 },
    )
  })
})

it('ends in a picture or a typed failure, and the same in any pieces, for whatever comes', async () => {
  const piece = fc.oneof(
    fc.constantFrom(...keepAlives, ...Object.values(finals), event(unfinished)),
    fc.constantFrom(
      'data: ',
      '{',
      '}',
      '"',
      '\\',
      '"b64_json":"',
      base64(whole),
      '\n',
      '\r',
      'event: error',
      ':',
      '\ufeff',
    ),
    fc.string({ unit: 'binary' }),
    fc.jsonValue().map((value) => `data: ${JSON.stringify(value)}\n\n`),
  )
  const outcome = async (text: string, places: readonly number[]) => {
    try {
      return await read(text, places)
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
      const { name, code } = error as CoreError
      expect(error instanceof CoreError ? ['vendor-down', 'picture-unreadable'] : ['Error']).toContain(
        error instanceof CoreError ? code : name,
      )
      return { failed: String(code) }
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), cuts, async (pieces, places) => {
      const text = pieces.join('')
      expect(await outcome(text, places)).toEqual(await outcome(text, []))
    }),
    { numRuns: 1_500 },
  )
})
