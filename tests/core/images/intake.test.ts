/** Taking in what people bring: one order of an account at a time, few overall, and the rest is told at once. */
import { expect, it } from 'vitest'
import type { PreparePicture } from '#core/hosting/image-host.ts'
import { createIntake, largestSource } from '#core/images/ordering/intake.ts'
import { settle } from '#tests/settle.ts'

function createRig({ mostPerAccount = 20 } = {}) {
  const now = { read: 0, decoded: 0 }
  const most = { read: 0, decoded: 0, ofOne: 0 }
  const busy = new Map<string, number>()
  let open = Promise.withResolvers<void>()

  async function during<Answer>(what: 'read' | 'decoded', answer: Answer): Promise<Answer> {
    now[what]++
    most[what] = Math.max(most[what], now[what])
    await open.promise
    now[what]--
    return answer
  }

  const prepare: PreparePicture = (bytes) =>
    during('decoded', { bytes, mime: 'image/png', width: 1, height: 1 })
  const intake = createIntake({ prepare, mostPerAccount })
  const bring = (account: string) =>
    intake.take(account, async () => {
      busy.set(account, (busy.get(account) ?? 0) + 1)
      most.ofOne = Math.max(most.ofOne, busy.get(account) ?? 0)
      const read = () => during('read', new Uint8Array([1]))
      await intake.prepareAll(await intake.readAll(account, [{ size: 1, read }]))
      busy.set(account, (busy.get(account) ?? 0) - 1)
    })

  /** Lets all that stands still go on, until it stands still again. */
  async function step(): Promise<void> {
    await settle()
    open.resolve()
    open = Promise.withResolvers()
    await settle()
  }

  return { intake, bring, most, step }
}

it('reads four at once and decodes two, one of each account', async () => {
  const { bring, most, step } = createRig()
  const accounts = Array.from({ length: 30 }, (_, at) => `account ${at % 10}`)
  let done = false
  const all = Promise.all(accounts.map(bring)).then(() => {
    done = true
  })
  while (!done) await step()
  await all
  expect(most).toEqual({ read: 4, decoded: 2, ofOne: 1 })
})

it('one account does not keep the others waiting', async () => {
  const { bring, step } = createRig()
  const hers = Promise.all(Array.from({ length: 20 }, () => bring('ann')))
  let done = false
  const his = bring('bob').then(() => {
    done = true
  })
  for (const _ of [1, 2]) await step()
  expect(done).toBe(true)
  for (let steps = 0; steps < 40; steps++) await step()
  await Promise.all([hers, his])
})

it('tells at once who is one too many, of an account and overall', async () => {
  const { bring, step } = createRig({ mostPerAccount: 3 })
  const waiting = [...'abc'].map(() => bring('ann'))
  await expect(bring('ann')).rejects.toMatchObject({ code: 'too-many-running', data: { limit: 3 } })
  const others = Array.from({ length: 97 }, (_, at) => bring(`account ${at}`))
  await expect(bring('zoe')).rejects.toMatchObject({ code: 'queue-full' })
  let done = false
  const all = Promise.all([...waiting, ...others]).then(() => {
    done = true
  })
  while (!done) await step()
  await all
  const again = bring('ann')
  for (const _ of [1, 2]) await step()
  await again
})

it('goes on after one that cannot be read', async () => {
  const { intake } = createRig()
  const read = () => Promise.reject(new Error('gone'))
  const readIt = () => intake.take('ann', () => intake.readAll('ann', [{ size: 1, read }]))
  const all = await Promise.allSettled(Array.from({ length: 9 }, readIt))
  expect(all).toMatchObject(all.map(() => ({ reason: { code: 'attachment-unreadable' } })))
})

it('takes no more bytes than the limit, whatever was said of their number', async () => {
  const { intake } = createRig()
  const read = async () => new Uint8Array(largestSource + 1)
  for (const size of [0, 1, largestSource + 1]) {
    await expect(intake.readAll('ann', [{ size, read }])).rejects.toMatchObject({
      code: 'attachment-too-large',
    })
  }
})

it('knows a picture again by its account and its bytes', async () => {
  const { intake } = createRig()
  const large = new Uint8Array(3_000_000).fill(7)
  const keyOf = async (account: string, bytes: Uint8Array<ArrayBuffer>) =>
    (await intake.readAll(account, [{ size: 1, read: async () => bytes }]))[0]?.key
  const keys = [
    await keyOf('ann', large),
    await keyOf('ann', large.slice()),
    await keyOf('bob', large),
    await keyOf('ann', large.subarray(1)),
  ]
  expect(new Set(keys).size).toBe(3)
  expect(keys[0]).toBe(keys[1])
})
