/** Who is signed in: the one cookie, where it leads, and what it lets other sites do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNextPath } from '#web/next-path.ts'
import { type Browser, createBrowser, signIn } from './browser.ts'
import { createRig, findCode } from './rig.ts'

const minute = 60_000

describe('the cookie', () => {
  it('is one, for this host alone, out of reach of script, and signed', async () => {
    const rig = await createRig()
    const browser = createBrowser(rig.app)
    const sent = await browser.post('/sign-in', { email: 'ada@example.org' })
    const attributes = /^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/
    expect(sent.headers.getSetCookie()).toEqual([expect.stringMatching(attributes)])
    const done = await browser.post('/sign-in/code', { code: findCode(rig.mails) })
    expect(done.headers.getSetCookie()).toHaveLength(1)
    const [cookie = ''] = done.headers.getSetCookie()
    const lasting = /^__Host-session=[^;]{50,}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/
    expect(cookie).toMatch(lasting)
    const [name = '', value = ''] = [...browser.cookies][0] ?? []
    const another = value.replace(/^./, (first) => (first === 'z' ? 'y' : 'z'))
    for (const forged of [`${value}x`, another, value.split('.')[0] ?? '', '']) {
      browser.cookies.set(name, forged)
      expect(await browser.status('/account')).toBe(303)
    }
  })

  it('is worth nothing after signing out, a week of rest but for a HEAD, or thirty days', async () => {
    const rig = await createRig()
    const day = 24 * 60 * minute
    const status = (visitor: Browser) => visitor.status('/account')
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
    expect((await second.head('/account')).status).toBe(200)
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
    const rig = await createRig()
    const first = await signIn(rig, 'ada@example.org')
    rig.clock.advance(minute)
    const second = await signIn(rig, 'ada@example.org')
    rig.clock.advance(minute)
    const third = await signIn(rig, 'ada@example.org')
    const text = await third.read('/account/settings')
    expect(text.match(/This browser/g)).toHaveLength(1)
    const handles = [...text.matchAll(/name="handle" value="([^"]+)"/g)].map(([, handle]) => handle ?? '')
    expect(handles).toHaveLength(2)
    await third.post('/account/sign-out-session', { handle: handles[0] ?? '' })
    const alive = await Promise.all([first, second, third].map((each) => each.status('/account')))
    expect(alive.sort()).toEqual([200, 200, 303])
    const stranger = await signIn(rig, 'eve@example.org')
    await stranger.post('/account/sign-out-session', { handle: handles[1] ?? '' })
    await third.post('/account/sign-out-everywhere')
    for (const each of [first, second, third]) expect(await each.status('/account')).toBe(303)
    expect(await stranger.status('/account')).toBe(200)
  })
})

describe('where a visitor goes after signing in', () => {
  it('is never another site', () => {
    const words = ['evil.example', 'https:', '%2f']
    const part = fc.constantFrom(...['/', '\\', '.', '//', '@', ':', '\t', '\n', '?', '#', ' '], ...words)
    const hostile = fc.array(part).map((parts) => parts.join(''))
    const rooted = hostile.map((text) => `/${text}`)
    const property = fc.property(fc.oneof(hostile, rooted, fc.string(), fc.webUrl()), (text) => {
      const target = new URL(readNextPath(text), 'https://bot.example')
      expect(target.origin).toBe('https://bot.example')
      expect(readNextPath(text)).toMatch(/^\/(?!\/)/)
    })
    fc.assert(property, { numRuns: 2_000 })
    expect(readNextPath('/link/abc?x=1')).toBe('/link/abc?x=1')
  })
})

describe('a change', () => {
  it('is only taken from a page of this site', async () => {
    const rig = await createRig()
    const visitor = await signIn(rig, 'ada@example.org')
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://bot.example.evil.example' },
      { origin: '', 'sec-fetch-site': 'cross-site' },
    ]) {
      const status = await visitor.submit('/account/sign-out-everywhere', {}, headers)
      expect(status, JSON.stringify(headers)).toBe(403)
    }
    const body = new URLSearchParams({ email: 'a@b.c' })
    expect((await rig.app.request('/sign-in', { method: 'POST', body })).status).toBe(403)
    expect(await visitor.status('/account')).toBe(200)
  })

  it('is refused when it is larger than any form', async () => {
    const browser = createBrowser((await createRig()).app)
    expect(await browser.submit('/sign-in', { email: 'a'.repeat(20_000) })).toBe(413)
  })
})
