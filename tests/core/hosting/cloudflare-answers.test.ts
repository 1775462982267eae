/** Whatever Cloudflare, or somebody in between, answers with status 200 is a picture hosted or `hosting-failed`. */
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mustAct } from '#core/operator-fault.ts'
import { listCauses, readVendorAnswer } from '#core/vendor-answer.ts'
import { type CloudflareStandin, startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { hostOn } from './vendors.ts'

let standin: CloudflareStandin
beforeAll(async () => {
  standin = await startCloudflareStandin()
})
beforeEach(() => standin.images.clear())
afterAll(() => standin.close())

const createHost = () => hostOn(standin, { clock: { now: () => 0, sleep: async () => undefined } })

const create = { width: 8, height: 8, channels: 3, background: 'teal' } as const
const png = new Uint8Array(await sharp({ create }).png().toBuffer())
const put = () => createHost().put('fox-1', png, 'image/png')
const envelope = (body: object) => JSON.stringify({ errors: [], messages: [], ...body })
const answer = (body: string, type = 'application/json') => ({ kind: 'answer', body, type }) as const

/** What says that Cloudflare refused, by which code. */
const refusals = [
  { code: 5455, errors: [{ code: 5455, message: 'Uploaded image must have image/jpeg' }] },
  { code: 10000, errors: [{ code: 10000, message: 'Authentication error' }] },
  { code: 0, errors: [] },
  { code: 0, errors: null },
  { code: 0, errors: 'none' },
]

/** What is no answer of Cloudflare's, or not whole. */
const oddities = [
  answer('<!doctype html><title>Just a moment...</title>', 'text/html; charset=UTF-8'),
  answer('', 'text/plain'),
  ...['<html></html>', '', 'null', '[]', '"fine"', '{"success": true, "result": {"id"', '{}'].map((body) =>
    answer(body),
  ),
  ...[undefined, null, [], { id: 'fox-1' }, { id: 'fox-1', variants: 'public' }].map((result) =>
    answer(envelope({ success: true, result })),
  ),
  answer(envelope({ success: 'yes', result: { id: 'fox-1', variants: [] } })),
]
const refused = { code: 'hosting-failed', data: { refused: true } }

describe('an upload answered 200', () => {
  it.each(refusals)('with success false and errors $errors is refused, once', async ({ code, errors }) => {
    standin.requests.length = 0
    standin.behave(answer(envelope({ success: false, result: null, errors })))
    const error = await put().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(refused)
    expect(readVendorAnswer(listCauses(error).at(-1))).toMatchObject({ status: 200, code: String(code) })
    expect(mustAct(error)).toBe(code === 10_000)
    expect(standin.requests).toHaveLength(1)
  })

  it.each(oddities)('with $body ($type) is asked again, and fails when it stays so', async (odd) => {
    standin.behave(odd)
    expect(await put()).toMatch(/\/fox-1\/public$/)
    standin.images.clear()
    standin.behave(odd, odd, odd)
    await expect(put()).rejects.toMatchObject({ code: 'hosting-failed', data: {} })
  })

  it('that was done in spite of an odd answer is found', async () => {
    standin.behave({ ...answer('<html>'), done: true })
    expect(await put()).toMatch(/\/fox-1\/public$/)
    expect(standin.images.size).toBe(1)
  })

  it('says by a code that the picture is there already', async () => {
    await put()
    standin.behave(answer(envelope({ success: false, errors: [{ code: 5409, message: 'exists' }] })))
    expect(await put()).toMatch(/\/fox-1\/public$/)
  })

  it('says by a code that too much was asked, and is asked again', async () => {
    standin.behave(answer(envelope({ success: false, errors: [{ code: 971, message: 'slow down' }] })))
    expect(await put()).toMatch(/\/fox-1\/public$/)
  })

  it.each([
    ...[10_000, 0].map((code) => ({ status: 401, code }) as const),
    ...[10_000, 9_109, 5403].map((code) => ({ status: 403, code }) as const),
  ])('refuses the token with status $status and code $code, and names the variable', async (answered) => {
    standin.behave({ kind: 'error', ...answered })
    await expect(put()).rejects.toMatchObject({ ...refused, cause: { name: 'OperatorFault' } })
    standin.forget()
  })

  it('refuses a picture, and says nothing of the token', async () => {
    standin.behave({ kind: 'error', status: 400, code: 5455 })
    const error = await put().catch((caught) => caught)
    expect(error).toMatchObject(refused)
    expect(error.cause.name).not.toBe('OperatorFault')
    standin.forget()
  })

  it('without the variant is the operator’s to mend', async () => {
    const result = { id: 'fox-1', variants: ['https://imagedelivery.net/hash/fox-1/thumbnail'] }
    standin.behave(...Array.from({ length: 3 }, () => answer(envelope({ success: true, result }))))
    await expect(put()).rejects.toMatchObject({ ...refused, cause: { name: 'OperatorFault' } })
    standin.forget()
  })
})

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value))
const shaped = fc
  .record(
    {
      success: fc.oneof(fc.boolean(), fc.jsonValue()),
      result: fc.oneof(
        fc.record({ variants: fc.oneof(fc.array(fc.oneof(fc.webUrl(), fc.jsonValue())), fc.jsonValue()) }),
        fc.jsonValue(),
      ),
      errors: fc.oneof(fc.array(fc.record({ code: fc.jsonValue() })), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value))

it('never fails in another way, whatever is asked and answered', { timeout: 60_000 }, async () => {
  const body = fc.oneof(json, shaped, fc.string())
  const type = fc.constantFrom('application/json', 'text/html', 'image/png', 'text/plain')
  const act = fc.constantFrom('put', 'read', 'remove', 'check')
  await fc.assert(
    fc.asyncProperty(body, type, act, async (text, mime, name) => {
      const host = createHost()
      standin.images.clear()
      standin.forget()
      standin.behave(...Array.from({ length: 3 }, () => answer(text, mime)))
      const acts = {
        put: () => host.put('fox-1', png, 'image/png'),
        read: () => host.read('fox-1'),
        remove: () => host.remove('fox-1'),
        check: () => host.check(),
      }
      const error = await acts[name]().then(
        () => undefined,
        (thrown: Error & { code?: string }) => thrown,
      )
      if (!error || error.name === 'CloudflareRefusal') return
      expect(error).toMatchObject({ name: 'CoreError', code: 'hosting-failed' })
      expect(error.cause).toBeInstanceOf(Error)
    }),
    { numRuns: 150 },
  )
})
