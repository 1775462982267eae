/** What an attacker can do to everybody else's codes: very little. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMailLimits, type MailRefusal } from '#core/accounts/mail-limits.ts'
import { createSessions } from '#core/accounts/sessions.ts'
import type { Networks } from '#core/index.ts'
import { createKeyedHash } from '#core/secrets/keyed-hash.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const minute = 60_000

/** Two processes on one store. */
async function setUp() {
  const { records, close } = await createSqliteStore({ file: ':memory:' })
  onTestFinished(close)
  const clock = createVirtualClock()
  const createId = (length: number) => randomBytes(length).toString('hex').slice(0, length)
  const ports = { records, clock, createId, hash: createKeyedHash('secret') }
  const sessions = createSessions(ports)
  const [limits, other] = [createMailLimits({ ...ports, sessions }), createMailLimits({ ...ports, sessions })]
  const askOn =
    ({ take }: typeof limits) =>
    (email: string, networks: Networks, browser = sessions.createToken()): Promise<MailRefusal | undefined> =>
      take([email], { networks, browser })
  const count = async () => (await records.listRecords('limit', undefined, clock.now())).length
  return { limits, sessions, clock, count, ask: askOn(limits), askElsewhere: askOn(other) }
}

const v4 = (host: string): Networks => ({ host, site: host, wide: host.replace(/\.\d+$/, '.0/24') })
const v6 = (wide: number, site: number, host: number): Networks => ({
  host: `${wide}:${site}:${host}/64`,
  site: `${wide}:${site}/56`,
  wide: `${wide}/48`,
})
/** As many networks as wanted, none within another. */
const elsewhere = (index: number) => v4(`10.${index >> 8}.${index & 255}.7`)

describe('nobody keeps others out', () => {
  it.each<[string, (index: number) => Networks, number]>([
    ['one IPv6 /48', (index) => v6(1, index >> 8, index & 255), 200],
    ['/56s of one IPv6 /48', (index) => v6(1, index, 0), 200],
    ['one IPv6 /56', (index) => v6(1, 0, index), 150],
    ['one IPv6 /64', () => v6(1, 0, 0), 100],
    ['one IPv4 /24', (index) => v4(`203.0.113.${index & 255}`), 200],
    ['one IPv4 address', () => v4('203.0.113.9'), 100],
  ])('by a flood from %s', async (_name, from, most) => {
    const { ask, askElsewhere, clock } = await setUp()
    let sent = 0
    for (let index = 0; index < 1_000; index++) {
      if (!(await ask(`f${index}`, from(index)))) sent += 1
      clock.advance(44)
    }
    expect(sent).toBe(most)
    for (const other of [v6(2, 0, 0), v4('192.0.2.7'), v4('203.0.114.9')]) {
      expect(await askElsewhere(`x${other.host}`, other)).toBeUndefined()
    }
  })

  it('by asking for codes to one address, five an hour or as often as they can, from several networks', async () => {
    const { ask, askElsewhere, clock, sessions } = await setUp()
    const mine = sessions.markToken(sessions.createToken(), 'ada')
    for (let round = 0; round < 180; round++) {
      for (let index = 0; index < 10; index++) await ask('ada', elsewhere(index))
      if (round % 30 === 0) expect(await askElsewhere('ada', v6(7, 7, 7))).toBeUndefined()
      clock.advance(minute)
    }
    expect(await askElsewhere('ada', v4('192.0.2.1'))).toBeUndefined()
    for (let index = 10; index < 100; index++) await ask('ada', elsewhere(index))
    expect(await ask('ada', v4('192.0.3.1'))).toMatchObject({ outcome: 'too-many' })
    expect(await ask('ada', v4('192.0.3.1'), mine)).toBeUndefined()
  })

  it('of an office of fifty behind one address, each with a second try', async () => {
    const { ask, clock } = await setUp()
    for (const round of [1, 2]) {
      for (let person = 0; person < 50; person++)
        expect([round, await ask(`p${person}`, v4('198.51.100.1'))]).toEqual([round, undefined])
      clock.advance(minute)
    }
  })

  it('by hammering on one address from within an office', async () => {
    const { ask } = await setUp()
    for (let index = 0; index < 500; index++) await ask('boss', v4('198.51.100.1'))
    expect(await ask('colleague', v4('198.51.100.1'))).toBeUndefined()
  })

  it('by signing in somewhere, and using that browser for other addresses', async () => {
    const { ask, sessions } = await setUp()
    const eve = sessions.markToken(sessions.createToken(), 'eve')
    for (let index = 0; index < 300; index++) await ask(`f${index}`, v4('198.51.100.1'), eve)
    expect(await ask('ada', v4('198.51.100.1'), eve)).toMatchObject({ outcome: 'too-many' })
    expect(await ask('eve', v4('198.51.100.1'), eve)).toBeUndefined()
    expect(await ask('eve', v4('198.51.100.1'), `${eve}x`)).toMatchObject({ outcome: 'too-many' })
  })
})

describe('more than a thousand an hour in all', () => {
  it('have who is new wait, the longer the more there are, but never longer than a minute', async () => {
    const { ask, askElsewhere, clock } = await setUp()
    const waits = []
    for (let index = 0; index < 2_400; index++)
      waits.push((await ask(`a${index}`, elsewhere(index)))?.wait ?? 0)
    expect(waits.slice(0, 1_000).every((wait) => wait === 0)).toBe(true)
    const grown = [...new Set(waits.slice(1_000))]
    expect(grown).toEqual([10_000, 20_000, 40_000, 60_000])
    expect(await ask('late', v4('192.0.2.1'))).toEqual({ outcome: 'busy', wait: 60_000 })
    clock.advance(minute - 1)
    expect(await askElsewhere('late', v4('192.0.2.1'))).toEqual({ outcome: 'busy', wait: 1 })
    clock.advance(1)
    expect(await askElsewhere('late', v4('192.0.2.1'))).toBeUndefined()
    expect(await ask('late', v4('192.0.2.1'))).toMatchObject({ wait: expect.any(Number) })
  })

  it('do not make a browser wait that has signed in before', async () => {
    const { ask, sessions } = await setUp()
    for (let index = 0; index < 1_100; index++) await ask(`a${index}`, elsewhere(index))
    const mine = sessions.markToken(sessions.createToken(), 'ada')
    expect(await ask('ada', v4('192.0.2.1'))).toMatchObject({ outcome: 'busy' })
    expect(await ask('ada', v4('192.0.2.1'), mine)).toBeUndefined()
  })
})

it('leaves nothing in the store for what a flood is refused', async () => {
  const { ask, count } = await setUp()
  for (let index = 0; index < 100; index++) await ask(`f${index}`, v4('203.0.113.5'))
  const before = await count()
  for (let index = 100; index < 400; index++) expect(await ask(`f${index}`, v4('203.0.113.5'))).toBeDefined()
  expect(await count()).toBe(before)
})

it('lets all be forgotten after an hour', async () => {
  const { ask, count, clock } = await setUp()
  for (let index = 0; index < 50; index++) await ask(`f${index}`, v6(index, 0, 0))
  clock.advance(60 * minute)
  expect(await count()).toBe(0)
})

it('counts no more what did not go', async () => {
  const { ask, limits, sessions } = await setUp()
  const asker = { networks: v4('192.0.2.1'), browser: sessions.createToken() }
  for (let round = 0; round < 20; round++) {
    expect(await limits.take(['ada@example.org'], asker)).toBeUndefined()
    await limits.giveBack('Ada@example.org', asker)
  }
  expect(await ask('ada@example.org', v4('192.0.2.1'))).toBeUndefined()
  expect(await ask('ada@example.org', v4('192.0.2.1'))).toBeDefined()
})
