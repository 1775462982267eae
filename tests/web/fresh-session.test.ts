/** What a session alone may not do for ever, and which sessions a new address ends. */
import { describe, expect, it } from 'vitest'
import { createBrowser, signIn } from './browser.ts'
import { findAccountOf, visit } from './people.ts'
import { createRig, findCode } from './rig.ts'

const minute = 60_000
const hour = 60 * minute

describe('a session of an hour', () => {
  it.each([
    ['GET', '/account/export', '/account/settings'],
    ['GET', '/account/delete', '/account/delete'],
    ['POST', '/account/delete', '/account/delete'],
  ])('asks for a code at %s %s, and comes back to %s', async (method, path, back) => {
    const { rig, browser } = await visit()
    const act = () => (method === 'GET' ? browser.get(path) : browser.post(path, { word: 'delete' }))
    rig.clock.advance(hour - 1)
    if (method === 'GET') expect((await act()).status).toBe(200)
    rig.clock.advance(1)
    const asked = await act()
    const confirm = `/account/confirm?${new URLSearchParams({ next: back })}`
    expect(asked).toMatchObject({ status: 303, location: confirm })
    const page = await browser.read(confirm)
    expect(page).toContain('ada@example.org')
    const fields = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const form = Object.fromEntries(fields.map(([, name, value]) => [name, value]))
    expect((await browser.post('/sign-in', form)).location).toBe('/sign-in/code')
    const done = await browser.post('/sign-in/code', { code: findCode(rig.mails) })
    expect(done.location).toBe(back)
    expect((await act()).status).toBe(200)
    const account = await rig.store.accounts.findAccount({ emailKey: 'ada@example.org' })
    expect(account === undefined).toBe(method === 'POST')
  })

  it('goes on looking, without a code', async () => {
    const { rig, browser } = await visit()
    rig.clock.advance(6 * 24 * hour)
    for (const path of ['/account', '/account/settings', '/account/pictures'])
      expect(await browser.status(path)).toBe(200)
  })
})

describe('a change of address', () => {
  async function setUp() {
    const rig = await createRig()
    const signInAgain = async () => {
      rig.clock.advance(minute)
      return await signIn(rig, 'ada@example.org')
    }
    const others = [await signInAgain(), await signInAgain()]
    const browser = await signInAgain()
    rig.clock.advance(minute)
    const change = async (email: string) => {
      await browser.post('/account/email', { email })
      const codes = { old: findCode(rig.mails, 'ada@example.org'), new: findCode(rig.mails, email) }
      return await browser.post('/account/email/codes', codes)
    }
    return { rig, browser, others, change }
  }

  it('ends all other sessions, and keeps this one, with its turn at the new address', async () => {
    const { rig, browser, others, change } = await setUp()
    expect((await change('new@example.org')).location).toBe('/account/settings?done=address')
    for (const other of others) expect(await other.status('/account')).toBe(303)
    expect(await browser.read('/account/settings?done=address')).toContain('signed out')
    const account = await findAccountOf(rig, 'new@example.org')
    expect(await rig.core.sessions.list(account.id)).toHaveLength(1)
    for (let index = 0; index < 110; index++)
      await createBrowser(rig.app).post('/sign-in', { email: `f${index}@example.org` })
    rig.clock.advance(minute)
    expect(await browser.submit('/sign-in', { email: 'new@example.org' })).toBe(303)
  })

  it('that does not come about signs nobody in or out of another account', async () => {
    const { rig, browser, change } = await setUp()
    const bob = await signIn(rig, 'bob@example.org')
    rig.clock.advance(minute)
    expect((await change('bob@example.org')).status).toBe(400)
    expect(await bob.status('/account')).toBe(200)
    expect(await browser.status('/account')).toBe(200)
  })
})
