/** What holds for all routes: where a request must come from, what a browser is told never to do, what is no form. */
import { describe, expect, it } from 'vitest'
import { createBrowser } from './browser.ts'
import { visit } from './people.ts'
import { createRig, findCode, publicUrl } from './rig.ts'

describe('a POST from another site', () => {
  it('reaches none of the routes but that of webhooks', async () => {
    const { rig, browser } = await visit()
    const routes = rig.app.routes.filter(({ method, path }) => method === 'POST' && path !== '/*')
    expect(routes.length).toBeGreaterThan(12)
    const origins = ['https://evil.example', 'null', 'https://bot.example.evil', 'http://bot.example', '']
    for (const { path } of routes) {
      for (const origin of origins) {
        const answer = await browser.post(path.replaceAll(/:\w+/g, 'x'), {}, { origin })
        expect([path, answer.status]).toEqual([path, path.startsWith('/webhooks/') ? 401 : 403])
      }
    }
    expect(await browser.status('/account')).toBe(200)
  })

  it('is told apart by Sec-Fetch-Site where there is no Origin', async () => {
    const rig = await createRig()
    const send = async (headers: Record<string, string>) =>
      (await rig.app.request(`${publicUrl}/sign-out`, { method: 'POST', headers })).status
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toBe(303)
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await send({ 'sec-fetch-site': 'none' })).toBe(403)
    expect(await send({})).toBe(403)
  })
})

it('lets pages run no script but our own files, be framed by nobody and send forms nowhere else', async () => {
  const rig = await createRig()
  for (const path of ['/', '/sign-in', '/nowhere', '/account']) {
    const { headers } = await createBrowser(rig.app).get(path)
    expect(headers.get('content-security-policy')?.split('; ').sort()).toEqual([
      ...["base-uri 'none'", "default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"],
      ...["img-src 'self' https:", "script-src 'self'", "style-src 'self'"],
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  }
})

it.each([
  ['multipart/form-data', 'xx'],
  ['multipart/form-data; boundary=x', 'xx'],
])('answers 400 to what says it is %s and is not', async (type, body) => {
  const rig = await createRig()
  const headers = { origin: publicUrl, 'content-type': type }
  const answer = await rig.app.request(`${publicUrl}/sign-in`, { method: 'POST', headers, body })
  expect(answer.status).toBe(400)
  expect(rig.lines.filter(({ level }) => level === 'error')).toEqual([])
})

describe('signing in', () => {
  it('ends the session the browser had', async () => {
    const { rig, browser, account } = await visit()
    const [old] = await rig.core.sessions.list(account.id)
    rig.clock.advance(60_000)
    await browser.post('/sign-in', { email: 'bob@example.org' })
    await browser.post('/sign-in/code', { code: findCode(rig.mails) })
    expect(old).toBeDefined()
    expect(await rig.core.sessions.list(account.id)).toEqual([])
  })

  it('keeps no secret of a link on the way, and leads to it all the same', async () => {
    const rig = await createRig()
    const token = await rig.core.links.request({ platform: 'discord', user: '1', name: 'Ada' }, undefined)
    const browser = createBrowser(rig.app)
    await browser.post('/sign-in', { email: 'ada@example.org', next: `/link/${token}` })
    const kept = await rig.store.records.listRecords('code', undefined, rig.clock.now())
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(token.split('.')[1])
    const done = await browser.post('/sign-in/code', { code: findCode(rig.mails) })
    expect(done.location).toBe(`/link/${token}`)
  })

  it('leads to the settings, not to a download that would leave the page standing', async () => {
    const rig = await createRig()
    const ask = async (path: string) => (await createBrowser(rig.app).get(path)).location
    expect(await ask('/account/export')).toBe('/sign-in?next=%2Faccount%2Fsettings')
    expect(await ask('/account/pictures/abc/1')).toBe('/sign-in?next=%2Faccount%2Fpictures')
  })

  it('goes on to a checkout by a page that refreshes, where no form may lead', async () => {
    const rig = await createRig()
    const browser = createBrowser(rig.app)
    await browser.post('/sign-in', { email: 'ada@example.org', next: '/checkout/starter' })
    const done = await browser.post('/sign-in/code', { code: findCode(rig.mails) })
    expect([done.status, done.headers.get('refresh')]).toEqual([200, '0; url=/checkout/starter'])
  })
})
