/** The contract of the account store. */
import { describe, expect, it } from 'vitest'
import type { Identity } from '#core/accounts/account.ts'
import type { StoreRig } from './store.ts'
import { hostileTexts } from './store-records.ts'

const identity: Identity = { platform: 'slack', user: 'T1:U1', name: 'Ada', account: 'ada', linkedAt: 5 }

export function testAccountStore(rig: StoreRig): void {
  describe('accounts', () => {
    it('finds an account by id and by e-mail address', async () => {
      const { accounts } = rig.store
      const ada = { id: 'ada', email: 'ada@example.org', createdAt: 1 }
      expect(await accounts.insertAccount(ada)).toBe(true)
      expect(await accounts.findAccount({ id: 'ada' })).toStrictEqual(ada)
      expect(await accounts.findAccount({ email: 'ada@example.org' })).toStrictEqual(ada)
      expect(await accounts.findAccount({ id: 'bob' })).toBeUndefined()
      expect(await accounts.findAccount({ email: 'bob@example.org' })).toBeUndefined()
      expect(await accounts.findAccount({ email: 'ADA@example.org' })).toBeUndefined()
    })

    it('keeps any number of accounts without an address', async () => {
      const { accounts } = rig.store
      expect(await accounts.insertAccount({ id: 'ada', createdAt: 1 })).toBe(true)
      expect(await accounts.insertAccount({ id: 'bob', createdAt: 2 })).toBe(true)
      expect(await accounts.findAccount({ id: 'ada' })).toStrictEqual({ id: 'ada', createdAt: 1 })
    })

    it('refuses a taken id and a taken address, and writes nothing then', async () => {
      const { accounts } = rig.store
      const ada = { id: 'ada', email: 'ada@example.org', createdAt: 1 }
      await accounts.insertAccount(ada)
      expect(await accounts.insertAccount({ id: 'ada', email: 'other@example.org', createdAt: 2 })).toBe(
        false,
      )
      expect(await accounts.insertAccount({ id: 'bob', email: 'ada@example.org', createdAt: 2 })).toBe(false)
      expect(await accounts.findAccount({ id: 'ada' })).toStrictEqual(ada)
      expect(await accounts.findAccount({ id: 'bob' })).toBeUndefined()
      expect(await accounts.findAccount({ email: 'other@example.org' })).toBeUndefined()
    })

    it('lets one of many with the same address in', async () => {
      const { accounts } = rig.store
      const inserted = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          accounts.insertAccount({ id: `a${n}`, email: 'ada@example.org', createdAt: n }),
        ),
      )
      expect(inserted.filter(Boolean)).toHaveLength(1)
    })

    it('keeps any text as it is', async () => {
      const { accounts } = rig.store
      for (const [n, text] of hostileTexts.entries()) {
        const account = { id: `id ${text}`, email: `${text}@`, createdAt: n }
        expect(await accounts.insertAccount(account), JSON.stringify(text)).toBe(true)
        expect(await accounts.findAccount({ id: account.id })).toStrictEqual(account)
        expect(await accounts.findAccount({ email: account.email })).toStrictEqual(account)
        const tied: Identity = {
          platform: 'discord',
          user: text,
          name: text,
          account: account.id,
          linkedAt: n,
        }
        expect(await accounts.insertIdentity(tied), JSON.stringify(text)).toBe(true)
        expect(await accounts.findIdentity(tied)).toStrictEqual(tied)
        expect(await accounts.listIdentities(account.id)).toStrictEqual([tied])
      }
    })
  })

  describe('identities', () => {
    it('ties a chat user to one account at a time', async () => {
      const { accounts } = rig.store
      expect(await accounts.insertIdentity(identity)).toBe(true)
      expect(await accounts.insertIdentity(identity)).toBe(false)
      expect(await accounts.insertIdentity({ ...identity, account: 'bob', name: 'Bob' })).toBe(false)
      expect(await accounts.findIdentity(identity)).toStrictEqual(identity)
      expect(await accounts.listIdentities('bob')).toEqual([])
    })

    it('tells the same user name on two platforms apart', async () => {
      const { accounts } = rig.store
      const elsewhere: Identity = { ...identity, platform: 'discord', account: 'bob' }
      await accounts.insertIdentity(identity)
      expect(await accounts.findIdentity(elsewhere)).toBeUndefined()
      expect(await accounts.insertIdentity(elsewhere)).toBe(true)
      expect(await accounts.findIdentity(elsewhere)).toStrictEqual(elsewhere)
      expect(await accounts.findIdentity(identity)).toStrictEqual(identity)
    })

    it('lists those of an account, oldest first', async () => {
      const { accounts } = rig.store
      for (const [user, linkedAt] of Object.entries({ c: 30, a: 10, b: 20 })) {
        await accounts.insertIdentity({ ...identity, user, linkedAt })
      }
      await accounts.insertIdentity({ ...identity, user: 'z', account: 'bob', linkedAt: 1 })
      const listed = await accounts.listIdentities('ada')
      expect(listed.map(({ user }) => user)).toEqual(['a', 'b', 'c'])
      expect(listed[0]).toStrictEqual({ ...identity, user: 'a', linkedAt: 10 })
    })

    it('unties only from the account it is tied to, and once', async () => {
      const { accounts } = rig.store
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
