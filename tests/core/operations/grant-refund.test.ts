/** Operators give credits and give them back, each once; they tie chat users and read books. */
import { describe, expect, it } from 'vitest'
import { useStore } from '#tests/contracts/store.ts'
import { createDelivered, createGeneration, record } from '#tests/contracts/store-records.ts'
import { createSqlitePlace } from '../store/places.ts'
import { createRig, now } from './ledgers.ts'

const rig = useStore(createSqlitePlace)
const ada = { platform: 'discord', user: '123456789012345678' } as const

describe('grant', () => {
  it('gives once per key', async () => {
    const { operations, open } = createRig(rig.store)
    await open('ada')
    const gift = { who: 'ada', credits: 7, reason: 'a long wait' }
    const first = await operations.grant({ ...gift, key: 'ticket-1' })
    expect(first).toMatchObject({ outcome: 'granted', balance: 97, entry: { kind: 'grant', amount: 7 } })
    const repeat = await operations.grant({ ...gift, key: 'ticket-1' })
    expect(repeat).toMatchObject({ outcome: 'known', balance: 97 })
    const other = await operations.grant({ ...gift, credits: 8, key: 'ticket-1' })
    expect(other).toMatchObject({ outcome: 'other', balance: 97, entry: { amount: 7 } })
    const next = await operations.grant({ ...gift, key: 'ticket-2' })
    expect(next).toMatchObject({ outcome: 'granted', balance: 104 })
    const lost = await operations.grant({ ...gift, who: 'nobody', key: 'ticket-1' })
    expect(lost).toEqual({ outcome: 'no-account' })
  })

  it('finds an account by address, and one that was taken over by its old id', async () => {
    const { operations } = createRig(rig.store)
    const linked = await operations.link(ada, 'Ada@Example.org')
    const id = linked.outcome === 'linked' ? linked.account.id : ''
    await rig.store.records.insertRecord({ kind: 'merged', key: 'old', owner: id, body: {} }, now)
    for (const who of ['ada@example.ORG', id, 'old']) {
      const granted = await operations.grant({ who, credits: 1, reason: 'r', key: 'k' })
      expect(granted).toMatchObject({ entry: { wallet: id }, balance: 101 })
    }
  })
})

describe('refund', () => {
  it('gives a delivered generation’s credits back once, however often and at once', async () => {
    const { operations, open, ledger, listFaults } = createRig(rig.store)
    const { delivered, refunded } = await open('ada')
    const all = await Promise.all(Array.from({ length: 10 }, () => operations.refund(delivered.id)))
    expect(all.filter(({ outcome }) => outcome === 'refunded').length).toBeGreaterThan(0)
    expect(await ledger.findBalance('ada')).toBe(100)
    expect(await operations.refund(refunded.id)).toMatchObject({ outcome: 'known', balance: 100 })
    expect((await listFaults()).faults).toEqual([])
  })

  it('knows what was given back before the account was taken over', async () => {
    const { operations, open, ledger } = createRig(rig.store)
    await open('ada')
    const { delivered } = await open('bob')
    await operations.refund(delivered.id)
    const gift = { credits: 7, reason: 'r', key: 'ticket-1' }
    await operations.grant({ ...gift, who: 'bob' })
    await rig.store.records.insertRecord({ kind: 'merged', key: 'bob', owner: 'ada', body: {} }, now)
    await rig.store.owned.move('bob', 'ada')
    expect(await operations.refund(delivered.id)).toMatchObject({ outcome: 'known', payer: 'ada' })
    expect(await operations.grant({ ...gift, who: 'bob' })).toMatchObject({ outcome: 'known' })
    expect(await ledger.findBalance('ada')).toBe(90)
  })

  it('refuses what cost nothing, has no end or is not there', async () => {
    const { operations } = createRig(rig.store)
    const free = await record(rig.store, createDelivered({ price: 0 }))
    const drawing = await record(rig.store, createGeneration({ status: 'drawing' }))
    expect(await operations.refund(free.id)).toEqual({ outcome: 'free' })
    expect(await operations.refund(drawing.id)).toEqual({ outcome: 'unfinished', status: 'drawing' })
    expect(await operations.refund('none')).toEqual({ outcome: 'not-found' })
  })
})

describe('link', () => {
  it('makes the account with its welcome grant, once', async () => {
    const { operations, ledger } = createRig(rig.store)
    const first = await operations.link(ada, 'ada@example.org')
    const again = await operations.link(ada, 'ADA@example.org')
    expect(first).toMatchObject({ outcome: 'linked', account: { email: 'ada@example.org' } })
    expect(again).toEqual(first)
    const id = first.outcome === 'linked' ? first.account.id : ''
    expect(await ledger.findBalance(id)).toBe(100)
    expect(await rig.store.accounts.findIdentity(ada)).toMatchObject({ account: id, linkedAt: now })
  })

  it('takes over an account without an address, and no other', async () => {
    const { operations, open, ledger } = createRig(rig.store)
    await open('walk-in')
    await rig.store.accounts.insertIdentity({ ...ada, name: 'Ada', account: 'walk-in', linkedAt: 1 })
    const linked = await operations.link(ada, 'ada@example.org')
    const id = linked.outcome === 'linked' ? linked.account.id : ''
    expect(await ledger.findBalance(id)).toBe(90)
    const stolen = await operations.link(ada, 'eve@example.org')
    expect(stolen).toEqual({ outcome: 'linked-elsewhere', account: id })
    expect(await operations.link(ada, 'no address')).toEqual({ outcome: 'bad-address' })
  })
})

describe('books', () => {
  it('show balance, entries and how their generations ended', async () => {
    const { operations, open } = createRig(rig.store)
    const { delivered, refunded } = await open('ada')
    await rig.store.accounts.insertIdentity({ ...ada, name: 'Ada', account: 'ada', linkedAt: 1 })
    const books = await operations.books('ada', 10)
    expect(books).toMatchObject({
      account: { id: 'ada' },
      identities: [{ user: ada.user }],
      balance: 90,
      entries: [
        { kind: 'refund', generation: { status: 'refunded', failure: 'vendor-down' } },
        { kind: 'spend', reference: refunded.id },
        { kind: 'spend', reference: delivered.id, generation: { status: 'delivered', delivery: 'reply' } },
        { kind: 'grant' },
      ],
      generations: { delivered: 1, refunded: 1 },
    })
    expect(JSON.stringify(books)).not.toContain('red fox')
    expect((await operations.books('ada', 2))?.entries).toHaveLength(2)
  })

  it('stay when the account is deleted, and are nobody’s otherwise', async () => {
    const { operations, open } = createRig(rig.store)
    const { delivered, refunded } = await open('ada')
    await rig.store.accounts.deleteAccount('ada')
    await rig.store.owned.remove('ada', [delivered.id, refunded.id])
    const books = await operations.books('ada', 10)
    expect(books?.account).toBeUndefined()
    expect(books).toMatchObject({ balance: 90, generations: {} })
    expect(await operations.books('nobody', 10)).toBeUndefined()
  })
})
