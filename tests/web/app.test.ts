/** The routes of the web module, asked as a browser would ask. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import type { Core } from '#core/index.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { type AppOptions, createApp } from '#web/app.ts'
import { type Browser, createBrowser, signIn } from './browser.ts'
import { createRig, foreignScript } from './rig.ts'

const picture = { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), mime: 'image/png' as const }

type Changes = Partial<AppOptions> & { ports?: Partial<Pick<Core, 'pictures' | 'check'>> }

async function setUp(changes: Changes = {}) {
  const { ports, ...app } = changes
  const rig = await createRig()
  const pictures = createDiskHost({ folder: createFolder(), publicUrl: 'https://pictures.example' })
  await pictures.put('fox-1', picture.bytes, picture.mime)
  return {
    lines: rig.lines,
    app: createApp({
      ...rig.options,
      core: { ...rig.core, pictures, ...ports },
      status: {
        platforms: ['Discord', 'Slack'],
        parts: [
          { part: 'Image model', using: 'OpenAI gpt-image-2', standIn: false },
          { part: 'Payments', using: 'test checkout', standIn: true },
        ],
      },
      ...app,
    }),
  }
}

const ask = async (path: string, changes: Changes = {}, init: RequestInit = {}) =>
  (await setUp(changes)).app.request(path, init)

describe('pictures', () => {
  it('are sent whole, to be kept by anybody who asks each time whether they are still there', async () => {
    const answer = await ask('/i/fox-1.png')
    expect(answer.status).toBe(200)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture.bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '7',
      'cache-control': 'public, no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      etag: '"fox-1"',
    })
  })

  it('answer HEAD with the headers alone', async () => {
    const answer = await ask('/i/fox-1.png', {}, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe('7')
    expect(await answer.text()).toBe('')
  })

  it.each([
    ['bytes=2-4', 206, 'bytes 2-4/7', [2, 5]],
    ['bytes=5-', 206, 'bytes 5-6/7', [5, 7]],
    ['bytes=-2', 206, 'bytes 5-6/7', [5, 7]],
    ['bytes=-99', 206, 'bytes 0-6/7', [0, 7]],
    ['bytes=6-99', 206, 'bytes 6-6/7', [6, 7]],
    ['bytes=7-', 416, 'bytes */7', [0, 0]],
    ['bytes=-0', 416, 'bytes */7', [0, 0]],
    ...['bytes=4-2', 'bytes=0-1,3-4', 'bytes=-', 'lines=0-1', 'bytes=a-b'].map(
      (range) => [range, 200, null, [0, 7]] as const,
    ),
  ] as const)('are sent in part where %s is asked for', async (range, status, part, [from, until]) => {
    const answer = await ask('/i/fox-1.png', {}, { headers: { range } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, part])
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture.bytes.slice(from, until))
    if (status !== 416) expect(answer.headers.get('content-length')).toBe(String(until - from))
  })

  it.each([
    ['"fox-1"', 206],
    ['W/"fox-1"', 200],
    ['"fox-2"', 200],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 200],
  ])('are sent in part only to who has the same, and not with If-Range: %s', async (tag, status) => {
    const headers = { range: 'bytes=0-1', 'if-range': tag }
    expect((await ask('/i/fox-1.png', {}, { headers })).status).toBe(status)
  })

  const kept = ['"fox-1"', 'W/"fox-1"', '"owl-1", W/"fox-1"', '*']

  it.each(kept)('answer 304 to a browser that has %s', async (tag) => {
    const answer = await ask('/i/fox-1.png', {}, { headers: { 'if-none-match': tag } })
    expect(answer.status).toBe(304)
    expect(answer.headers.get('cache-control')).toBe('public, no-cache')
    expect(answer.headers.get('etag')).toBe('"fox-1"')
    expect(await answer.text()).toBe('')
  })

  it.each(kept)('that are deleted are gone for a browser that has %s too', async (tag) => {
    const folder = createFolder()
    const host = createDiskHost({ folder, publicUrl: 'https://pictures.example' })
    const { app } = await setUp({ ports: { pictures: host } })
    const ask = async () => {
      const answer = await app.request('/i/fox-1.png', { headers: { 'if-none-match': tag } })
      return { status: answer.status, kept: answer.headers.get('cache-control') }
    }
    await host.put('fox-1', picture.bytes, 'image/png')
    expect(await ask()).toEqual({ status: 304, kept: 'public, no-cache' })
    await host.remove('fox-1')
    expect(await ask()).toEqual({ status: 404, kept: 'no-store' })
  })

  it('are not read for a browser that has them', async () => {
    const read = () => Promise.reject(new Error('read'))
    const { app } = await setUp({
      ports: { pictures: { read, stream: read, find: async () => ({ mime: 'image/png', size: 7 }) } },
    })
    const ask = (tag: string) => app.request('/i/fox-1.png', { headers: { 'if-none-match': tag } })
    expect((await ask('"fox-1"')).status).toBe(304)
    expect((await ask('"fox-2"')).status).toBe(500)
  })

  it.each([
    ...['/i/fox-1.jpg', '/i/fox-2.png', '/i/fox-1', '/i/fox-1.png.png', '/i/..%2f..%2fsecret.png'],
    ...['/i/FOX-1.png', '/i/'],
  ])('do not lie at %s', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('Nothing here')
  })

  it('have small copies that a browser keeps for good, and that go with them', async () => {
    const host = createDiskHost({ folder: createFolder(), publicUrl: 'https://pictures.example' })
    const { app } = await setUp({ ports: { pictures: host } })
    const drawn = sharp({ create: { width: 900, height: 90, channels: 3, background: 'teal' } })
    await host.put('fox-1', new Uint8Array(await drawn.png().toBuffer()), 'image/png')
    const path = '/i/fox-1.440.webp'
    const [whole, head] = [await app.request(path), await app.request(path, { method: 'HEAD' })]
    const bytes = await whole.arrayBuffer()
    for (const { status, headers } of [whole, head])
      expect({ status, ...Object.fromEntries(headers) }).toMatchObject({
        status: 200,
        'content-type': 'image/webp',
        'content-length': String(bytes.byteLength),
        'cache-control': 'private, max-age=31536000, immutable',
        etag: '"fox-1.440"',
      })
    const known = { headers: { 'if-none-match': '"fox-1.440"' } }
    expect((await app.request(path, known)).status).toBe(304)
    for (const other of ['/i/fox-1.441.webp', '/i/fox-2.440.webp', '/i/fox-1.webp', '/i/FOX.440.webp'])
      expect((await app.request(other)).status).toBe(404)
    await host.remove('fox-1')
    for (const given of [{}, known]) expect((await app.request(path, given)).status).toBe(404)
  })

  it('are not served when another host has them', async () => {
    expect((await ask('/i/fox-1.png', { servesPictures: false })).status).toBe(404)
  })
})

describe('health', () => {
  it('says that the process is up whatever the store does', async () => {
    const { app, lines } = await setUp({ ports: { check: () => Promise.reject(new Error('gone')) } })
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'up' })
    const ready = await app.request('/readyz')
    const store = { since: expect.any(String), reason: 'no_answer' }
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', away: { store } }])
    expect(lines).toMatchObject([{ level: 'warn' }])
  })

  it('says that it is ready when the store answers', async () => {
    const answer = await ask('/readyz')
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }])
  })
})

/** Where nobody but whoever runs it sees the pages. */
const local = { publicUrl: 'http://localhost:3000' }

describe('the start page', () => {
  it('says what is running and what is a stand-in to whoever runs it', async () => {
    const text = await (await ask('/', local)).text()
    for (const word of ['Discord', 'Slack', 'OpenAI gpt-image-2', 'test checkout'])
      expect(text).toContain(word)
    expect(text.match(/class="badge"/g)).toHaveLength(1)
  })

  it('says that no platform is connected', async () => {
    const text = await (await ask('/', { status: { platforms: [], parts: [] } })).text()
    expect(text).toContain('No chat platform is connected')
    expect(text).not.toContain('stand-in')
  })

  it('says nothing of stores and mailers to the public', async () => {
    const text = await (await ask('/')).text()
    for (const word of ['OpenAI gpt-image-2', 'test checkout', 'stand-in']) expect(text).not.toContain(word)
  })

  it('leads to where the bot is added, as far as people can by themselves', async () => {
    const links = {
      discord: 'https://discord.com/oauth2/authorize?a=1&b=2',
      slack: 'https://bot.example/slack/install',
    }
    const listWays = async (listInstallLinks: AppOptions['listInstallLinks']) =>
      [
        ...(await (await ask('/', { listInstallLinks })).text()).matchAll(
          /class="button large[^"]*" href="([^"]*)"/g,
        ),
      ].map(([, href]) => href)
    expect(await listWays(() => links)).toEqual([
      links.discord.replace('&', '&amp;'),
      links.slack,
      '/account',
    ])
    expect(await listWays(() => ({}))).toEqual(['/account'])
  })

  it('offers to sign in to whoever is not, and their account to whoever is', async () => {
    const rig = await createRig()
    const listLabels = async (browser: Browser) =>
      [...(await browser.read('/')).matchAll(/<a class="button large[^>]*>([^<]*)</g)].map(
        ([, label]) => label,
      )
    expect(await listLabels(createBrowser(rig.app))).toEqual(['Sign in'])
    expect(await listLabels(await signIn(rig, 'ada@example.org'))).toEqual(['Go to your account'])
  })

  it('shows markup in a name as text', async () => {
    const parts = [{ part: '<b>part', using: '"><script>alert(1)</script>', standIn: false }]
    const text = await (await ask('/', { ...local, status: { platforms: ['<i>'], parts } })).text()
    expect(text).not.toMatch(foreignScript)
    expect(text).not.toMatch(/<b>|<i>/)
    expect(text).toContain('&lt;script&gt;')
  })

  it('has no script or style within, and loads only its own files', async () => {
    const { app } = await setUp()
    const answer = await app.request('/')
    const text = await answer.text()
    expect(text).not.toMatch(foreignScript)
    expect(text).not.toMatch(/<style| style=| on[a-z]+=/)
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:")
    expect(policy).not.toContain('unsafe')
    expect(text).not.toMatch(/(?:src|srcset)="(?!\/assets\/)/)
    const links = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]*)"/g)].map(([, link]) => link ?? '')
    expect(new Set(links).size).toBeGreaterThan(2)
    for (const link of new Set(links)) {
      const asset = await app.request(link)
      expect(asset.status).toBe(200)
      expect(asset.headers.get('cache-control')).toContain('immutable')
    }
  })

  it('asks for HTTPS only where it is reached by it', async () => {
    const get = async (publicUrl: string) => (await ask('/', { publicUrl })).headers
    expect((await get('https://pictures.example')).has('strict-transport-security')).toBe(true)
    expect((await get('http://localhost:3000')).has('strict-transport-security')).toBe(false)
  })
})

describe('trouble', () => {
  const failing = (error: Error) => {
    const fail = () => Promise.reject(error)
    return setUp({ ports: { pictures: { read: fail, find: fail } } })
  }

  it('is logged, and shown without a word of the inside', async () => {
    const { app, lines } = await failing(new Error('secret path /var/lib'))
    const answer = await app.request('/i/fox-1.png?token=hush')
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).toContain('Something went wrong')
    expect(text).not.toMatch(/secret|Error|\/var/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(lines).toMatchObject([{ level: 'error', fields: { method: 'GET', route: '/i/:file' } }])
    expect(JSON.stringify(lines)).not.toContain('hush')
  })

  it('with the store asks to come back', async () => {
    const answer = await (await failing(new CoreError('store-unavailable', {}))).app.request('/i/fox-1.png')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('30')
    expect(await answer.text()).toContain('Nothing was changed')
  })

  it('with an address is a page', async () => {
    const origin = 'https://bot.example'
    for (const init of [{ method: 'GET' }, { method: 'POST', headers: { origin } }]) {
      const answer = await ask('/nowhere', {}, init)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    }
  })
})
