/** Linking over the web, in every order of what attacker and victim do, one step being that the one signs the other in. */
import { expect, it } from 'vitest'
import type { ChatUser } from '#core/index.ts'
import { type Browser, createBrowser, signIn } from './browser.ts'
import { findAccountOf } from './people.ts'
import { createRig, findCode, readCode } from './rig.ts'

const attacker: ChatUser = { platform: 'discord', user: '666', name: 'Eve' }
const victim: ChatUser = { platform: 'discord', user: '101', name: 'Ada' }

const agreeing = ['attacker-asks', 'victim-asks', 'victim-agrees', 'attacker-agrees'] as const
const steps = [...agreeing, 'types', 'login-csrf'] as const
type Step = (typeof steps)[number]

function* permute(left: readonly Step[]): Generator<Step[]> {
  if (left.length === 0) yield []
  for (const step of left) {
    for (const rest of permute(left.filter((other) => other !== step))) yield [step, ...rest]
  }
}

it('ties nobody’s chat to the other’s account in any order', async () => {
  const rig = await createRig()
  const eve = await signIn(rig, 'eve@example.org', '192.0.2.66')
  const ada = await signIn(rig, 'ada@example.org', '192.0.2.10')
  const accounts = {
    eve: await findAccountOf(rig, 'eve@example.org'),
    ada: await findAccountOf(rig, 'ada@example.org'),
  }
  let orders = 0
  let linked = 0
  for (const order of permute(steps)) {
    orders += 1
    const tokens: string[] = []
    const codes = { eve: [] as string[], ada: [] as string[] }
    const agree = async (browser: Browser) => {
      for (const token of tokens) {
        const code = readCode(await (await browser.post(`/link/${token}`)).text())
        if (code) codes[browser === eve ? 'eve' : 'ada'].push(code)
      }
    }
    const play: Record<Step, () => Promise<unknown>> = {
      'attacker-asks': async () => tokens.push(await rig.core.links.request(attacker, 'Lair')),
      'victim-asks': async () => tokens.push(await rig.core.links.request(victim, 'Home')),
      'victim-agrees': () => agree(ada),
      'attacker-agrees': () => agree(eve),
      // Each types what their own browser has shown.
      async types() {
        for (const code of codes.eve) await rig.core.links.finish(attacker, code).catch(() => 0)
        for (const code of codes.ada) await rig.core.links.finish(victim, code).catch(() => 0)
      },
      async 'login-csrf'() {
        // A page of the attacker’s posts the attacker’s own address and code from the victim’s browser.
        const headers = { origin: 'https://evil.example' }
        expect(await ada.submit('/sign-in', { email: 'eve@example.org' }, headers)).toBe(403)
        expect(await ada.submit('/sign-in/code', { code: findCode(rig.mails) }, headers)).toBe(403)
        expect(await ada.read('/account/settings')).toContain('ada@example.org')
      },
    }
    for (const step of order) await play[step]()
    const tied = async (user: ChatUser) =>
      (await rig.core.accounts.requireAccount(user).catch(() => undefined))?.id
    expect([undefined, accounts.eve.id], order.join()).toContain(await tied(attacker))
    expect([undefined, accounts.ada.id], order.join()).toContain(await tied(victim))
    if ((await tied(victim)) !== undefined) linked += 1
    for (const user of [attacker, victim]) await rig.core.links.unlink(user).catch(() => 0)
  }
  expect(orders).toBe(720)
  expect(linked).toBeGreaterThan(0)
})

it('asks for the address of a code in the very browser that types it', async () => {
  const rig = await createRig()
  const eve = createBrowser(rig.app, '192.0.2.66')
  await eve.post('/sign-in', { email: 'eve@example.org' })
  const ada = createBrowser(rig.app, '192.0.2.10')
  expect(await ada.submit('/sign-in/code', { code: findCode(rig.mails) })).toBe(410)
  expect(await ada.status('/account')).toBe(303)
})
