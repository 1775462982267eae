/** Merging two accounts of one person: everything moves, the sums hold, whatever crashes. */
import { describe, expect, it } from 'vitest'
import { fromNetwork } from '#tests/networks.ts'
import { settle } from '#tests/settle.ts'
import { type Browser, signInFirst } from './browser.ts'
import { adaChat, bobChat, buy, crashAfter, draw, findAccountOf, link, settleIn, visit } from './people.ts'
import { createRig, findCode, png, type Rig } from './rig.ts'

const minute = 60_000

async function sum({ store }: Rig, accounts: string[]): Promise<number> {
  const entries = await Promise.all(accounts.map((id) => store.ledger.list(id, { limit: 1_000 })))
  return entries.flat().reduce((total, { amount }) => total + amount, 0)
}

async function settleBoth(rig: Rig) {
  const ada = await settleIn(rig, 'ada@example.org', adaChat)
  rig.clock.advance(minute)
  return [ada, await settleIn(rig, 'bob@example.org', bobChat)] as const
}

describe('merging', () => {
  async function merge(rig: Rig, browser: Browser, email: string) {
    rig.clock.advance(minute)
    await browser.post('/account/merge', { email })
    return await browser.post('/account/merge/code', { code: findCode(rig.mails, email) })
  }

  it('gives one account all that the other had, and the sums hold', async () => {
    const rig = await createRig()
    const { core, clock, store } = rig
    const [ada, bob] = await settleBoth(rig)
    await buy(rig, bob.account, 'studio')
    const accounts = [ada.account.id, bob.account.id]
    // What bob has not used of the welcome credits does not come along.
    const before = (await sum(rig, accounts)) - 98
    expect((await merge(rig, ada.browser, 'bob@example.org')).location).toContain('merged')

    expect(await sum(rig, accounts)).toBe(before)
    expect(await core.credits.findBalance(ada.account.id)).toBe(before)
    expect(await core.credits.findBalance(bob.account.id)).toBe(0)
    expect((await core.accounts.requireAccount(bobChat)).id).toBe(ada.account.id)
    expect((await core.history.list(ada.account.id, { limit: 9 })).generations).toHaveLength(4)
    expect(await store.accounts.findAccount({ id: bob.account.id })).toBeUndefined()
    expect((await bob.browser.get('/account')).status).toBe(303)
    // A payment that was on its way to the one reaches the other.
    await buy(rig, bob.account)
    expect(await core.credits.findBalance(ada.account.id)).toBe(before + 100)
    // The address is known to have been welcomed.
    clock.advance(minute)
    await link(rig, await signInFirst(rig, 'bob@example.org'), { ...bobChat, user: 'T1:U9' })
    expect(await core.credits.findBalance((await findAccountOf(rig, 'bob@example.org')).id)).toBe(0)
  })

  it('is finished after a crash at any write', async () => {
    const first = await createRig()
    const steps = { left: 0 }
    for (let writes = 1; writes < 40; writes++) {
      const rig = await createRig()
      const [ada, bob] = await settleBoth(rig)
      await buy(rig, bob.account)
      steps.left = writes
      const dying = first.createCoreOn({ store: crashAfter(rig.store, steps) })
      rig.clock.advance(minute)
      const asker = { networks: fromNetwork('n'), browser: '' }
      const asked = await rig.core.merging.request(ada.account, 'bob@example.org', asker)
      const code = asked.outcome === 'issued' ? asked.code : ''
      const done = await dying.merging.finish(ada.account, code).catch(() => undefined)
      await rig.core.start()
      const merged = (await rig.store.accounts.findAccount({ id: bob.account.id })) === undefined
      if (done?.outcome === 'merged') expect(merged).toBe(true)
      expect(await sum(rig, [ada.account.id, bob.account.id])).toBe(merged ? 198 : 296)
      expect(await rig.core.credits.findBalance(ada.account.id)).toBe(merged ? 198 : 98)
      const { generations } = await rig.core.history.list(ada.account.id, { limit: 9 })
      expect(generations).toHaveLength(merged ? 4 : 2)
      await rig.core.stop(0)
      if (steps.left > 0) return expect(writes).toBeGreaterThan(8)
    }
    throw new Error('It never came to its end')
  })

  it('leaves nothing of the account that ended but its wallet', async () => {
    const rig = await createRig()
    const [ada, bob] = await settleBoth(rig)
    await draw(rig, bob.account, 'with a hat', 1, png)
    await bob.browser.get('/checkout/starter')
    rig.clock.advance(minute)
    await bob.browser.post('/account/email', { email: 'bobs-next@example.org' })
    await merge(rig, ada.browser, 'bob@example.org')
    await rig.core.start()
    for (let passed = 0; passed < 32; passed++) {
      rig.clock.advance(minute)
      await settle()
    }
    await rig.core.stop(0)
    const now = rig.clock.now()
    const kinds = [
      ...['session', 'code', 'link', 'unlink', 'source', 'checkout', 'notice', 'held', 'link-mail'],
      'merge',
    ] as const
    for (const kind of kinds)
      expect(await rig.store.records.listRecords(kind, bob.account.id, now)).toEqual([])
    expect(await rig.store.records.findRecord('merge', bob.account.id, now)).toBeUndefined()
    expect(await rig.store.owned.list(bob.account.id, { limit: 9 })).toEqual([])
    expect(await rig.store.accounts.listIdentities(bob.account.id)).toEqual([])
    expect(await rig.store.accounts.findAccount({ id: bob.account.id })).toBeUndefined()
    for (const kind of ['source', 'checkout'] as const)
      expect(await rig.store.records.listRecords(kind, ada.account.id, now)).toHaveLength(1)
  })

  it('tells the other mailbox whose account takes it over', async () => {
    const { rig, browser } = await visit()
    await browser.post('/account/merge', { email: 'bob@example.org' })
    expect(rig.mails.at(-1)?.text).toContain('signed in on bot.example as ada@example.org wants to take over')
    expect(rig.mails.at(-1)?.text).not.toContain('in the browser that asked')
  })

  it('needs a code from the other mailbox, and another account', async () => {
    const { rig, browser } = await visit()
    await browser.post('/account/merge', { email: 'bob@example.org' })
    expect(await browser.submit('/account/merge/code', { code: '00000000' })).toBe(400)
    const none = await browser.post('/account/merge/code', { code: findCode(rig.mails, 'bob@example.org') })
    expect(await none.text()).toContain('no account with this address')
    const same = await merge(rig, browser, 'ada@example.org')
    expect(await same.text()).toContain('the account you’re signed in to')
  })
})
