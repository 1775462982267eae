/** The stand-in refuses what Cloudflare Images refuses. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CloudflareStandin, startCloudflareStandin } from './standin.ts'

let standin: CloudflareStandin
let picture: Blob

beforeAll(async () => {
  standin = await startCloudflareStandin()
  picture = await draw(8, 8)
})
afterAll(() => standin.close())

async function draw(width: number, height: number): Promise<Blob> {
  const create = { width, height, channels: 3, background: 'teal' } as const
  return new Blob([new Uint8Array(await sharp({ create }).png().toBuffer())])
}

async function upload(fields: Record<string, string | Blob>, token = standin.apiToken) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.append(name, value)
    else body.append(name, value, 'picture')
  }
  const url = `${standin.baseUrl}/accounts/${standin.accountId}/images/v1`
  return fetch(url, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } })
}

describe('an upload', () => {
  it('is stored and delivered, whatever its path', async () => {
    const answer = await upload({ file: picture, id: 'team/50%/fox', metadata: '{"a":1}' })
    const { result } = (await answer.json()) as { result: { meta: object; variants: string[] } }
    expect(result.meta).toEqual({ a: 1 })
    expect(result.variants).toHaveLength(4)
    for (const url of result.variants)
      expect((await fetch(url)).headers.get('content-type')).toBe('image/png')
    expect((await fetch(`${result.variants[0]}-else`)).status).toBe(404)
  })

  it.each<[string, number, () => Promise<Record<string, string | Blob>>]>([
    ['without a picture', 400, async () => ({ id: 'a' })],
    ['with a file and a url', 400, async () => ({ file: picture, url: 'https://pictures.example/a.png' })],
    ['of something else', 400, async () => ({ file: new Blob(['text']) })],
    ['over 10 MB', 413, async () => ({ file: new Blob([picture, new Uint8Array(10_000_000)]) })],
    ['over 12,000 pixels on a side', 400, async () => ({ file: await draw(12_001, 1) })],
    ['over 100 megapixels', 400, async () => ({ file: await draw(10_001, 10_000) })],
    ['with metadata that is no JSON', 400, async () => ({ file: picture, metadata: 'a' })],
    ['with metadata field by field', 400, async () => ({ file: picture, 'metadata[a]': '1' })],
    ['with much metadata', 400, async () => ({ file: picture, metadata: `{"a":"${'b'.repeat(1024)}"}` })],
    ['with a slash before its id', 400, async () => ({ file: picture, id: '/a' })],
    ['with a UUID as id', 400, async () => ({ file: picture, id: crypto.randomUUID() })],
    ['with a long id', 400, async () => ({ file: picture, id: 'a'.repeat(1025) })],
    ['private with an id', 400, async () => ({ file: picture, id: 'a', requireSignedURLs: 'true' })],
  ])('%s is refused', async (_name, status, create) => {
    const answer = await upload(await create())
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ success: false, result: null })
  })

  it('without the token is refused', async () => {
    expect((await upload({ file: picture }, 'other')).status).toBe(401)
  })

  it('of an id that is taken is refused', async () => {
    await upload({ file: picture, id: 'twice' })
    expect((await upload({ file: picture, id: 'twice' })).status).toBe(409)
  })
})
