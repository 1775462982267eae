/** The same picture again is free, and not without end. */
import { expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle } from '#tests/settle.ts'
import { createPlainCore } from '../rig.ts'
import { openStore } from '../store/places.ts'
import { createRig } from './rig.ts'

it('is given thirty times a minute to one account, whatever call asks, and says how long to wait', async () => {
  const rig = createRig()
  const core = await rig.boot()
  const orderFor = async (account: string, call: string, prompt = 'a fox') =>
    await core.images.order({ owner: account, call, prompt, origin: { platform: 'slack', address: {} } })
  const open = async (user: string) =>
    (await core.accounts.openAccount({ platform: 'slack', user, name: user })).id
  const [ann, ben] = [await open('ann'), await open('ben')]
  for (const account of [ann, ben]) {
    const { id } = await (await orderFor(account, `${account}:first`)).done
    await core.images.markDelivered(id, 'reply')
  }
  const before = await core.credits.findBalance(ann)
  for (let index = 0; index < 30; index++)
    expect((await (await orderFor(ann, `ann:${index}`)).done).price).toBe(0)
  await expect(orderFor(ann, 'ann:30')).rejects.toMatchObject({
    code: 'too-many-repeats',
    data: { wait: 60_000 },
  })
  // A call that was answered is answered again; others and new pictures are not held up.
  expect((await (await orderFor(ann, 'ann:7')).done).price).toBe(0)
  expect((await (await orderFor(ben, 'ben:1')).done).price).toBe(0)
  expect((await (await orderFor(ann, 'ann:new', 'a hare')).done).price).toBe(10)
  expect(await core.credits.findBalance(ann)).toBe(before - 10)
  rig.clock.advance(60_000)
  expect((await (await orderFor(ann, 'ann:31')).done).price).toBe(0)
})

it('is given later to whoever had too many while their order was held', async () => {
  const [store, clock] = [await openStore(), createVirtualClock()]
  const core = createPlainCore({ store, clock }, { welcomeCredits: 0 })
  const { id: ann } = await core.accounts.openAccount({ platform: 'slack', user: 'ann', name: 'Ann' })
  const order = async (call: string) => {
    const job = await core.images.order({
      owner: ann,
      call,
      prompt: 'a fox',
      origin: { platform: 'slack', address: {} },
    })
    await core.images.markDelivered((await job.done).id, 'reply')
  }
  const ledger = createLedger(store.ledger, clock)
  const grant = (key: string) => ledger.append({ wallet: ann, key, kind: 'grant', amount: 10, reference: '' })
  await expect(order('held')).rejects.toThrow('insufficient-credits')
  await grant('one')
  for (let count = 0; count <= 30; count++) await order(`call:${count}`)
  await grant('two')
  await core.start()
  const findHeld = async () => await store.generations.find({ call: 'held:held' })
  expect(await findHeld()).toBeUndefined()
  for (let waits = 0; waits < 5; waits++) {
    clock.advance(15_000)
    await settle()
  }
  expect(await findHeld()).toMatchObject({ status: 'delivered', price: 0 })
  await core.stop(0)
})
