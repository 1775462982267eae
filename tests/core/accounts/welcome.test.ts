/** Welcome credits: once per chat user and mailbox, so many a day from one network and in all, whoever tries how. */
import { describe, expect, it } from 'vitest'
import { readEmailAddress } from '#core/accounts/email-address.ts'
import { createWelcome, type WelcomeRules } from '#core/accounts/welcome.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import { type StorePlace, useStore } from '#tests/contracts/store.ts'
import { createMongoPlace, createSqlitePlace } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const day = 24 * 60 * 60_000
const hash = createDurableHash(async () => 'a durable secret')

function testWelcome(createPlace: () => Promise<StorePlace>): void {
  const rig = useStore(createPlace)
  let people = 0

  function setUp(rules: Partial<WelcomeRules> = {}) {
    const clock = createVirtualClock()
    const { records } = rig.store
    const ledger = createLedger(rig.store.ledger, clock)
    const welcome = createWelcome({ records, ledger, clock, hash }, { welcomeCredits: 100, ...rules })
    const open = (email?: string) => {
      const emailKey = email && readEmailAddress(email)?.key
      return { id: `account${++people}`, createdAt: 0, ...(emailKey && { email, emailKey }) } as const
    }
    const chat = (user: string = `person${++people}`) => ({ platform: 'discord', user }) as const
    return { clock, records, ledger, welcome, open, chat }
  }

  const atGoogle = (name: string) => `${name}@googlemail.com`
  it.each([
    ['a plus', 'ann@example.org', ['ann+1@example.org', 'Ann+a+b@EXAMPLE.org']],
    ['dots at Gmail', 'ann.b@gmail.com', ['annb@gmail.com', ...['a.n.n.b', 'ann.b+x'].map(atGoogle)]],
  ])('are given once to a mailbox, though it is written with %s', async (_what, first, others) => {
    const { welcome, ledger, open, chat } = setUp()
    expect(await welcome.give(open(first), chat())).toBe('granted')
    for (const other of others) {
      const account = open(other)
      expect(await welcome.give(account, chat())).toBe('had')
      expect(await ledger.findBalance(account.id)).toBe(0)
    }
  })

  it('are given to different mailboxes that look alike', async () => {
    const { welcome, open, chat } = setUp()
    const alike = [
      ...['ann.b@example.org', 'annb@example.org', '+ann@example.org', '"a+b"@example.org'],
      '"a+c"@example.org',
    ]
    for (const email of alike) expect(await welcome.give(open(email), chat())).toBe('granted')
  })

  it('are given once to a chat user, however many addresses of a domain they have, also after leaving', async () => {
    const { welcome, clock, open, chat } = setUp()
    const user = chat()
    const first = open('one@catch-all.example')
    expect(await welcome.give(first, user)).toBe('granted')
    await welcome.note(first.id, user)
    await welcome.forget(first, [user])
    clock.advance(5 * 365 * day)
    for (const name of ['one', 'two', 'three']) {
      expect(await welcome.give(open(`${name}@catch-all.example`), user)).toBe('had')
    }
    expect(await welcome.give(open('one@catch-all.example'), chat())).toBe('had')
    expect(await welcome.foresee(open('four@catch-all.example'), user, 'n')).toBe('had')
  })

  it('are not given again to whoever had them when only addresses were kept, or when nothing was', async () => {
    const { welcome, records, ledger, clock, open, chat } = setUp()
    const body = { account: 'earlier' }
    const key = await hash('welcomed', 'ann+old@example.org')
    await records.insertRecord({ kind: 'welcomed', key, expiresAt: clock.now() + day, body }, clock.now())
    expect(await welcome.give(open('ann+old@example.org'), chat())).toBe('had')
    const [old, user] = [open(), chat()]
    await ledger.append({ wallet: old.id, key: 'welcome', kind: 'grant', amount: 7, reference: 'welcome' })
    expect(await welcome.give(old, user)).toBe('had')
    await welcome.note(old.id, user)
    expect(await welcome.give(open('new@example.org'), user)).toBe('had')
  })

  it('are given for so many a day, from one network and in all, and then again', async () => {
    const { welcome, clock, open, chat } = setUp({ welcomesPerNetwork: 2, welcomesPerDay: 5 })
    const give = (network: string) => welcome.give(open(`p${++people}@example.org`), chat(), network)
    const all = []
    for (const network of ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c']) all.push(await give(network))
    const [yes, no] = ['granted', 'capped']
    expect(all).toEqual([yes, yes, no, yes, yes, no, yes, no])
    expect(await welcome.foresee(open(), chat(), 'd')).toBe('capped')
    clock.advance(day)
    expect(await welcome.foresee(open(), chat(), 'd')).toBe('granted')
    expect(await give('a')).toBe('granted')
  })

  it('name a network by what one customer has, and keep no address of it', async () => {
    const { welcome } = setUp()
    const v4 = (host: string) => ({ host: `${host}/32`, site: `${host}/32`, wide: '192.0.2.0/24' })
    const v6 = (host: string) => ({ host, site: '2001:db8:1::/56', wide: '2001:db8::/48' })
    const networks = [v4('192.0.2.1'), v4('192.0.2.9'), v6('a'), v6('b')]
    const names = await Promise.all(networks.map(welcome.nameNetwork))
    expect([names[0] === names[1], names[2] === names[3], names[0] === names[2]]).toEqual([true, true, false])
    expect(names.join()).not.toMatch(/192|2001/)
  })

  it('are off where none are to be given', async () => {
    const { welcome, ledger, open, chat } = setUp({ welcomeCredits: 0 })
    const account = open('ann@example.org')
    expect(await welcome.give(account, chat())).toBe('off')
    expect(await ledger.findBalance(account.id)).toBe(0)
  })

  it('come once, of fifty that try at the same time', async () => {
    const { welcome, ledger, open, chat } = setUp({ welcomesPerNetwork: 40, welcomesPerDay: 100 })
    const [user, mailbox] = [chat(), `crowd${++people}@example.org`]
    const accounts = Array.from({ length: 25 }, (_, index) => open(`c${index}x${people}@example.org`))
    const same = Array.from({ length: 25 }, () => open(mailbox))
    const given = await Promise.all([
      ...accounts.map((account) => welcome.give(account, user, 'a')),
      ...same.map((account) => welcome.give(account, chat(), 'b')),
    ])
    expect(given.filter((each) => each === 'granted').length).toBe(2)
    const balances = await Promise.all([...accounts, ...same].map(({ id }) => ledger.findBalance(id)))
    const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
    expect(sum(balances.slice(0, 25))).toBe(100)
    expect(sum(balances.slice(25))).toBe(100)
  })
}

describe('on SQLite', () => testWelcome(createSqlitePlace))
describe.skipIf(!process.env.MONGODB_URI)('on MongoDB', () => testWelcome(createMongoPlace))
