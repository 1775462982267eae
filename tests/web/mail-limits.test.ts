/** How many codes are mailed: to one address, from one network and in all, whatever asks for them. */
import { expect, it } from 'vitest'
import { fromNetwork } from '#tests/networks.ts'
import { createApp } from '#web/app.ts'
import { MailError } from '#web/mailer.ts'
import { createBrowser, signIn } from './browser.ts'
import { visit } from './people.ts'
import { type createRig, findCode, type Rig } from './rig.ts'

const minute = 60_000
const hour = 60 * minute

async function setUp(app: Parameters<typeof createRig>[0] = {}) {
  const visited = await visit(app)
  visited.rig.clock.advance(hour)
  return visited
}

const ask = ({ app }: Pick<Rig, 'app'>, email: string, network: string) =>
  createBrowser(app, network).submit('/sign-in', { email })

it('slows down beyond a thousand an hour in all, and lets in whoever waits', async () => {
  const { rig } = await setUp()
  const tell = { outcome: 'busy', wait: 10_000 } as const
  const { signIn: signing } = rig.core
  const core = { ...rig.core, signIn: { ...signing, request: async () => tell } }
  const app = createApp({ ...rig.options, core })
  const told = await createBrowser(app).post('/sign-in', { email: 'late@example.org', next: '/pricing' })
  expect([told.status, told.headers.get('retry-after')]).toEqual([429, '10'])
  const page = await told.text()
  expect(page).toContain('your turn in 10 seconds')
  expect(page).toContain('value="late@example.org"')
  expect(page).toContain('value="/pricing"')
})

it('leaves a browser that has signed in before its own codes, when its network and address are used up', async () => {
  const { rig, browser } = await setUp()
  for (let index = 0; index < 110; index++) await ask(rig, `f${index}@example.org`, '192.0.2.1')
  expect(await ask(rig, 'ada@example.org', '192.0.2.1')).toBe(429)
  rig.clock.advance(8 * 24 * hour)
  for (let index = 0; index < 110; index++) await ask(rig, `g${index}@example.org`, '192.0.2.1')
  // Its session has run out long ago.
  expect(await browser.status('/account')).toBe(303)
  expect(await browser.submit('/sign-in', { email: 'other@example.org' })).toBe(429)
  expect(await browser.submit('/sign-in', { email: 'ada@example.org' })).toBe(303)
  expect(await browser.submit('/sign-in', { email: 'ADA@example.org' })).toBe(429)
  const code = findCode(rig.mails, 'ada@example.org')
  expect(await browser.submit('/sign-in/code', { code })).toBe(303)
})

it('counts the old address of a change too', async () => {
  const { rig, browser } = await setUp()
  rig.mails.length = 0
  const change = async (index: number) =>
    await browser.submit('/account/email', { email: `new${index}@example.org` })
  const answers = []
  for (let index = 0; index < 8; index++) {
    answers.push(await change(index))
    rig.clock.advance(minute)
  }
  expect(answers).toEqual([303, 303, 303, 303, 303, 429, 429, 429])
  expect(rig.mails.filter(({ to }) => to === 'ada@example.org')).toHaveLength(5)
})

it.each(['/account/email', '/account/merge'])('holds for %s, per address and per network', async (path) => {
  const { rig, browser, account } = await setUp()
  expect(await browser.submit(path, { email: 'other@example.org' })).toBe(303)
  const soon = await browser.post(path, { email: 'other@example.org' })
  expect([soon.status, await soon.text()]).toEqual([429, expect.stringContaining('Too many codes')])
  const asker = { networks: fromNetwork('192.0.2.1/32'), browser: '' }
  for (let count = 0; count < 100; count++)
    await rig.core.merging.request(account, `m${count}@example.org`, asker)
  rig.clock.advance(minute)
  expect(await browser.submit(path, { email: 'third@example.org' })).toBe(429)
})

it('believes the proxies it is told of, in signing in and in a change of address', async () => {
  const { rig, browser } = await setUp({ app: { trustedProxies: 1 } })
  const post = async (path: string, email: string, client: string) =>
    await browser.submit(path, { email }, { 'x-forwarded-for': client })
  for (let count = 0; count < 100; count++) {
    expect(await post('/sign-in', `p${count}@example.org`, '203.0.113.9')).toBe(303)
  }
  rig.clock.advance(minute)
  expect(await post('/sign-in', 'p100@example.org', '203.0.113.9')).toBe(429)
  expect(await post('/account/merge', 'p101@example.org', '6.6.6.6, 203.0.113.9')).toBe(429)
  expect(await post('/account/email', 'p102@example.org', '203.0.113.9')).toBe(429)
  expect(await post('/account/email', 'p103@example.org', '203.0.113.10')).toBe(303)
})

it('does not count a mail that did not go', async () => {
  const { rig } = await setUp()
  const { send } = rig.options.mailer
  rig.options.mailer.send = () => Promise.reject(new MailError('down', new Error('no')))
  for (let count = 0; count < 7; count++) expect(await ask(rig, 'zed@example.org', '192.0.2.7')).toBe(502)
  rig.options.mailer.send = send
  expect(await ask(rig, 'zed@example.org', '192.0.2.7')).toBe(303)
  expect(await ask(rig, 'zed@example.org', '192.0.2.7')).toBe(429)
})

it('an address with an account and one without take the same work', async () => {
  const { rig } = await setUp()
  await signIn(rig, 'known@example.org')
  rig.clock.advance(hour)
  const work = async (email: string) => {
    const seen: string[] = []
    const watch = <Port extends object>(port: Port, name: string): Port =>
      new Proxy(port, {
        get(target, method) {
          const value = Reflect.get(target, method)
          if (typeof value !== 'function') return value
          return (...parts: unknown[]) => {
            seen.push(`${name}.${String(method)} ${typeof parts[0] === 'string' ? parts[0] : ''}`)
            return Reflect.apply(value, target, parts)
          }
        },
      })
    const accounts = watch(rig.store.accounts, 'accounts')
    const records = watch(rig.store.records, 'records')
    const { signIn, sessions } = rig.createCoreOn({ store: { ...rig.store, accounts, records } })
    const asker = { browser: sessions.createToken(), networks: fromNetwork(email) }
    await signIn.request({ email, ...asker, next: '/' })
    return seen
  }
  await work('first@example.org')
  const [known, unknown] = [await work('known@example.org'), await work('other@example.org')]
  expect(known.length).toBeGreaterThan(4)
  expect(known).toEqual(unknown)
  expect(known.filter((step) => step.startsWith('accounts'))).toEqual([])
})
