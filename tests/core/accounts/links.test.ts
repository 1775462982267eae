/** Linking: whatever attacker and victim do in whatever order, no link but by the one who asked and the one who agreed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Account, ChatUser, Core, NewLink, Ports } from '#core/index.ts'
import { fromNetwork } from '#tests/networks.ts'
import { createRig } from '#tests/web/rig.ts'

const minute = 60_000
const person = (user: string): ChatUser => ({ platform: 'slack', user, name: user })

/** The code that comes back says who has consented. */
const plainSignIn: Ports['signIns'][number] = {
  ...{ platform: 'slack', issuer: 'https://slack.com' },
  renderAddress: ({ state }) => state,
  redeem: async (code) => ({ users: [code] }),
}

async function openAccount(core: Core, email: string): Promise<Account> {
  const browser = core.sessions.createToken()
  const asked = await core.signIn.request({ email, browser, networks: fromNetwork(email), next: '/' })
  const done = await core.signIn.finish(browser, asked.outcome === 'issued' ? asked.code : '')
  if (done.outcome !== 'signed-in') throw new Error(done.outcome)
  return done.account
}

async function setUp() {
  const told: NewLink[] = []
  const outbound = { linked: async (link: NewLink) => void told.push(link) }
  const rig = await createRig({ outbound, signIns: [plainSignIn] })
  const { links } = rig.core
  const ada = await openAccount(rig.core, 'ada@example.org')
  const bob = await openAccount(rig.core, 'bob@example.org')
  /** Asks in chat and agrees on the page; answers with the code to type back. */
  const agree = async (account = ada, user = person('U1')) =>
    (await links.confirm(await links.request(user, undefined), account)) ?? ''
  const link = async (account?: Account) => await links.finish(person('U1'), await agree(account))
  return { ...rig, links, ada, bob, told, agree, link }
}

describe('a link', () => {
  it('is made from chat to page to chat, and both sides are told', async () => {
    const { core, links, ada, told } = await setUp()
    const token = await links.request(person('U1'), 'Lighthouse')
    expect(await links.find(token)).toEqual({ user: person('U1'), team: 'Lighthouse' })
    const code = (await links.confirm(token, ada)) ?? ''
    expect(code).toMatch(/^\d{8}$/)
    await expect(core.accounts.requireAccount(person('U1'))).rejects.toMatchObject({ code: 'not-linked' })
    const account = { id: ada.id }
    expect(await links.finish(person('U1'), code)).toMatchObject({ outcome: 'linked', account })
    expect((await core.accounts.requireAccount(person('U1'))).id).toBe(ada.id)
    const identity = { ...person('U1'), team: 'Lighthouse' }
    expect(told).toMatchObject([{ account, identity }])
    const ticket = told[0]?.unlinkToken ?? ''
    expect(await core.unlinkTickets.find(ticket)).toEqual(identity)
    expect(await core.unlinkTickets.use(ticket)).toBe(true)
    expect(await core.unlinkTickets.use(ticket)).toBe(false)
    await expect(links.unlink(person('U1'))).rejects.toMatchObject({ code: 'not-linked' })
  })

  it.each(['in chat', 'on the page', 'by mail'] as const)(
    'that is undone %s leaves no second welcome to who was welcomed before chat users were noted',
    async (how) => {
      const { core, store, links, link, ada, bob, told, clock } = await setUp()
      await link()
      for (const { kind, key } of await store.records.listRecords('welcomed', undefined, clock.now()))
        await store.records.removeRecord(kind, key)
      if (how === 'in chat') await links.unlink(person('U1'))
      else if (how === 'on the page') await core.accounts.unlink(ada.id, person('U1'))
      else await core.unlinkTickets.use(told[0]?.unlinkToken ?? '')
      expect(await link(bob)).toMatchObject({ outcome: 'linked', welcoming: 'had' })
      expect(await core.credits.findBalance(bob.id)).toBe(0)
    },
  )

  it('is finished only by the chat user who asked', async () => {
    const { links, agree } = await setUp()
    const code = await agree()
    expect(await links.finish(person('U2'), code)).toEqual({ outcome: 'dead' })
    expect(await links.finish({ ...person('U1'), platform: 'discord' }, code)).toEqual({ outcome: 'dead' })
    expect((await links.finish(person('U1'), code)).outcome).toBe('linked')
  })

  it('is not undone by the ticket of an earlier link', async () => {
    const { core, links, link, told, clock } = await setUp()
    await link()
    await links.unlink(person('U1'))
    clock.advance(minute)
    await link()
    expect(await core.unlinkTickets.use(told[0]?.unlinkToken ?? '')).toBe(false)
    expect(await core.unlinkTickets.use(told[1]?.unlinkToken ?? '')).toBe(true)
  })

  it('needs a page that is younger than 15 minutes, unused, and the latest', async () => {
    const { links, ada, bob, clock } = await setUp()
    const old = await links.request(person('U1'), undefined)
    const token = await links.request(person('U1'), undefined)
    expect(await links.find(old)).toBeUndefined()
    expect(await links.confirm(old, ada)).toBeUndefined()
    expect(await links.confirm(`${token}x`, ada)).toBeUndefined()
    const answers = await Promise.all([ada, bob, ada].map((account) => links.confirm(token, account)))
    expect(answers.filter((code) => code !== undefined)).toHaveLength(1)
    expect(await links.find(token)).toBeUndefined()
    const late = await links.request(person('U2'), undefined)
    clock.advance(15 * minute)
    expect(await links.find(late)).toBeUndefined()
    expect(await links.confirm(late, ada)).toBeUndefined()
  })

  it('needs the code within ten minutes and five tries', async () => {
    const { links, agree, clock } = await setUp()
    const code = await agree()
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await links.finish(person('U1'), '00000000')).toEqual({ outcome: 'wrong', triesLeft: left })
    }
    expect(await links.finish(person('U1'), code)).toEqual({ outcome: 'dead' })
    const late = await agree()
    clock.advance(10 * minute)
    expect(await links.finish(person('U1'), late)).toEqual({ outcome: 'dead' })
  })

  it('is refused to whoever is tied already, until they untie', async () => {
    const { links, agree, link, bob } = await setUp()
    const code = await agree()
    expect((await links.finish(person('U1'), code)).outcome).toBe('linked')
    await expect(links.request(person('U1'), undefined)).rejects.toMatchObject({ code: 'already-linked' })
    await expect(links.finish(person('U1'), code)).rejects.toMatchObject({ code: 'already-linked' })
    await links.unlink(person('U1'))
    expect(await link(bob)).toMatchObject({ account: { id: bob.id } })
  })

  it('takes over the account that a terminal had without an address, with all it holds', async () => {
    const { core, links, ada, agree } = await setUp()
    const local: ChatUser = { platform: 'terminal', user: 'local', name: 'ada' }
    const unnamed = await core.accounts.openAccount(local)
    expect(await core.credits.findBalance(unnamed.id)).toBe(100)
    expect((await links.finish(local, await agree(ada, local))).outcome).toBe('linked')
    expect((await core.accounts.requireAccount(local)).id).toBe(ada.id)
    expect(await core.credits.findBalance(ada.id)).toBe(100)
    expect(await core.credits.findBalance(unnamed.id)).toBe(0)
  })
})

/** Everything that has been seen by one side; a step picks from it by number. */
interface Side {
  user: ChatUser
  account: Account
  tokens: string[]
  codes: string[]
  /** Of the platform's page that asks for consent. */
  states: string[]
}

const who = fc.constantFrom('attacker' as const, 'victim' as const)
const pick = fc.constantFrom(0, 0, 0, 1, 2)
/**
 * `pass-url` and `pass-state` show an address to the other, as by a message: a person can be brought to open it, to agree and to
 * consent. Whoever consents does so as who they are, and comes back in their own browser.
 */
const byProof = ['begin', 'pass-state', 'consent'] as const
const kind = fc.constantFrom('request', 'pass-url', 'confirm', 'finish', ...byProof, 'unlink', 'wait')
const step = fc.record({ kind, by: who, pick, minutes: fc.constantFrom(1, 9, 15) })

it('never ties one person’s chat to the other’s account while no code is carried between them', async () => {
  const rig = await setUp()
  let linked = 0
  let proven = 0
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24, size: 'max' }), async (steps) => {
      run += 1
      const sides: Record<'attacker' | 'victim', Side> = {
        attacker: { user: person(`A${run}`), account: rig.ada, tokens: [], codes: [], states: [] },
        victim: { user: person(`V${run}`), account: rig.bob, tokens: [], codes: [], states: [] },
      }
      const other = { attacker: 'victim', victim: 'attacker' } as const
      for (const { kind, by, pick, minutes } of steps) {
        const side = sides[by]
        try {
          if (kind === 'request') side.tokens.push(await rig.links.request(side.user, undefined))
          if (kind === 'pass-url') sides[other[by]].tokens.push(...side.tokens.slice(-1 - pick))
          if (kind === 'confirm') {
            const code = await rig.links.confirm(side.tokens.at(-1 - pick) ?? '', side.account)
            if (code) side.codes.push(code)
          }
          if (kind === 'finish') {
            const done = await rig.links.finish(side.user, side.codes.at(-1 - pick) ?? '')
            if (done.outcome === 'linked') linked += 1
          }
          const session = { handle: by }
          if (kind === 'begin') {
            const way = { redirect: 'https://bot.example/', back: '' }
            const state = await rig.links.beginProof(side.tokens.at(-1 - pick) ?? '', session, way)
            if (state) side.states.push(state)
          }
          if (kind === 'pass-state') sides[other[by]].states.push(...side.states.slice(-1 - pick))
          if (kind === 'consent') {
            const back = {
              platform: 'slack' as const,
              state: side.states.at(-1 - pick) ?? '',
              code: side.user.user,
            }
            const done = await rig.links.finishProof(back, { account: side.account, session })
            if (done.outcome === 'linked') proven += 1
          }
          if (kind === 'unlink') await rig.links.unlink(side.user)
          if (kind === 'wait') rig.clock.advance(minutes * minute)
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(already|not)-linked$/) })
        }
        for (const each of Object.values(sides)) {
          const tied = await rig.core.accounts.requireAccount(each.user).catch(() => undefined)
          expect(tied === undefined || tied.id === each.account.id).toBe(true)
        }
      }
    }),
    { numRuns: 600 },
  )
  expect(linked).toBeGreaterThan(0)
  expect(proven).toBeGreaterThan(0)
})

it('does tie them when the victim agrees and carries the code over: the page warns of just that', async () => {
  const { links, agree, bob } = await setUp()
  const code = await agree(bob, person('attacker'))
  expect(await links.finish(person('attacker'), code)).toMatchObject({ account: { id: bob.id } })
})
