/** Signing in: by a mailed code, in the browser that asked, and never by guessing. */
import { describe, expect, it } from 'vitest'
import { MailError } from '#web/mailer.ts'
import { createBrowser, signIn } from './browser.ts'
import { createRig, findCode } from './rig.ts'

const minute = 60_000

async function setUp() {
  const rig = await createRig()
  const browser = createBrowser(rig.app)
  /** Asks for a code; answers with it. */
  const ask = async () => {
    await browser.post('/sign-in', { email: 'ada@example.org' })
    return findCode(rig.mails)
  }
  return { ...rig, browser, ask, enter: (code: string) => browser.submit('/sign-in/code', { code }) }
}

describe('a code', () => {
  it('signs in the browser that asked, once, and leads where it wanted to go', async () => {
    const { app, browser, enter, mails } = await setUp()
    const asked = await browser.get('/account/pictures?search=fox')
    expect(asked.location).toBe('/sign-in?next=%2Faccount%2Fpictures%3Fsearch%3Dfox')
    const next = '/account/pictures?search=fox'
    const sent = await browser.post('/sign-in', { email: 'Ada.L+x@Example.org', next })
    expect(sent).toMatchObject({ status: 303, location: '/sign-in/code' })
    expect(mails).toMatchObject([{ to: 'Ada.L+x@Example.org' }])
    expect(await browser.read('/sign-in/code')).toContain('Ada.L+x@Example.org')
    const code = findCode(mails)
    expect(await createBrowser(app).submit('/sign-in/code', { code })).toBe(410)
    const before = new Map(browser.cookies)
    const done = await browser.post('/sign-in/code', { code: ` ${code.replace(' ', '-')} ` })
    expect(done).toMatchObject({ status: 303, location: next })
    expect(browser.cookies).not.toEqual(before)
    expect(await browser.status('/account')).toBe(200)
    expect(await enter(code)).toBe(410)
    const old = createBrowser(app, undefined, before)
    expect(await old.status('/account')).toBe(303)
    expect(await old.submit('/sign-in/code', { code })).toBe(410)
  })

  it('is mailed as text and HTML that name the site and warn', async () => {
    const { ask, mails } = await setUp()
    await ask()
    for (const body of [mails[0]?.text, mails[0]?.html]) {
      expect(body).toContain('bot.example')
      expect(body).toContain('don’t share it')
      expect(body).toMatch(/\d{4} \d{4}/)
    }
    expect(mails[0]?.subject).toMatch(/^\d{4} \d{4} is your sign-in code$/)
  })

  it('dies after ten minutes', async () => {
    const { ask, enter, clock } = await setUp()
    const code = await ask()
    clock.advance(10 * minute)
    expect(await enter(code)).toBe(410)
  })

  it('is replaced by a new one, a minute later at the earliest', async () => {
    const { browser, ask, enter, clock, mails } = await setUp()
    const first = await ask()
    const soon = await browser.post('/sign-in/again')
    expect(soon.status).toBe(429)
    const page = await soon.text()
    const told = 'a new code in 60 seconds. The one we sent still works.'
    for (const part of [told, 'action="/sign-in/code"', 'ada@example.org']) expect(page).toContain(part)
    clock.advance(minute)
    expect(await browser.submit('/sign-in/again')).toBe(303)
    expect(await enter(first)).toBe(400)
    expect(await enter(findCode(mails))).toBe(303)
  })

  it('is evaluated five times, however many guess at once, from wherever, through restarts', async () => {
    const rig = await setUp()
    const code = await rig.ask()
    const guess = (app: typeof rig.app, index: number, typed: string) => {
      const guesser = createBrowser(app, `198.51.${index >> 8}.${index & 255}`, rig.browser.cookies)
      return guesser.submit('/sign-in/code', { code: typed })
    }
    expect(await guess(rig.app, 0, '00000000')).toBe(400)
    expect(await guess(rig.app, 1, '00000001')).toBe(400)
    await rig.store.close()
    const again = await createRig({ folder: rig.folder })
    const guesses = await Promise.all(
      Array.from({ length: 5_000 }, (_, index) => guess(again.app, index, String(10_000_000 + index))),
    )
    // Two of the five were used up before the restart; the fifth ends the code.
    expect(guesses.filter((status) => status === 400)).toHaveLength(2)
    expect(guesses.filter((status) => status === 410)).toHaveLength(4_998)
    expect(await guess(again.app, 9, code)).toBe(410)
  })

  it('is used once when it is right many times at once', async () => {
    const { ask, enter } = await setUp()
    const code = await ask()
    const answers = await Promise.all(Array.from({ length: 5 }, () => enter(code)))
    expect(answers.filter((status) => status === 303)).toHaveLength(1)
  })
})

describe('asking for codes', () => {
  it('has limits per address, that a restart does not forget and case does not escape', async () => {
    const { app, clock, folder, store } = await setUp()
    const ask = (on: typeof app, email: string, network: string) =>
      createBrowser(on, network).submit('/sign-in', { email })
    for (let round = 0; round < 5; round++) {
      expect(await ask(app, 'ada@example.org', `192.0.2.${round}`)).toBe(303)
      clock.advance(minute)
    }
    expect(await ask(app, 'ADA@example.org', '192.0.2.9')).toBe(429)
    await store.close()
    const again = await createRig({ folder })
    again.clock.advance(5 * minute)
    expect(await ask(again.app, 'ada@example.org', '192.0.2.10')).toBe(429)
    again.clock.advance(60 * minute)
    expect(await ask(again.app, 'ada@example.org', '192.0.2.11')).toBe(303)
  })

  it('has limits per network', async () => {
    const { app } = await setUp()
    const ask = (name: number, network: string) =>
      createBrowser(app, network).submit('/sign-in', { email: `a${name}@example.org` })
    for (let name = 0; name < 100; name++) expect(await ask(name, `2001:db8:1:2:${name}::1`)).toBe(303)
    expect(await ask(100, '2001:db8:1:2:ffff::9')).toBe(429)
    expect(await ask(101, '2001:db8:1:3::1')).toBe(303)
  })

  it('looks the same for an address with an account and one without', async () => {
    const rig = await setUp()
    const { app, clock, mails } = rig
    await signIn(rig, 'known@example.org')
    clock.advance(10 * minute)
    const pages = []
    for (const email of ['known@example.org', 'other@example.org']) {
      const browser = createBrowser(app)
      const sent = await browser.post('/sign-in', { email })
      const page = await browser.read('/sign-in/code')
      const mail = mails.at(-1)
      const hide = (text = '') => text.replaceAll(email, 'X').replace(/\d{4} \d{4}/g, 'C')
      pages.push([sent.status, sent.location, hide(page), hide(mail?.text), hide(mail?.html)])
    }
    expect(pages[0]).toEqual(pages[1])
  })

  it.each(['ada@example.org\r\nBcc: eve@example.org', 'ada@example.org\0', 'ada', 'a@b', 'a b@example.org'])(
    'refuses %j',
    async (email) => {
      const { browser, mails } = await setUp()
      expect(await browser.submit('/sign-in', { email })).toBe(400)
      expect(mails).toEqual([])
    },
  )

  it('says so when the mail cannot be sent', async () => {
    const send = () => Promise.reject(new MailError('down', new Error('to ada@example.org')))
    const rig = await createRig({ app: { mailer: { send } } })
    const answer = await createBrowser(rig.app).post('/sign-in', { email: 'ada@example.org' })
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('couldn’t send the mail')
  })
})
