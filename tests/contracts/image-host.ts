/** What every image host must do, as tests to run on one. */
import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { Thumbnails } from '#core/hosting/thumbnail.ts'

/** A host to test and a way to fetch what it made public: undefined when that URL leads to nothing. */
export interface HostUnderTest {
  host: ImageHost & Pick<Thumbnails, 'listThumbnails'>
  fetchPublic(url: string): Promise<{ bytes: Uint8Array; mime: string } | undefined>
}

const failed = { code: 'hosting-failed' }

/** Defines the suite; `find` is called once per test, after the caller's own hooks. */
export function testImageHost(name: string, find: () => HostUnderTest): void {
  describe(`${name} as an image host`, () => {
    const createKey = () => `picture-${randomUUID().slice(0, 8)}`

    const mimes = ['image/png', 'image/jpeg'] as const
    it.each(mimes)('shows the very bytes of %s under a public URL', async (mime) => {
      const { host, fetchPublic } = find()
      const key = createKey()
      const bytes = await drawNoise(mime)
      const url = await host.put(key, bytes, mime)
      expect(new URL(url).pathname).toContain(key)
      expect(await fetchPublic(url)).toEqual({ bytes, mime })
      expect(await readPlain(host, key)).toEqual({ bytes, mime })
    })

    it('takes the same picture again, also at the same time, and gives the same URL', async () => {
      const { host } = find()
      const key = createKey()
      const bytes = await drawNoise('image/png')
      const put = () => host.put(key, bytes, 'image/png')
      const urls = [...(await Promise.all([put(), put(), put()])), await put()]
      expect(new Set(urls).size).toBe(1)
      expect(await readPlain(host, key)).toEqual({ bytes, mime: 'image/png' })
    })

    it('removes, and removing again or what never was is harmless', async () => {
      const { host, fetchPublic } = find()
      const key = createKey()
      const url = await host.put(key, await drawNoise('image/png'), 'image/png')
      await host.remove(key)
      expect(await host.read(key)).toBeUndefined()
      expect(await fetchPublic(url)).toBeUndefined()
      await host.remove(key)
      await host.remove(createKey())
    })

    it('shows smaller copies, none larger than the picture, which go with it', async () => {
      const { host, fetchPublic } = find()
      const key = createKey()
      const url = await host.put(key, await drawNoise('image/png', 600), 'image/png')
      const list = (width: number) => host.listThumbnails({ key, url, width })
      const widths = [300, 600, 1536].map((each) => list(each).map(({ width }) => width))
      expect(widths).toEqual([[300], [440, 600], [440, 880]])
      const fetchAll = () => Promise.all(list(600).map((each) => fetchPublic(each.url)))
      for (const found of await fetchAll()) expect(found?.mime).toMatch(/^image\//)
      await host.remove(key)
      expect(await fetchAll()).toEqual([undefined, undefined])
    })

    it.each(['https://elsewhere.example/i/fox.png', 'https://elsewhere.example/fox/public.png', 'nonsense'])(
      'knows no smaller copies of what is at %s',
      (url) => expect(find().host.listThumbnails({ key: 'owl', url, width: 600 })).toEqual([]),
    )

    it('removes nothing else', async () => {
      const { host } = find()
      const key = createKey()
      const bytes = await drawNoise('image/jpeg')
      await host.put(`${key}-2`, bytes, 'image/jpeg')
      await host.put(key, bytes, 'image/jpeg')
      await host.remove(key)
      expect(await readPlain(host, `${key}-2`)).toEqual({ bytes, mime: 'image/jpeg' })
    })

    it('knows nothing of a key never used', async () => {
      expect(await find().host.read(createKey())).toBeUndefined()
    })

    it('takes up to 10 MB and refuses more', async () => {
      const { host } = find()
      const key = createKey()
      const picture = await drawNoise('image/png')
      const largest = Buffer.concat([picture, Buffer.alloc(10_000_000 - picture.length)])
      await host.put(key, largest, 'image/png')
      expect((await host.read(key))?.bytes.byteLength).toBe(10_000_000)
      const larger = Buffer.concat([largest, Buffer.alloc(1)])
      await expect(host.put(createKey(), larger, 'image/png')).rejects.toMatchObject(failed)
    })

    const keys = ['', '../secret', 'a/b', 'a.png', 'A', 'ключ', 'a b', 'a%2fb', 'a\0', `a${'b'.repeat(64)}`]
    it.each(keys)('refuses the key %j everywhere', async (key) => {
      const { host } = find()
      const bytes = await drawNoise('image/png')
      await expect(host.put(key, bytes, 'image/png')).rejects.toMatchObject(failed)
      await expect(host.read(key)).rejects.toMatchObject(failed)
      await expect(host.remove(key)).rejects.toMatchObject(failed)
    })
  })
}

async function drawNoise(mime: 'image/png' | 'image/jpeg', side = 16): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
  return new Uint8Array(await picture.toFormat(mime === 'image/png' ? 'png' : 'jpeg').toBuffer())
}

/** A Buffer compares unequal to an array of the same bytes. */
async function readPlain(host: ImageHost, key: string) {
  const picture = await host.read(key)
  return picture && { bytes: new Uint8Array(picture.bytes), mime: picture.mime }
}
