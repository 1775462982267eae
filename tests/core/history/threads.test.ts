/** Which picture a conversation is about, for whoever may see it, on both stores. */
import { describe, expect, it } from 'vitest'
import type { Core } from '#core/index.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { mergeAccounts } from '../accounts/merge-accounts.ts'
import { createPlainCore } from '../rig.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const thread = { platform: 'slack', team: 'T1', channel: 'C1', thread: '1.2' } as const
const year = 365 * 24 * 60 * 60_000

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function start() {
    const store = await openStore(create)
    const clock = createVirtualClock()
    const core = createPlainCore({ store, clock }, { welcomeCredits: 10_000 })
    const open = async (user: string) =>
      (await core.accounts.openAccount({ platform: 'terminal', user, name: user })).id
    return { core, store, clock, ann: await open('ann'), bob: await open('bob') }
  }

  let calls = 0
  async function draw(core: Core, owner: string, prompt: string, given: object = {}) {
    const origin = { platform: 'terminal', address: {} } as const
    const job = await core.images.order({ owner, prompt, call: `call:${calls++}`, origin, ...given })
    const { id } = await job.done
    await core.images.markDelivered(id, 'reply')
    return id
  }

  it('is about the last that was noted, is still there, and may be seen', async () => {
    const { core, clock, ann, bob } = await start()
    const find = async (account?: string) => (await core.threads.find(thread, account))?.asked.prompt
    expect(await find(ann)).toBeUndefined()
    const [fox, owl, secret] = [
      await draw(core, ann, 'fox', { count: 3 }),
      await draw(core, bob, 'owl'),
      await draw(core, ann, 'secret', { private: true }),
    ]
    await core.threads.note(thread, `${fox}.2`, ann)
    expect((await core.threads.find(thread, bob))?.pictures).toHaveLength(1)
    for (const name of [owl, secret, secret]) await core.threads.note(thread, name, bob)
    expect([await find(ann), await find(bob), await find()]).toEqual(['secret', 'owl', 'owl'])
    await core.history.remove(bob, owl)
    expect(await find(bob)).toBe('fox')
    await core.threads.note(thread, `${fox}.2`, bob)
    expect(await find(ann)).toBe('fox')
    expect(await core.threads.find({ ...thread, thread: '1.3' }, ann)).toBeUndefined()
    clock.advance(year + 1)
    expect(await find(ann)).toBeUndefined()
  })

  it('outside of threads is the newest, or the one chosen since', async () => {
    const { core, clock, ann, bob } = await start()
    const find = async () => (await core.threads.find(undefined, ann))?.asked.prompt
    expect(await find()).toBeUndefined()
    const fox = await draw(core, ann, 'fox')
    clock.advance(1)
    const owl = await draw(core, ann, 'owl')
    await draw(core, bob, 'hen')
    expect(await find()).toBe('owl')
    await core.threads.choose(ann, fox)
    expect(await find()).toBe('fox')
    clock.advance(1)
    await draw(core, ann, 'bear')
    expect(await find()).toBe('bear')
    await core.threads.choose(ann, owl)
    await core.history.remove(ann, owl)
    expect(await find()).toBe('fox')
    expect(await core.threads.find(undefined, undefined)).toBeUndefined()
  })

  it('outside of threads goes along with a merge: with whatever was last chosen or made in either account', async () => {
    const { core, store, clock, ann, bob } = await start()
    const find = async (account: string) => (await core.threads.find(undefined, account))?.asked.prompt
    const owl = await draw(core, bob, 'owl')
    await core.threads.choose(ann, await draw(core, ann, 'fox'))
    clock.advance(1)
    await draw(core, bob, 'hen')
    clock.advance(1)
    await core.threads.choose(bob, owl)
    await mergeAccounts(core, store, bob, ann)
    expect(await find(ann)).toBe('owl')
    clock.advance(1)
    const bear = await draw(core, ann, 'bear')
    expect(await find(ann)).toBe('bear')
    clock.advance(1)
    await core.threads.choose(ann, await draw(core, ann, 'cat'))
    await core.history.remove(ann, bear)
    expect(await find(ann)).toBe('cat')
  })

  it('takes notes of fifty at once, and knows the last twenty', async () => {
    const { core, store, ann } = await start()
    await Promise.all(Array.from({ length: 50 }, (_, each) => core.threads.note(thread, `id${each}`, ann)))
    const [kept] = await store.records.listRecords('thread', ann, 0)
    expect(new Set(kept?.body.pictures as string[]).size).toBe(20)
  })
})
