/** Every way OpenAI can fail: its own code, one purchase at the most, and nothing secret in the log. */

import OpenAI from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { translateOpenAIError } from '#core/images/openai/errors.ts'
import {
  apiKey,
  createOpenAIRig,
  createOptions,
  createRequest,
  type OpenAIRig,
} from '#tests/core/images/openai/rig.ts'
import { type Behaviour, quotaCodes } from '#tests/standins/openai/behaviour.ts'

const rigs: OpenAIRig[] = []
afterEach(async () => {
  for (const rig of rigs.splice(0)) {
    await rig.standin.close()
    expect(rig.standin.faults).toEqual([])
    const log = JSON.stringify(rig.lines)
    expect(log).not.toContain(apiKey)
    expect(log).not.toContain('lighthouse')
  }
})

async function start(options?: Parameters<typeof createOpenAIRig>[0]): Promise<OpenAIRig> {
  const rig = await createOpenAIRig(options)
  rigs.push(rig)
  return rig
}

type Case = {
  behaviour: Behaviour
  code: string
  data?: object
  sold?: number
  level?: string
  quality?: 'draft'
}

const cases: Case[] = [
  {
    behaviour: { kind: 'moderation-blocked', stage: 'input', categories: ['sexual', 'violence'] },
    code: 'moderation-blocked',
    data: { stage: 'input', categories: ['sexual', 'violence'] },
    level: 'info',
  },
  {
    behaviour: { kind: 'moderation-blocked', stage: 'somewhere' },
    code: 'moderation-blocked',
    data: { stage: 'unknown', categories: ['violence'] },
    level: 'info',
  },
  ...(['moderation-blocked', 'content-policy-violation'] as const).map(
    (kind): Case => ({
      behaviour: kind === 'moderation-blocked' ? { kind, withoutDetails: true } : { kind },
      code: 'moderation-blocked',
      data: { stage: 'unknown', categories: [] },
      level: 'info',
    }),
  ),
  ...quotaCodes.map((code): Case => {
    return { behaviour: { kind: 'quota', code }, code: 'vendor-quota', level: 'error' }
  }),
  { behaviour: { kind: 'billing-limit' }, code: 'vendor-quota', level: 'error' },
  { behaviour: { kind: 'bad-request' }, code: 'vendor-refused' },
  ...[
    { type: 'image_generation_user_error', code: 'invalid_value' },
    { code: 'model_not_found' },
    { code: 'unsupported_value' },
  ].map((refusal): Case => {
    const behaviour = { kind: 'bad-request', param: 'model', ...refusal } as const
    return { behaviour, code: 'vendor-down', level: 'error' }
  }),
  { behaviour: { kind: 'bad-request', code: 'model_not_found' }, code: 'vendor-down', level: 'error' },
  {
    behaviour: { kind: 'bad-request', param: 'moderation', code: 'unknown_parameter' },
    code: 'vendor-refused',
    level: 'error',
  },
  ...(
    [
      { param: 'background', option: 'background', value: 'auto' },
      { param: 'size', option: 'size', value: '1024x1024' },
      { param: 'quality', option: 'quality', value: 'standard' },
      { param: 'n', option: 'count', value: '1' },
      { param: 'prompt', option: 'prompt' },
      { param: 'image', option: 'image' },
      { param: 'image[]', option: 'image' },
      { param: 'image[2]', option: 'image' },
      { param: 'images[0]', option: 'image' },
      { param: 'input_image', option: 'image' },
      { code: 'invalid_image_file', option: 'image' },
      { code: 'image_too_large', option: 'image' },
      { code: 'unsupported_image_media_type', option: 'image' },
    ] as const
  ).map((refusal): Case => {
    const { option, ...rest } = refusal
    const { param, code, value } = { param: undefined, code: undefined, value: undefined, ...rest }
    const behaviour = { kind: 'bad-request', ...(param && { param }), ...(code && { code }) } as const
    return { behaviour, code: 'vendor-refused', data: { option, ...(value && { value }) } }
  }),
  { behaviour: { kind: 'unauthorized' }, code: 'vendor-down', level: 'error' },
  { behaviour: { kind: 'forbidden' }, code: 'vendor-down', level: 'error' },
  { behaviour: { kind: 'server-error' }, code: 'vendor-down', sold: 1 },
  { behaviour: { kind: 'outage' }, code: 'vendor-down', sold: 1 },
  { behaviour: { kind: 'cut', at: 'start', by: 'reset' }, code: 'vendor-down', sold: 1 },
  { behaviour: { kind: 'cut', at: 'body', by: 'reset' }, code: 'vendor-down', sold: 1 },
  { behaviour: { kind: 'cut', at: 'body', by: 'end' }, code: 'vendor-down', sold: 1 },
  { behaviour: { kind: 'cut', at: 'body', by: 'reset' }, code: 'vendor-down', sold: 1, quality: 'draft' },
  { behaviour: { kind: 'cut', at: 'body', by: 'end' }, code: 'vendor-down', sold: 1, quality: 'draft' },
  { behaviour: { kind: 'stream-error', code: 'server_error' }, code: 'vendor-down', sold: 1 },
  {
    behaviour: { kind: 'stream-error', code: 'moderation_blocked' },
    code: 'moderation-blocked',
    data: { stage: 'unknown', categories: [] },
    sold: 1,
    level: 'info',
  },
  { behaviour: { kind: 'stream-error', code: 'rate_limit_exceeded' }, code: 'vendor-busy', sold: 1 },
  { behaviour: { kind: 'undecodable' }, code: 'picture-unreadable', sold: 1 },
  { behaviour: { kind: 'undecodable' }, code: 'picture-unreadable', sold: 1, quality: 'draft' },
  { behaviour: { kind: 'fewer' }, code: 'vendor-down', sold: 1, quality: 'draft' },
  { behaviour: { kind: 'fewer' }, code: 'vendor-down', sold: 1 },
]

describe('a failure that may have cost', () => {
  it.each(cases)('$behaviour is $code, asked once ($quality)', async (wanted) => {
    const { behaviour, code, data = {}, sold = 0, level = 'warn', quality = 'standard' } = wanted
    const rig = await start()
    rig.standin.behave(behaviour)
    const failure = await rig.model.draw(createRequest({ quality }), createOptions()).catch((error) => error)
    expect(failure).toMatchObject({ name: 'CoreError', code, data })
    if (code !== 'picture-unreadable') expect(failure.cause).toBeInstanceOf(Error)
    expect(rig.standin.requests).toHaveLength(1)
    expect(rig.standin.purchases).toHaveLength(sold)
    expect(rig.sleeps).toEqual([])
    expect(rig.lines.map((line) => line.level)).toEqual([level])
    expect(rig.lines[0]?.fields).toMatchObject({ model: 'gpt-image-2', code, attempt: 1 })
  })

  it('says of a wrong key what an operator must mend', async () => {
    const rig = await start({ key: 'sk-wrong' })
    const failure = { code: 'vendor-down', cause: { status: 401 } }
    await expect(rig.model.draw(createRequest(), createOptions())).rejects.toMatchObject(failure)
    expect(rig.lines).toMatchObject([
      {
        level: 'error',
        message: expect.stringContaining('OPENAI_API_KEY'),
        fields: { vendor: { status: 401 } },
      },
    ])
    expect(JSON.stringify(rig.lines)).not.toContain('sk-wrong')
  })

  it('delivers all pictures or none', async () => {
    const rig = await start()
    rig.standin.behave({ kind: 'fewer' })
    const failure = { code: 'vendor-down' }
    await expect(rig.model.draw(createRequest({ count: 3 }), createOptions())).rejects.toMatchObject(failure)
    expect(rig.standin.purchases).toMatchObject([{ pictures: 3 }])
  })
})

describe('time', () => {
  it.each([
    { behaviour: { kind: 'hang', at: 'start' }, quality: 'standard' },
    { behaviour: { kind: 'hang', at: 'start' }, quality: 'draft' },
    { behaviour: { kind: 'hang', at: 'body' }, quality: 'premium' },
    { behaviour: { kind: 'hang', at: 'body' }, quality: 'draft' },
  ] as const)('$quality with $behaviour ends at the limit, asked once', async ({ behaviour, quality }) => {
    const rig = await start({ limit: 1000 })
    rig.standin.behave(behaviour)
    const failure = { code: 'vendor-timeout', data: { after: 1000 } }
    await expect(rig.model.draw(createRequest({ quality }), createOptions())).rejects.toMatchObject(failure)
    await rig.standin.requests[0]?.closed
    expect(rig.standin.purchases).toHaveLength(1)
    expect(rig.standin.requests).toHaveLength(1)
  })

  it.each([{ at: 'start' }, { at: 'body' }] as const)(
    'an abort at the $at rejects with its reason',
    async ({ at }) => {
      const rig = await start()
      rig.standin.behave({ kind: 'hang', at })
      const controller = new AbortController()
      const partial = Promise.withResolvers<void>()
      const options = createOptions({ signal: controller.signal, onPartial: () => partial.resolve() })
      const drawing = rig.model.draw(createRequest(), options)
      await (at === 'body' ? partial.promise : rig.standin.received(1))
      const reason = new Error('changed my mind')
      controller.abort(reason)
      await expect(drawing).rejects.toBe(reason)
      await rig.standin.requests[0]?.closed
      expect(rig.standin.requests).toHaveLength(1)
      expect(rig.lines).toEqual([])
    },
  )

  it('sends nothing for who has aborted before', async () => {
    const rig = await start()
    const reason = new Error('too late')
    const drawing = rig.model.draw(createRequest(), createOptions({ signal: AbortSignal.abort(reason) }))
    await expect(drawing).rejects.toBe(reason)
    expect(rig.standin.requests).toEqual([])
  })

  it('waits for a slow picture', async () => {
    const rig = await start()
    const release = Promise.withResolvers<void>()
    rig.standin.behave({ kind: 'slow', until: release.promise })
    const drawing = rig.model.draw(createRequest(), createOptions())
    await rig.standin.received(1)
    release.resolve()
    expect((await drawing).pictures).toHaveLength(1)
  })
})

it.each([
  ['Invalid image file or mode for image 1, please check your image file.', 1, { option: 'image' }],
  ['Could not parse your image as a valid PNG.', 2, { option: 'image' }],
  ['Invalid image file.', 0, {}],
  ['Your request was refused.', 1, {}],
])('takes “%s” with %i pictures for what it is, where nothing else says it', (message, count, data) => {
  const error = new OpenAI.APIError(400, { message, type: 'invalid_request_error' }, undefined, new Headers())
  const request = createRequest({ sources: Array.from({ length: count }, () => new Uint8Array(1)) })
  expect(translateOpenAIError(error, 0, request)).toMatchObject({ code: 'vendor-refused', data })
})
