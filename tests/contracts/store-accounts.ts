/** The contract of the account store. */
import { describe, expect, it } from 'vitest'
import type { Identity } from '#core/accounts/account.ts'
import type { StoreRig } from './store.ts'
import { hostileTexts } from './store-records.ts'

const chat = { platform: 'slack', user: 'T1:U1', name: 'Ada', team: 'Harbour' } as const
const identity: Identity = { ...chat, account: 'ada', linkedAt: 5 }

export function testAccountStore(rig: StoreRig): void {
  const { accounts } = rig.parts

  describe('accounts', () => {
    it('finds an account by id and by e-mail address', async () => {
      const ada = { id: 'ada', email: 'Ada@example.org', emailKey: 'ada@example.org', createdAt: 1 }
      expect(await accounts.insertAccount(ada)).toBe(true)
      expect(await accounts.findAccount({ id: 'ada' })).toStrictEqual(ada)
      expect(await accounts.findAccount({ emailKey: 'ada@example.org' })).toStrictEqual(ada)
      expect(await accounts.findAccount({ id: 'bob' })).toBeUndefined()
      expect(await accounts.findAccount({ emailKey: 'bob@example.org' })).toBeUndefined()
      expect(await accounts.findAccount({ emailKey: 'ADA@example.org' })).toBeUndefined()
    })

    it('keeps any number of accounts without an address', async () => {
      expect(await accounts.insertAccount({ id: 'ada', createdAt: 1 })).toBe(true)
      expect(await accounts.insertAccount({ id: 'bob', createdAt: 2 })).toBe(true)
      expect(await accounts.findAccount({ id: 'ada' })).toStrictEqual({ id: 'ada', createdAt: 1 })
    })

    it('refuses a taken id and a taken address, and writes nothing then', async () => {
      const ada = { id: 'ada', email: 'Ada@example.org', emailKey: 'ada@example.org', createdAt: 1 }
      await accounts.insertAccount(ada)
      const [email, emailKey] = ['other@example.org', 'other@example.org']
      expect(await accounts.insertAccount({ ...ada, email, emailKey })).toBe(false)
      expect(await accounts.insertAccount({ ...ada, id: 'bob', email: 'ADA@example.org' })).toBe(false)
      expect(await accounts.findAccount({ id: 'ada' })).toStrictEqual(ada)
      expect(await accounts.findAccount({ id: 'bob' })).toBeUndefined()
      expect(await accounts.findAccount({ emailKey: 'other@example.org' })).toBeUndefined()
    })

    it('lets one of many with the same address in', async () => {
      const insert = (_: unknown, n: number) =>
        accounts.insertAccount({ id: `a${n}`, email: `${n}`, emailKey: 'ada@example.org', createdAt: n })
      const inserted = await Promise.all(Array.from({ length: 20 }, insert))
      expect(inserted.filter(Boolean)).toHaveLength(1)
    })

    it('lists accounts by id, in pages', async () => {
      for (const id of ['c', 'a', 'd', 'b']) await accounts.insertAccount({ id, createdAt: 1 })
      const list = async (page: { after?: string; limit: number }) =>
        (await accounts.listAccounts(page)).map(({ id }) => id)
      expect(await list({ limit: 3 })).toEqual(['a', 'b', 'c'])
      expect(await list({ after: 'c', limit: 3 })).toEqual(['d'])
      expect(await list({ after: 'd', limit: 3 })).toEqual([])
      expect(await list({ limit: 0 })).toEqual([])
    })

    it('changes an address unless another account has it', async () => {
      await accounts.insertAccount({ id: 'ada', email: 'a@x', emailKey: 'a@x', createdAt: 1 })
      await accounts.insertAccount({ id: 'bob', email: 'b@x', emailKey: 'b@x', createdAt: 2 })
      expect(await accounts.changeEmail('ada', { email: 'B@x', emailKey: 'b@x' })).toBe(false)
      expect(await accounts.changeEmail('eve', { email: 'e@x', emailKey: 'e@x' })).toBe(false)
      expect(await accounts.changeEmail('ada', { email: 'A@x', emailKey: 'a@x' })).toBe(true)
      expect(await accounts.changeEmail('ada', { email: 'C@x', emailKey: 'c@x' })).toBe(true)
      expect(await accounts.findAccount({ emailKey: 'a@x' })).toBeUndefined()
      const changed = { id: 'ada', email: 'C@x', emailKey: 'c@x', createdAt: 1 }
      expect(await accounts.findAccount({ emailKey: 'c@x' })).toStrictEqual(changed)
    })

    it('deletes an account, whose address is free then', async () => {
      const ada = { id: 'ada', email: 'a@x', emailKey: 'a@x', createdAt: 1 }
      await accounts.insertAccount(ada)
      expect(await accounts.deleteAccount('ada')).toBe(true)
      expect(await accounts.deleteAccount('ada')).toBe(false)
      expect(await accounts.findAccount({ emailKey: 'a@x' })).toBeUndefined()
      expect(await accounts.insertAccount({ ...ada, id: 'bob' })).toBe(true)
    })

    it('keeps any text as it is', async () => {
      for (const [n, text] of hostileTexts.entries()) {
        const account = { id: `id ${text}`, email: `${text}@`, emailKey: `@${text}`, createdAt: n }
        expect(await accounts.insertAccount(account), JSON.stringify(text)).toBe(true)
        expect(await accounts.findAccount({ id: account.id })).toStrictEqual(account)
        expect(await accounts.findAccount({ emailKey: account.emailKey })).toStrictEqual(account)
        const user = { platform: 'discord', user: text, name: text } as const
        const tied: Identity = { ...user, account: account.id, linkedAt: n }
        expect(await accounts.insertIdentity(tied), JSON.stringify(text)).toBe(true)
        expect(await accounts.findIdentity(tied)).toStrictEqual(tied)
        expect(await accounts.listIdentities(account.id)).toStrictEqual([tied])
      }
    })
  })

  describe('identities', () => {
    it('ties a chat user to one account at a time', async () => {
      expect(await accounts.insertIdentity(identity)).toBe(true)
      expect(await accounts.insertIdentity(identity)).toBe(false)
      expect(await accounts.insertIdentity({ ...identity, account: 'bob', name: 'Bob' })).toBe(false)
      expect(await accounts.findIdentity(identity)).toStrictEqual(identity)
      expect(await accounts.listIdentities('bob')).toEqual([])
    })

    it('tells the same user name on two platforms apart', async () => {
      const elsewhere: Identity = { ...identity, platform: 'discord', account: 'bob' }
      await accounts.insertIdentity(identity)
      expect(await accounts.findIdentity(elsewhere)).toBeUndefined()
      expect(await accounts.insertIdentity(elsewhere)).toBe(true)
      expect(await accounts.findIdentity(elsewhere)).toStrictEqual(elsewhere)
      expect(await accounts.findIdentity(identity)).toStrictEqual(identity)
    })

    it('lists those of an account, oldest first', async () => {
      for (const [user, linkedAt] of Object.entries({ c: 30, a: 10, b: 20 })) {
        await accounts.insertIdentity({ ...identity, user, linkedAt })
      }
      await accounts.insertIdentity({ ...identity, user: 'z', account: 'bob', linkedAt: 1 })
      const listed = await accounts.listIdentities('ada')
      expect(listed.map(({ user }) => user)).toEqual(['a', 'b', 'c'])
      expect(listed[0]).toStrictEqual({ ...identity, user: 'a', linkedAt: 10 })
    })

    it('moves those of one account to another', async () => {
      await accounts.insertIdentity(identity)
      await accounts.insertIdentity({ ...identity, user: 'T1:U2' })
      await accounts.insertIdentity({ ...identity, user: 'T1:U3', account: 'eve' })
      await accounts.moveIdentities('ada', 'bob')
      await accounts.moveIdentities('ada', 'bob')
      expect(await accounts.listIdentities('ada')).toEqual([])
      expect((await accounts.listIdentities('bob')).map(({ user }) => user)).toEqual(['T1:U1', 'T1:U2'])
      expect(await accounts.findIdentity(identity)).toStrictEqual({ ...identity, account: 'bob' })
      expect(await accounts.listIdentities('eve')).toHaveLength(1)
    })

    it('unties only from the account it is tied to, and once', async () => {
      await accounts.insertIdentity(identity)
      expect(await accounts.deleteIdentity({ ...identity, account: 'bob' })).toBe(false)
      expect(await accounts.deleteIdentity({ ...identity, user: 'T1:U2' })).toBe(false)
      expect(await accounts.deleteIdentity({ ...identity, platform: 'discord' })).toBe(false)
      expect(await accounts.findIdentity(identity)).toStrictEqual(identity)
      expect(await accounts.deleteIdentity(identity)).toBe(true)
      expect(await accounts.deleteIdentity(identity)).toBe(false)
      expect(await accounts.findIdentity(identity)).toBeUndefined()
      expect(await accounts.insertIdentity({ ...identity, account: 'bob' })).toBe(true)
    })
  })
}
