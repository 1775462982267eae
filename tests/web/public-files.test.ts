/** What search engines, link previews and other programs are told. */
import { describe, expect, it } from 'vitest'
import { visit } from './people.ts'
import { createRig, publicUrl } from './rig.ts'

const operator = { name: 'Lighthouse Ltd', email: 'help@lighthouse.example', refundDays: 14 }

const read = async (path: string, app: Parameters<typeof createRig>[0] = {}) =>
  await (await createRig(app)).app.request(path)

describe('a page', () => {
  it('for everybody says what it is, by the public address', async () => {
    const { app } = await createRig()
    const text = await (await app.request('/?ref=x')).text()
    const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? ''
    expect(find(/rel="canonical" href="([^"]*)"/)).toBe(`${publicUrl}/`)
    expect(find(/name="description" content="([^"]*)"/).length).toBeGreaterThan(50)
    const image = find(/property="og:image" content="([^"]*)"/)
    expect(image).toMatch(/^https:\/\/bot\.example\/assets\/.*\.jpg$/)
    expect((await app.request(image.slice(publicUrl.length))).headers.get('content-type')).toBe('image/jpeg')
    expect(text.match(/name="theme-color"/g)).toHaveLength(2)
    expect(text).not.toContain('noindex')
  })

  it('of somebody’s own, and one that is not there, is for no search engine', async () => {
    const { browser } = await visit()
    for (const path of ['/account', '/account/pictures', '/nowhere']) {
      const text = await browser.read(path)
      expect(text).toContain('<meta name="robots" content="noindex">')
      expect(text).not.toContain('og:')
    }
  })

  it('that is not there has two ways on', async () => {
    const text = await (await read('/nowhere')).text()
    expect(text.slice(text.indexOf('<main')).match(/<a [^>]*href="\/(account)?"/g)).toHaveLength(2)
  })
})

it('lists its public pages, and keeps robots from the others', async () => {
  const robots = await (await read('/robots.txt')).text()
  expect(robots).toMatch(/^User-agent: \*\nDisallow: \/account\n/)
  expect(robots).toContain(`Sitemap: ${publicUrl}/sitemap.xml\n`)
  const { app } = await createRig()
  const map = await (await app.request('/sitemap.xml')).text()
  const pages = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
    address.slice(publicUrl.length),
  )
  expect(pages).toEqual(['/', '/pricing', '/privacy'])
  for (const page of pages) {
    expect((await app.request(page)).status).toBe(200)
    expect(robots).not.toContain(`Disallow: ${page}\n`)
  }
})

it('says whom to tell of a hole where there is somebody, for less than a year', async () => {
  const path = '/.well-known/security.txt'
  const text = await (await read(path, { app: { operator } })).text()
  expect(text).toContain('Contact: mailto:help@lighthouse.example\n')
  const ahead = Date.parse(/Expires: (.*)/.exec(text)?.[1] ?? '') - Date.now()
  expect(ahead / 86_400_000).toBeGreaterThan(179)
  expect(ahead / 86_400_000).toBeLessThan(365)
  expect((await read(path)).status).toBe(404)
})

it.each([
  ['/favicon.ico', 'image/x-icon', [0, 0, 1, 0]],
  ['/apple-touch-icon.png', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
])('has an icon at %s', async (path, type, head) => {
  const answer = await read(path)
  expect(answer.headers.get('content-type')).toBe(type)
  expect([...(await answer.bytes()).slice(0, 4)]).toEqual(head)
})

it('has a start page that is light', async () => {
  const { app } = await createRig()
  const text = await (await app.request('/')).text()
  const files = new Set([...text.matchAll(/(?:href|src)="(\/assets\/[^"]*)"/g)].map(([, path = '']) => path))
  const headers = { 'accept-encoding': 'br' }
  const sizes = await Promise.all(
    [...files].map(async (path) => (await (await app.request(path, { headers })).bytes()).length),
  )
  expect(files.size).toBeGreaterThan(8)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(90_000)
})

it('gives moments in UTC, marked to be shown by the reader’s own clock', async () => {
  const { browser } = await visit()
  const settings = await browser.read('/account/settings')
  expect(settings).toMatch(/<time datetime="[^"]*Z" data-local="minute">[^<]* UTC<\/time>/)
})
