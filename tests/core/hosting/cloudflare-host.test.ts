/** Cloudflare Images through the real SDK, to a strict stand-in. */
import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CloudflareHostOptions } from '#core/hosting/cloudflare-host.ts'
import { listCauses, readVendorAnswer } from '#core/vendor-answer.ts'
import { testImageHost } from '#tests/contracts/image-host.ts'
import { type CloudflareStandin, startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { hostOn } from './vendors.ts'

let standin: CloudflareStandin
let pauses: number[]

beforeEach(async () => {
  standin = await startCloudflareStandin()
  pauses = []
})
afterEach(async () => {
  await standin.close()
  expect(standin.faults).toEqual([])
})

function createHost(changes: Partial<CloudflareHostOptions> = {}) {
  const clock = { now: () => 0, sleep: async (ms: number) => void pauses.push(ms) }
  return hostOn(standin, { clock, ...changes })
}

testImageHost('Cloudflare Images', () => ({
  host: createHost({ thumbnails: ['w440', 'w880'] }),
  async fetchPublic(url) {
    const answer = await fetch(url)
    if (answer.status === 404) return undefined
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { bytes, mime: answer.headers.get('content-type') ?? '' }
  },
}))

const drawing = sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal' } })
const png = new Uint8Array(await drawing.png().toBuffer())
const put = (host = createHost()) => host.put('fox-1', png, 'image/png')
const failed = { name: 'CoreError', code: 'hosting-failed' }

describe('putting', () => {
  it('sends the picture once, under its key, and gives the URL of the variant', async () => {
    expect(await put(createHost({ variant: 'thumbnail' }))).toMatch(/\/fox-1\/thumbnail$/)
    expect(standin.requests).toEqual([`POST /accounts/${standin.accountId}/images/v1`])
    expect(standin.images.get('fox-1')).toMatchObject({ mime: 'image/png', meta: {} })
  })

  it('finds the URL of a picture that is there already, at the cost of one upload', async () => {
    const url = await put()
    expect(await put()).toBe(url)
    const images = `/accounts/${standin.accountId}/images/v1`
    expect(standin.requests).toEqual([`POST ${images}`, `POST ${images}`, `GET ${images}/fox-1`])
  })

  it.each([
    { kind: 'error', status: 429, code: 971 },
    { kind: 'error', status: 429, code: 971, retryAfter: 7 },
    { kind: 'error', status: 500, code: 5500 },
    { kind: 'error', status: 503, code: 5500 },
    { kind: 'error', status: 408, code: 5408 },
    { kind: 'lost' },
    { kind: 'cut' },
  ] as const)('tries again after %j', async (behaviour) => {
    standin.behave(behaviour)
    expect(await put()).toMatch(/\/fox-1\/public$/)
    expect(pauses).toEqual(['retryAfter' in behaviour ? 7_000 : 500])
    expect(standin.images.size).toBe(1)
  })

  it.each(['hang', 'stall'] as const)('gives a request up after a %s and tries again', async (kind) => {
    standin.behave({ kind })
    expect(await put(createHost({ timeout: 500 }))).toMatch(/\/fox-1\/public$/)
    expect(pauses).toEqual([500])
  })

  it('waits for a slow answer', async () => {
    standin.behave({ kind: 'slow', milliseconds: 100 })
    await put()
    expect(standin.requests).toHaveLength(1)
  })

  it('gives up after three attempts', async () => {
    standin.behave(...Array.from({ length: 3 }, () => ({ kind: 'error', status: 500, code: 5500 }) as const))
    await expect(put()).rejects.toMatchObject({ ...failed, cause: { status: 500 } })
    expect(pauses).toEqual([500, 3_000])
    expect(standin.requests).toHaveLength(3)
  })

  it.each([
    { status: 400, code: 5455 },
    { status: 401, code: 10000 },
    { status: 403, code: 10000 },
    { status: 429, code: 971, retryAfter: 300 },
  ] as const)('does not insist after %j', async (refusal) => {
    standin.behave({ kind: 'error', ...refusal })
    const error = await put().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(failed)
    expect(listCauses(error).map((each) => readVendorAnswer(each).status)).toContain(refusal.status)
    expect(standin.requests).toHaveLength(1)
  })

  it('fails when nobody answers', async () => {
    await standin.close()
    await expect(put()).rejects.toMatchObject(failed)
    standin = await startCloudflareStandin()
  })

  it('is refused what Cloudflare would refuse', async () => {
    const text = new TextEncoder().encode('not a picture')
    for (const [key, bytes] of [['fox-1', text] as const, [randomUUID(), png] as const])
      await expect(createHost().put(key, bytes, 'image/png')).rejects.toMatchObject({
        cause: { status: 400 },
      })
  })

  it('keeps the token out of its errors', async () => {
    const host = createHost({ apiToken: 'hush-hush' })
    const error = await put(host).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(failed)
    expect(listCauses(error).map((each) => readVendorAnswer(each).status)).toContain(401)
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('hush-hush')
  })
})

describe('reading', () => {
  it('turns a copy in another format into PNG, which says that a model drew what was drawn', async () => {
    await put()
    const image = standin.images.get('fox-1')
    if (!image) throw new Error('not uploaded')
    image.bytes = new Uint8Array(await drawing.webp({ lossless: true }).toBuffer())
    image.mime = 'image/webp'
    for (const [origin, isMarked] of [
      [undefined, true],
      ['drawn', true],
      ['brought', false],
    ] as const) {
      const read = await createHost().read('fox-1', origin)
      expect(read?.mime).toBe('image/png')
      const { format, xmpAsString: xmp = '' } = await sharp(read?.bytes).metadata()
      expect([format, xmp.includes('trainedAlgorithmicMedia')]).toEqual(['png', isMarked])
    }
  })

  it('does not take half a picture for a whole one', async () => {
    await put()
    standin.behave({ kind: 'cut' })
    expect((await createHost().read('fox-1'))?.bytes).toEqual(png)
    standin.behave({ kind: 'stall' })
    expect((await createHost({ timeout: 500 }).read('fox-1'))?.bytes).toEqual(png)
  })
})

describe('removing', () => {
  it('tries again, also when the first time had worked', async () => {
    await put()
    standin.behave({ kind: 'lost' })
    await createHost().remove('fox-1')
    expect(standin.images.size).toBe(0)
  })

  it('fails when Cloudflare refuses', async () => {
    standin.behave({ kind: 'error', status: 403, code: 10000 })
    await expect(createHost().remove('fox-1')).rejects.toMatchObject(failed)
  })
})

describe('thumbnails', () => {
  const url = 'https://imagedelivery.example/hash/fox-1/public'
  const list = (host: ReturnType<typeof createHost>) =>
    host.listThumbnails({ key: 'fox-1', url, width: 2_000 }).map((each) => each.url.split('/').at(-1))

  it.each([
    ['the check', (host: ReturnType<typeof createHost>) => host.check()],
    ['an upload', (host: ReturnType<typeof createHost>) => put(host)],
  ])('are linked to as far as %s has told of their variants', async (_what, learn) => {
    const host = createHost({ thumbnails: ['small', 'w880'] })
    expect(list(host)).toEqual([])
    await learn(host)
    expect(list(host)).toEqual(['w880'])
  })
})

describe('the check of an operator', () => {
  it('passes with a variant the account has', async () => {
    await createHost({ variant: 'thumbnail' }).check()
  })

  it.each([
    ['keep', false],
    ['copyright', true],
    ['none', true],
  ] as const)(
    'tells of a variant with metadata %s whether it strips marks',
    async (metadata, stripsMarks) => {
      await standin.close()
      standin = await startCloudflareStandin({ metadata })
      expect(await createHost().check()).toEqual({ stripsMarks })
    },
  )

  it.each([null, {}, { options: null }, { options: { metadata: 7 } }, 'public'])(
    'makes nothing of a variant described as %j',
    async (described) => {
      const result = { variants: { public: described } }
      const body = JSON.stringify({ success: true, errors: [], messages: [], result })
      standin.behave({ kind: 'answer', body, type: 'application/json' })
      expect(await createHost().check()).toEqual({ stripsMarks: false })
    },
  )

  it('names variants for thumbnails that there are none of', async () => {
    const host = createHost({ thumbnails: ['small', 'w880'] })
    expect(await host.check()).toMatchObject({ missing: ['small'] })
    const whole = createHost({ thumbnails: ['w440', 'w880'] })
    expect(await whole.check()).not.toHaveProperty('missing')
  })

  it('names the variants there are when it has not', async () => {
    const message = 'Cloudflare Images has no variant "large"; it has: public, thumbnail, w440, w880'
    const host = createHost({ variant: 'large' })
    await expect(host.check()).rejects.toMatchObject({ name: 'CloudflareRefusal', message })
    await expect(put(host)).rejects.toMatchObject({ ...failed, cause: { message } })
  })

  it('fails with a wrong token or account', async () => {
    for (const [wrong, status] of [
      ['apiToken', 401],
      ['accountId', 403],
    ] as const) {
      const told = { name: 'CloudflareRefusal', message: expect.stringMatching(`^${status} `) }
      await expect(createHost({ [wrong]: 'wrong' }).check()).rejects.toMatchObject(told)
    }
  })

  it.each([
    { kind: 'error', status: 429, code: 10000 },
    { kind: 'error', status: 503, code: 1 },
    { kind: 'cut' },
  ] as const)('says that it could not ask, after one try: %o', async (trouble) => {
    standin.behave(trouble, { kind: 'hang' })
    await expect(createHost().check()).rejects.toMatchObject(failed)
  })
})
