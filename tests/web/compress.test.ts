/** What goes over the wire in fewer bytes, and what does not, lest its length tells a secret. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { assets } from '#web/assets.ts'
import { signIn } from './browser.ts'
import { visit } from './people.ts'
import { createRig } from './rig.ts'

const every = { 'accept-encoding': 'gzip, deflate, br, zstd' }
const codingOf = ({ headers }: Response) => headers.get('content-encoding')
const open = { br: brotliDecompressSync, gzip: gunzipSync }

describe('a page', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const)('to who takes %s goes as %s', async (accepted, coding) => {
    const { app } = await createRig()
    const plain = await app.request('/privacy')
    const small = await app.request('/privacy', { headers: { 'accept-encoding': accepted } })
    const bytes = await small.bytes()
    expect([codingOf(plain), codingOf(small)]).toEqual([null, coding])
    expect(open[coding](bytes).toString()).toBe(await plain.text())
    expect(small.headers.get('content-length')).toBe(String(bytes.length))
    expect([plain, small].map(({ headers }) => headers.get('vary'))).toEqual(
      Array(2).fill('Accept-Language, Accept-Encoding'),
    )
  })

  it('has the same head for HEAD', async () => {
    const { app } = await createRig()
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => app.request('/privacy', { method, headers: every })),
    )
    expect(Object.fromEntries(head?.headers ?? [])).toEqual(Object.fromEntries(get?.headers ?? []))
  })

  it('is left as it is beside what another site may have chosen', async () => {
    const { browser } = await visit()
    const ask = async (path: string) => codingOf(await browser.get(path, every))
    expect([
      await ask('/account/pictures'),
      await ask('/account'),
      await ask('/account/pictures?search=guess'),
    ]).toEqual(['br', null, null])
    expect(codingOf(await browser.post('/account/email', { email: 'no' }, every))).toBeNull()
  })

  it('is compressed whatever it is asked for where nobody is known', async () => {
    const { app } = await createRig()
    expect(codingOf(await app.request('/sign-in?next=/account', { headers: every }))).toBe('br')
  })
})

describe('a file of ours', () => {
  it('is compressed where it is text, has a tag of its own each way, and is not sent again', async () => {
    const { app } = await createRig()
    const { href, bytes } = assets.style
    const tags = new Set<string | null>()
    for (const accepted of ['identity', 'gzip', 'br']) {
      const answer = await app.request(href, { headers: { 'accept-encoding': accepted } })
      const etag = answer.headers.get('etag')
      tags.add(etag)
      const body = await answer.bytes()
      const coding = codingOf(answer) as keyof typeof open | null
      expect(Buffer.compare(coding === null ? body : open[coding](body), bytes)).toBe(0)
      const headers = { 'accept-encoding': accepted, 'if-none-match': String(etag) }
      expect((await app.request(href, { headers })).status).toBe(304)
    }
    expect(tags.size).toBe(3)
  })

  it('of another version is today’s, and not to be kept', async () => {
    const { app } = await createRig()
    const answer = await app.request(assets.style.href.replace(/[0-9a-f]{10}/, '0123456789'))
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect((await app.request('/assets/nothing.0123456789.css')).status).toBe(404)
  })

  it('that is short or no text stays as it is', async () => {
    const rig = await createRig()
    const browser = await signIn(rig, 'bob@example.org')
    for (const path of ['/healthz', '/account/export'])
      expect(codingOf(await browser.get(path, every))).toBeNull()
  })
})
