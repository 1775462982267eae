/** Deleting an account while its last picture is being finished. */
import { describe, expect, it, vi } from 'vitest'
import { createErase } from '#core/accounts/erase.ts'
import { CoreError } from '#core/errors.ts'
import { carry, createDelivered, createGeneration, record } from '#tests/contracts/store-records.ts'
import { openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'

const ports = {
  merge: { isReceiving: async () => false },
  welcome: { forget: async () => undefined },
  outbound: { retract: async () => undefined },
  log: silent,
  clock: createVirtualClock(),
}

it('removes the pictures of what ended meanwhile too', async () => {
  const store = await openStore()
  const late = await record(store, createGeneration({ owner: 'ada', id: 'a', pictureKeys: ['late'] }))
  await record(store, createDelivered({ owner: 'ada', id: 'b', pictureKeys: ['early'] }))
  const hosted = new Set(['early', 'late'])
  const noted: string[] = []
  const erase = createErase({
    sources: { expectRelease: async ({ id }) => void noted.push(id) },
    ...store,
    store: store.accounts,
    host: {
      async remove(key) {
        hosted.delete(key)
        if ((await store.generations.find({ id: late.id }))?.status === 'recorded')
          await carry(store, late.id, 'delivered')
      },
    },
    ...ports,
  })
  await erase.erase('ada')
  // What it was drawn from is looked at, whoever has that by now.
  expect(noted).toContain('b')
  await erase.run()
  expect(hosted).toEqual(new Set())
  expect(await store.owned.list('ada', { limit: 9 })).toEqual([])
})

describe('when the host does not remove a picture', () => {
  const minute = 60_000

  async function setUp(accounts: readonly string[]) {
    const store = await openStore()
    for (const account of accounts) {
      await store.accounts.insertAccount({ id: account, createdAt: 0 })
      for (const number of [1, 2, 3, 4, 5, 6]) {
        const id = `${account}${number}`
        await record(store, createDelivered({ owner: account, id, pictureKeys: [`${id}.a`, `${id}.b`] }))
      }
    }
    const clock = createVirtualClock()
    const asked: string[] = []
    const logged: [string, object][] = []
    const say = (level: string) => (fields: object) => void logged.push([level, fields])
    /** What stops the removal of a picture. */
    const trouble: { find(key: string): Promise<void> | undefined } = { find: () => undefined }
    const erase = createErase({
      sources: { expectRelease: async () => undefined },
      ...store,
      ...ports,
      store: store.accounts,
      clock,
      log: { ...silent, warn: say('warn'), error: say('error') },
      host: {
        async remove(key) {
          asked.push(key)
          await trouble.find(key)
        },
      },
    })
    const listLeft = async (account: string) =>
      (await store.owned.list(account, { limit: 99 })).map(({ id }) => id)
    const hasJob = async (account: string) =>
      (await store.records.findRecord('erasure', account, clock.now())) !== undefined
    return { store, clock, asked, logged, trouble, erase, listLeft, hasJob }
  }

  const refuse = (status: number) =>
    Promise.reject(new CoreError('hosting-failed', {}, { cause: Object.assign(new Error('no'), { status }) }))

  const all = ['ada1', 'ada2', 'ada3', 'ada4', 'ada5', 'ada6']
  const refuseAt = (end: string, status: number) => (key: string) =>
    key.endsWith(end) ? refuse(status) : undefined

  it.each([
    ['one picture is refused', refuseAt('ada2.b', 500), ['ada2'], 'warn'],
    ['the token is refused', () => refuse(403), all, 'error'],
    ['each other picture breaks off', refuseAt('a', 520), all, 'warn'],
  ] as const)('because %s, all else goes, and the rest later', async (_what, find, left, level) => {
    const { store, clock, asked, logged, trouble, erase, listLeft, hasJob } = await setUp(['ada', 'ben'])
    trouble.find = find
    await erase.erase('ada')
    expect(await store.accounts.findAccount({ id: 'ada' })).toBeUndefined()
    expect(await listLeft('ada')).toEqual(left)
    expect(logged).toMatchObject([[level, { account: 'ada', attempts: 1, wait: minute }]])
    await erase.run()
    expect(logged).toHaveLength(1)
    trouble.find = () => undefined
    await erase.erase('ben')
    expect(await listLeft('ben')).toEqual([])
    clock.advance(minute)
    await erase.run()
    expect(await listLeft('ada')).toEqual([])
    expect(asked).toContain('ada6.b')
    clock.advance(31 * minute)
    await erase.run()
    expect([await hasJob('ada'), await hasJob('ben')]).toEqual([false, false])
  })

  it('asks a host that is down for few, and after pauses that grow up to six hours, for as long as it takes', async () => {
    const { clock, asked, logged, trouble, erase, hasJob } = await setUp(['ada'])
    trouble.find = () => refuse(503)
    await erase.erase('ada')
    expect(asked).toHaveLength(3)
    for (let round = 0; round < 10; round++) {
      clock.advance(6 * 60 * minute)
      await erase.run()
    }
    expect(asked).toHaveLength(3 * 11)
    const waits = logged.map(([, fields]) => (fields as { wait: number }).wait / minute)
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
    trouble.find = () => undefined
    clock.advance(6 * 60 * minute)
    await erase.run()
    expect(await hasJob('ada')).toBe(false)
  })

  it('tells whoever asked that the account is gone, though the host never answers', async () => {
    const { store, clock, trouble, erase } = await setUp(['ada'])
    trouble.find = () => new Promise(() => undefined)
    const erased = erase.erase('ada')
    await vi.waitFor(async () => {
      clock.advance(1_000)
      await expect(Promise.race([erased, Promise.reject(new Error('not yet'))])).resolves.toBeUndefined()
    })
    expect(await store.accounts.findAccount({ id: 'ada' })).toBeUndefined()
  })
})
