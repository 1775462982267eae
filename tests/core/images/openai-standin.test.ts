/** The stand-in refuses what the vendor refuses, so that a test that passes against it means something. */

import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenAIStandin, startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'

let standin: OpenAIStandin
beforeEach(async () => {
  standin = await startOpenAIStandin({ models: ['gpt-image-2.6-flare', 'gpt-image-1.5', 'gpt-image-1-mini'] })
})
afterEach(() => standin.close())

const headers = { authorization: 'Bearer sk-standin', 'content-type': 'application/json' }
const legal = { model: 'gpt-image-2', prompt: 'a fox' }

async function generate(fields: object, init: RequestInit = {}) {
  const body = JSON.stringify({ ...legal, ...fields })
  const response = await fetch(`${standin.url}/images/generations`, {
    method: 'POST',
    headers,
    body,
    ...init,
  })
  return {
    status: response.status,
    body: (await response.json()) as { error?: { code: string; param: string } },
  }
}

const drawPicture = async () =>
  new Uint8Array(
    await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )

async function edit(fields: Record<string, string>, bytes: Uint8Array<ArrayBuffer> | undefined) {
  const body = new FormData()
  for (const [key, value] of Object.entries({ ...legal, ...fields })) body.append(key, value)
  if (bytes) body.append('image[]', new File([bytes], 'source.png', { type: 'image/png' }))
  const { authorization } = headers
  const init = { method: 'POST', headers: { authorization }, body }
  return (await fetch(`${standin.url}/images/edits`, init)).status
}

describe('the stand-in', () => {
  it.each([
    [{ response_format: 'b64_json' }, 'response_format'],
    [{ style: 'vivid' }, 'style'],
    [{ prompt: '' }, 'prompt'],
    [{ prompt: 'x'.repeat(32_001) }, 'prompt'],
    [{ model: undefined }, 'model'],
    [{ n: 0 }, 'n'],
    [{ n: 11 }, 'n'],
    [{ size: '512x512' }, 'size'],
    [{ size: '1024x576' }, 'size'],
    [{ size: '1920x1080' }, 'size'],
    [{ size: '3856x1024' }, 'size'],
    [{ size: '3072x1008' }, 'size'],
    [{ size: '1200x640', model: 'gpt-image-2.6-flare' }, 'size'],
    [{ quality: 'hd' }, 'quality'],
    [{ background: 'transparent', output_format: 'jpeg' }, 'background'],
    [{ partial_images: 1 }, 'partial_images'],
    [{ partial_images: 4, stream: true }, 'partial_images'],
    [{ moderation: 'none' }, 'moderation'],
    [{ safety_identifier: 'person@example.com' }, 'safety_identifier'],
  ])('refuses %j', async (fields, param) => {
    expect(await generate(fields)).toMatchObject({ status: 400, body: { error: { param } } })
    expect(standin.purchases).toEqual([])
  })

  it('takes the sizes of the model', async () => {
    for (const size of ['auto', '1024x1024', '1280x640', '2048x1152']) {
      expect((await generate({ size, quality: 'low' })).status).toBe(200)
    }
  })

  it('refuses another key, a model it does not know and a body that is not JSON', async () => {
    const stranger = { ...headers, authorization: 'Bearer sk-other' }
    expect((await generate({}, { headers: stranger })).body.error?.code).toBe('invalid_api_key')
    expect((await generate({ model: 'gpt-image-1' })).body.error?.code).toBe('model_not_found')
    const form = { ...headers, 'content-type': 'text/plain' }
    expect((await generate({}, { headers: form })).status).toBe(404)
  })

  it('refuses edits without a picture that decodes', async () => {
    const whole = await drawPicture()
    expect(await edit({}, whole)).toBe(200)
    expect(await edit({}, whole.subarray(0, whole.length / 2))).toBe(400)
    expect(await edit({}, undefined)).toBe(400)
  })

  it('refuses input fidelity where the model chooses it itself, and what is none', async () => {
    const whole = await drawPicture()
    const model = 'gpt-image-1.5'
    expect(await edit({ input_fidelity: 'high', model }, whole)).toBe(200)
    expect(await edit({ input_fidelity: 'highest', model }, whole)).toBe(400)
    expect(await edit({ input_fidelity: 'high', model: 'gpt-image-1-mini' }, whole)).toBe(400)
    expect(await edit({ input_fidelity: 'low', model: 'gpt-image-1-mini' }, whole)).toBe(200)
    expect(await edit({ input_fidelity: 'high' }, whole)).toBe(400)
    expect(await generate({ input_fidelity: 'high', model })).toMatchObject({ status: 400 })
  })

  it.skipIf(!process.env.API_SPECS_DIR)('notes what the API description does not allow', async () => {
    await generate({ n: 'many' })
    expect(standin.faults).toContainEqual(
      expect.stringMatching(/^request post \/images\/generations .*\/n: /),
    )
  })
})
