/** Who is signed in: the one cookie, where it leads, and what it lets other sites do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBrowser, signIn } from './browser.ts'
import { createRig, findCode, publicUrl } from './rig.ts'

const minute = 60_000

async function setUp() {
  const rig = await createRig()
  return { ...rig, browser: createBrowser(rig.app) }
}

describe('the cookie', () => {
  it('is one, for this host alone, out of reach of script, and signed', async () => {
    const rig = await setUp()
    const browser = createBrowser(rig.app)
    const sent = await browser.post('/sign-in', { email: 'ada@example.org' })
    const attributes = /^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/
    expect(sent.headers.getSetCookie()).toEqual([expect.stringMatching(attributes)])
    const done = await browser.post('/sign-in/code', { code: findCode(rig.mails) })
    expect(done.headers.getSetCookie()).toHaveLength(1)
    const [cookie = ''] = done.headers.getSetCookie()
    expect(cookie).toMatch(
      /^__Host-session=[^;]{50,}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const [name = '', value = ''] = [...browser.cookies][0] ?? []
    for (const forged of [`${value}x`, value.replace(/^./, 'z'), value.split('.')[0] ?? '', '']) {
      browser.cookies.set(name, forged)
      expect((await browser.get('/account')).status).toBe(303)
    }
  })

  it('is worth nothing after signing out, a week of rest but for a HEAD, or thirty days', async () => {
    const rig = await setUp()
    const day = 24 * 60 * minute
    const status = async (visitor: ReturnType<typeof createBrowser>) => (await visitor.get('/account')).status
    const first = await signIn(rig, 'ada@example.org')
    const stolen = new Map(first.cookies)
    await first.post('/sign-out')
    expect(first.cookies.size).toBe(0)
    for (const [name, value] of stolen) first.cookies.set(name, value)
    expect(await status(first)).toBe(303)

    rig.clock.advance(day)
    const second = await signIn(rig, 'ada@example.org')
    rig.clock.advance(7 * day - 1)
    expect(await status(second)).toBe(200)
    rig.clock.advance(6 * day)
    const cookie = [...second.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const head = { method: 'HEAD', headers: { cookie } }
    expect((await rig.app.request(`${publicUrl}/account`, head)).status).toBe(200)
    rig.clock.advance(day)
    expect(await status(second)).toBe(303)

    const third = await signIn(rig, 'ada@example.org')
    for (let week = 0; week < 5; week++) {
      rig.clock.advance(6 * day - 1)
      expect(await status(third), `week ${week}`).toBe(200)
    }
    rig.clock.advance(5)
    expect(await status(third)).toBe(303)
  })

  it('is listed, and ended from elsewhere', async () => {
    const rig = await setUp()
    const first = await signIn(rig, 'ada@example.org')
    rig.clock.advance(minute)
    const second = await signIn(rig, 'ada@example.org')
    rig.clock.advance(minute)
    const third = await signIn(rig, 'ada@example.org')
    const text = await (await third.get('/account/settings')).text()
    expect(text.match(/This browser/g)).toHaveLength(1)
    const handles = [...text.matchAll(/name="handle" value="([^"]+)"/g)].map(([, handle]) => handle ?? '')
    expect(handles).toHaveLength(2)
    await third.post('/account/sign-out-session', { handle: handles[0] ?? '' })
    const alive = await Promise.all(
      [first, second, third].map(async (each) => (await each.get('/account')).status),
    )
    expect(alive.sort()).toEqual([200, 200, 303])
    const stranger = await signIn(rig, 'eve@example.org')
    await stranger.post('/account/sign-out-session', { handle: handles[1] ?? '' })
    await third.post('/account/sign-out-everywhere')
    for (const each of [first, second, third]) expect((await each.get('/account')).status).toBe(303)
    expect((await stranger.get('/account')).status).toBe(200)
  })
})

describe('where a visitor goes after signing in', () => {
  it('is never another site', async () => {
    const { readNextPath } = await import('#web/next-path.ts')
    const hostile = fc
      .array(
        fc.constantFrom(
          '/',
          '\\',
          '.',
          '//',
          'evil.example',
          '@',
          ':',
          'https:',
          '%2f',
          '\t',
          '\n',
          '?',
          '#',
          ' ',
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((text) => `/${text}`),
          fc.string(),
          fc.webUrl(),
        ),
        (text) => {
          const target = new URL(readNextPath(text), 'https://bot.example')
          expect(target.origin).toBe('https://bot.example')
          expect(readNextPath(text)).toMatch(/^\/(?!\/)/)
        },
      ),
      { numRuns: 2_000 },
    )
    expect(readNextPath('/link/abc?x=1')).toBe('/link/abc?x=1')
  })
})

describe('a change', () => {
  it('is only taken from a page of this site', async () => {
    const rig = await setUp()
    const visitor = await signIn(rig, 'ada@example.org')
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://bot.example.evil.example' },
      { origin: '', 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await visitor.post('/account/sign-out-everywhere', {}, headers)
      expect(answer.status, JSON.stringify(headers)).toBe(403)
    }
    const bare = await rig.app.request('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: 'a@b.c' }),
    })
    expect(bare.status).toBe(403)
    expect((await visitor.get('/account')).status).toBe(200)
  })

  it('is refused when it is larger than any form', async () => {
    const { browser } = await setUp()
    const answer = await browser.post('/sign-in', { email: 'a'.repeat(20_000) })
    expect(answer.status).toBe(413)
  })
})
