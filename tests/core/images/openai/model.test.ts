/** Drawing through the real SDK against the stand-in: what is sent, what comes back, in words and in pictures. */

import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createOpenAIRig,
  createOptions,
  createRequest,
  type OpenAIRig,
} from '#tests/core/images/openai/rig.ts'

let rig: OpenAIRig
beforeEach(async () => {
  rig = await createOpenAIRig()
})
afterEach(async () => {
  await rig.standin.close()
  expect(rig.standin.faults).toEqual([])
})

async function describePicture(bytes: Uint8Array | undefined) {
  const { format, width, height, hasAlpha } = await sharp(bytes).metadata()
  await sharp(bytes).stats()
  return { format, width, height, hasAlpha }
}

describe('createOpenAIModel', () => {
  it.each([
    { quality: 'draft', sent: 'low', partials: 0 },
    { quality: 'standard', sent: 'medium', partials: 1 },
    { quality: 'premium', sent: 'high', partials: 2 },
  ] as const)('draws a $quality with $partials partial pictures', async ({ quality, sent, partials }) => {
    const seen: Uint8Array[] = []
    const onPartial = (picture: Uint8Array) => void seen.push(picture)
    const wanted = createRequest({ quality, size: { width: 1536, height: 1024 } })
    const drawing = await rig.model.draw(wanted, createOptions({ onPartial }))
    expect(drawing.pictures).toHaveLength(1)
    const whole = { format: 'png', width: 1536, height: 1024, hasAlpha: false }
    expect(await describePicture(drawing.pictures[0])).toEqual(whole)
    expect(seen).toHaveLength(partials)
    for (const partial of seen) {
      expect(await describePicture(partial)).toEqual(whole)
      expect(partial).not.toEqual(drawing.pictures[0])
    }
    expect(drawing.usage).toEqual({ inputTokens: 5, outputTokens: expect.any(Number) })
    expect(rig.standin.requests).toHaveLength(1)
    expect(rig.standin.requests[0]).toMatchObject({ method: 'POST', path: '/v1/images/generations' })
    expect(rig.standin.requests[0]?.fields).toEqual({
      model: 'gpt-image-2',
      prompt: 'a lighthouse at dusk',
      n: 1,
      size: '1536x1024',
      quality: sent,
      background: 'auto',
      output_format: 'png',
      moderation: 'auto',
      safety_identifier: 'ab'.repeat(32),
      ...(partials > 0 && { stream: true, partial_images: partials }),
    })
  })

  it('draws several different pictures with one request that is not streamed', async () => {
    const wanted = createRequest({ quality: 'premium', count: 4, size: { width: 1024, height: 1536 } })
    const seen: Uint8Array[] = []
    const drawing = await rig.model.draw(
      wanted,
      createOptions({ onPartial: (picture) => void seen.push(picture) }),
    )
    expect(rig.standin.requests[0]?.fields).toMatchObject({ n: 4, quality: 'high' })
    expect(rig.standin.requests[0]?.fields).not.toHaveProperty('stream')
    expect(seen).toEqual([])
    expect(new Set(drawing.pictures.map((picture) => Buffer.from(picture).toString('base64'))).size).toBe(4)
    for (const picture of drawing.pictures) expect((await describePicture(picture)).height).toBe(1536)
    expect(rig.standin.purchases).toEqual([{ at: expect.any(Number), pictures: 4 }])
  })

  it.each([
    ['without a type', ({ type, ...event }: { type: string }) => `data: ${JSON.stringify(event)}\n\n`],
    [
      'with its type in the event line, and keep-alives',
      ({ type, ...event }: { type: string }) =>
        `: ping\r\n\r\ndata: [DONE]\r\n\r\ndata:\r\n\r\nevent: ${type}\r\ndata: ${JSON.stringify(event)}\r\n\r\n`,
    ],
  ])('takes events %s', async (_, write) => {
    rig.standin.behave({ kind: 'framed', write })
    const seen: Uint8Array[] = []
    const onPartial = (picture: Uint8Array) => void seen.push(picture)
    const drawing = await rig.model.draw(createRequest({ quality: 'premium' }), createOptions({ onPartial }))
    expect(await describePicture(drawing.pictures[0])).toMatchObject({ format: 'png', width: 1024 })
    expect(seen).toHaveLength(2)
  })

  it('names the background where the model does not take it', async () => {
    const drawing = rig.model.draw(createRequest({ background: 'transparent' }), createOptions())
    const data = { option: 'background', value: 'transparent' }
    await expect(drawing).rejects.toMatchObject({ code: 'vendor-refused', data })
  })

  it('asks for a transparent background and gives the alpha channel on', async () => {
    await rig.standin.close()
    rig = await createOpenAIRig({ model: 'gpt-image-2.5-flare' })
    const drawing = await rig.model.draw(createRequest({ background: 'transparent' }), createOptions())
    expect(await describePicture(drawing.pictures[0])).toMatchObject({ format: 'png', hasAlpha: true })
    expect(rig.standin.requests[0]?.fields).toMatchObject({ background: 'transparent' })
  })

  it.each([
    { quality: 'draft', count: 1 },
    { quality: 'premium', count: 1 },
    { quality: 'standard', count: 2 },
  ] as const)('edits its sources at $quality, $count of them', async ({ quality, count }) => {
    const plain = sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
    const sources = [
      new Uint8Array(await plain.clone().png().toBuffer()),
      new Uint8Array(await plain.clone().jpeg().toBuffer()),
    ]
    const seen: Uint8Array[] = []
    const onPartial = (picture: Uint8Array) => void seen.push(picture)
    const wanted = createRequest({ quality, count, sources })
    const drawing = await rig.model.draw(wanted, createOptions({ onPartial }))
    expect(drawing.pictures).toHaveLength(count)
    expect(seen).toHaveLength(quality === 'premium' ? 2 : 0)
    const [request] = rig.standin.requests
    expect(request).toMatchObject({ path: '/v1/images/edits', fields: { prompt: wanted.prompt, n: count } })
    expect(request?.fields).not.toHaveProperty('moderation')
    expect(request?.files.map((file) => file.type)).toEqual(['image/png', 'image/jpeg'])
    expect(await Promise.all(request?.files.map((file) => file.bytes()) ?? [])).toEqual(sources)
    expect(drawing.usage).toMatchObject({ inputTokens: 5 + 600, imageInputTokens: 600 })
  })

  it.each([
    ['gpt-image-1.5', 'high', 'high'],
    ['gpt-image-1.5', 'low', 'low'],
    ['gpt-image-1-mini', 'high', undefined],
    ['gpt-image-1-mini', 'low', 'low'],
    ['gpt-image-2', 'high', undefined],
    ['gpt-image-2.6-sunburst', 'high', undefined],
    ['gpt-image-9-eclipse', 'high', undefined],
  ] as const)('asks %s, of a wish for %s fidelity, for %s', async (model, inputFidelity, sent) => {
    await rig.standin.close()
    rig = await createOpenAIRig({ model })
    const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } }).png()
    const sources = [new Uint8Array(await picture.toBuffer())]
    for (const wanted of [{ sources }, { sources: [] }]) {
      const request = createRequest({ ...wanted, quality: 'draft', inputFidelity })
      expect((await rig.model.draw(request, createOptions())).pictures).toHaveLength(1)
    }
    const [edit, generation] = rig.standin.requests
    expect(edit?.fields.input_fidelity).toBe(sent)
    expect(generation?.fields).not.toHaveProperty('input_fidelity')
  })

  it('sends nothing for a source that is no picture', async () => {
    const wanted = createRequest({ sources: [new Uint8Array([1, 2, 3])] })
    const refusal = { code: 'picture-unreadable' }
    await expect(rig.model.draw(wanted, createOptions())).rejects.toMatchObject(refusal)
    expect(rig.standin.requests).toEqual([])
  })

  it.each([
    ['32,000 characters', '𝄞'.repeat(16_000)],
    ['what looks like an answer', '","b64_json":"AAAA","x\\": "b64_json" : "'],
    ['a lone surrogate', 'before \ud800 after'],
    ['line ends and a nul', 'a\r\n\r\ndata: {}\u0000\u2028'],
  ])('takes a prompt of %s', async (_, prompt) => {
    const drawing = await rig.model.draw(createRequest({ prompt }), createOptions())
    expect(drawing.pictures).toHaveLength(1)
    expect(rig.standin.requests[0]?.fields.prompt).toBe(prompt.toWellFormed())
  })
})
