/** Where the store fails while a command writes, it may have written: the operator hears so, and how to go on. */
import { describe, expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import type { Store } from '#core/store/store.ts'
import { useStore } from '#tests/contracts/store.ts'
import { createRig } from '#tests/core/operations/ledgers.ts'
import { createSqlitePlace } from '#tests/core/store/places.ts'
import { createDesk, identity } from './desk.ts'

const place = useStore(createSqlitePlace)

const lost = () => new CoreError('store-unavailable', {}, { cause: new Error('the way is cut') })

/** What is written arrives; the answer does not, once. */
function cutAnswers(store: Store): Store {
  let isCut = false
  const cut =
    <Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>) =>
    async (...given: Given) => {
      const answer = await work(...given)
      if (isCut) return answer
      isCut = true
      throw lost()
    }
  return {
    ...store,
    close: async () => undefined,
    ledger: { ...store.ledger, insert: cut(store.ledger.insert) },
    accounts: { ...store.accounts, insertIdentity: cut(store.accounts.insertIdentity) },
  }
}

async function openDesk() {
  const rig = createRig(place.store)
  const { delivered } = await rig.open('ada')
  const { operations } = createRig(cutAnswers(place.store))
  const { operate } = createDesk({}, undefined, { open: async () => operations })
  return { ...rig, operate, delivered }
}

const unsure = 'We can’t reach the database: the way is cut. It may have been '
const twice = `${unsure}done anyway. Run it again: nothing is done twice.`

describe('a lost answer', () => {
  it('to a grant tells the key with which it is given once', async () => {
    const { operate, ledger } = await openDesk()
    const before = await ledger.findBalance('ada')
    const words = ['grant', 'ada', '25', '--reason', 'a long wait']
    const { code, stdout, stderr } = await operate(...words)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`${unsure}given anyway.`)
    const [, key = ''] = /Run it again with --key (\S+): it’s given only once\.\n$/.exec(stderr) ?? []
    const again = await operate(...words, '--key', key)
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Already given') })
    expect(await ledger.findBalance('ada')).toBe(before + 25)
  })

  it('to a grant with a key tells the same key', async () => {
    const { operate } = await openDesk()
    const { stderr } = await operate('grant', 'ada', '25', '--reason', 'r', '--key', 'ticket-1')
    expect(stderr).toContain('Run it again with --key ticket-1: it’s given only once.')
  })

  it('to a refund tells that it can be run again', async () => {
    const { operate, delivered, ledger } = await openDesk()
    const before = await ledger.findBalance('ada')
    const { code, stderr } = await operate('refund', delivered.id)
    expect([code, stderr]).toEqual([1, expect.stringContaining(twice)])
    expect(await operate('refund', delivered.id)).toMatchObject({ code: 0 })
    expect(await ledger.findBalance('ada')).toBe(before + delivered.price)
  })

  it('to a link tells that it can be run again', async () => {
    const { operate } = await openDesk()
    const { code, stderr } = await operate('link', identity, 'new@example.org')
    expect([code, stderr]).toEqual([1, expect.stringContaining(twice)])
    expect(await operate('link', identity, 'new@example.org')).toMatchObject({ code: 0 })
  })

  it('to telling of the policy or carrying the store tells that it can be run again', async () => {
    const fail = () => Promise.reject(lost())
    const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/x', SESSION_SECRET: 's'.repeat(32) }
    const { operations } = createRig(cutAnswers(place.store))
    const parts = { open: async () => operations, mailPolicy: fail, migrate: fail }
    const { operate } = createDesk(env, undefined, parts)
    for (const line of ['mail-policy 2026-11-01', 'migrate --from sqlite --to mongodb'])
      expect((await operate(...line.split(' '))).stderr).toContain(`${unsure}done anyway. Run it again:`)
  })

  it('to what only reads tells no more than that', async () => {
    const store = { ...place.store, close: async () => undefined }
    const failing = { ...store, accounts: { ...store.accounts, findAccount: () => Promise.reject(lost()) } }
    const { operations } = createRig(failing)
    const { operate } = createDesk({}, undefined, { open: async () => operations })
    expect((await operate('books', 'ada')).stderr).toMatch(/the way is cut\.\n$/)
  })
})
