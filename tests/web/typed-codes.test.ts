/** Each field that takes a code takes it as people type it, and counts no try for what can be none. */
import { describe, expect, it } from 'vitest'
import { type Browser, createBrowser, signIn } from './browser.ts'
import { findAccountOf, settleAda } from './people.ts'
import { createRig, findCode, type Rig } from './rig.ts'

const spellings: Record<string, (code: string) => string> = {
  'full-width digits': (code) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  'Arabic digits': (code) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  'direction marks and quotes': (code) => `\u200e“\u2066${code}\u2069”\u200f`,
  'zero-width characters and dashes': (code) => [...code.replace(' ', '')].join('\u200b\u2013\u00a0'),
}
const noCodes = ['', 'nonsense', '1234567', '123456789', '1234567a', '½', '💥']

interface Field {
  name: string
  /** Asks for a code; answers with how it is entered. */
  ask(rig: Rig): Promise<{ right: string; enter(typed: string): Promise<number> }>
}

const post = (browser: Browser, path: string) => (code: string) => browser.submit(path, { code })

const fields: readonly Field[] = [
  {
    name: 'signing in',
    async ask(rig) {
      const browser = createBrowser(rig.app)
      await browser.post('/sign-in', { email: 'ada@example.org' })
      return { right: findCode(rig.mails), enter: post(browser, '/sign-in/code') }
    },
  },
  {
    name: 'changing the address',
    async ask(rig) {
      const browser = await signIn(rig, 'ada@example.org')
      rig.clock.advance(60_000)
      await browser.post('/account/email', { email: 'new@example.org' })
      const old = findCode(rig.mails, 'ada@example.org')
      const enter = (typed: string) => browser.submit('/account/email/codes', { old: `${old}.`, new: typed })
      return { right: findCode(rig.mails, 'new@example.org'), enter }
    },
  },
  {
    name: 'merging',
    async ask(rig) {
      await signIn(rig, 'bob@example.org')
      const browser = await signIn(rig, 'ada@example.org')
      rig.clock.advance(60_000)
      await browser.post('/account/merge', { email: 'bob@example.org' })
      return { right: findCode(rig.mails, 'bob@example.org'), enter: post(browser, '/account/merge/code') }
    },
  },
  {
    name: 'linking a chat',
    async ask(rig) {
      await signIn(rig, 'ada@example.org')
      const account = await findAccountOf(rig, 'ada@example.org')
      const user = { platform: 'slack', user: 'U1', name: 'Ada' } as const
      const right = await rig.core.links.confirm(await rig.core.links.request(user, undefined), account)
      const enter = async (typed: string) =>
        (await rig.core.links.finish(user, typed)).outcome === 'linked' ? 303 : 400
      return { right: right ?? '', enter }
    },
  },
]

describe.each(fields)('$name', ({ ask }) => {
  it.each(Object.keys(spellings))('takes %s', async (spelling) => {
    const { right, enter } = await ask(await createRig())
    expect(await enter(spellings[spelling]?.(right) ?? '')).toBe(303)
  })

  it('counts no try for what can be no code, and five for what can', async () => {
    const { right, enter } = await ask(await createRig())
    for (const typed of [...noCodes, ...noCodes]) expect([typed, await enter(typed)]).toEqual([typed, 400])
    const wrong = right.startsWith('0') ? '11111111' : '00000000'
    for (let tries = 0; tries < 4; tries++) await enter(wrong)
    expect(await enter(right)).toBe(303)
  })
})

it.each(['“delete”', 'DELETE', '\u200edelete\u200f', 'ｄｅｌｅｔｅ '])(
  'deleting takes the word as %j',
  async (word) => {
    const { browser } = await settleAda()
    expect(await browser.submit('/account/delete', { word: 'no' })).toBe(400)
    expect(await browser.submit('/account/delete', { word })).toBe(200)
    expect(await browser.status('/account')).toBe(303)
  },
)
