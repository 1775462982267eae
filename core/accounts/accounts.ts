/** Who somebody is: accounts, and the chat users tied to them. */
import type { ChatUser } from '#core/chat.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { Account, Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { EmailAddress } from './email-address.ts'
import { findIdentities } from './known-as.ts'
import type { Welcome } from './welcome.ts'

export interface Accounts {
  findAccount(id: string): Promise<Account | undefined>
  /** By id, ascending; `after` is exclusive. */
  list(page: { after?: string; limit: number }): Promise<Account[]>
  /** The account that this chat user is tied to, by whatever name of theirs. */
  findLinked(user: ChatUser): Promise<Account | undefined>
  /** Rejects with `not-linked` when this chat user is tied to no account, by no name of theirs. */
  requireAccount(user: ChatUser): Promise<Account>
  /** The chat user's account, made with its welcome grant if there is none: for the terminal's local person. */
  openAccount(user: ChatUser): Promise<Account>
  /** Oldest first. */
  listIdentities(account: string): Promise<Identity[]>
  /** Unties a chat user from this account. False when they are not tied to it. */
  unlink(account: string, user: Pick<ChatUser, 'platform' | 'user'>): Promise<boolean>
}

/** How many characters an account's id has: 80 random bits. */
const idLength = 16

export interface AccountsPorts {
  store: AccountStore
  clock: Clock
  createId: CreateId
  welcome: Welcome
}

export function createAccounts({ store, clock, createId, welcome }: AccountsPorts): Accounts {
  async function findLinked(user: ChatUser): Promise<Account | undefined> {
    for await (const identity of findIdentities(store, user)) {
      const account = await store.findAccount({ id: identity.account })
      if (account) return account
    }
    return undefined
  }

  /** One that was tied to an account being deleted, by a process that has not come to the identity yet. */
  async function untieFromNobody(user: ChatUser): Promise<void> {
    const identity = await store.findIdentity(user)
    if (identity && !(await store.findAccount({ id: identity.account }))) await store.deleteIdentity(identity)
  }

  async function requireAccount(user: ChatUser): Promise<Account> {
    const account = await findLinked(user)
    if (!account) throw new CoreError('not-linked', {})
    return account
  }

  return {
    findAccount: (id) => store.findAccount({ id }),
    list: (page) => store.listAccounts(page),
    findLinked,
    requireAccount,
    async openAccount(user) {
      if (!(await findLinked(user))) {
        await untieFromNobody(user)
        const account = { id: createId(idLength), createdAt: clock.now() }
        await store.insertAccount(account)
        const { platform, user: id, name } = user
        await store.insertIdentity({
          platform,
          user: id,
          name,
          account: account.id,
          linkedAt: account.createdAt,
        })
      }
      const account = await requireAccount(user)
      await welcome.give(account, user)
      return account
    },
    listIdentities: (account) => store.listIdentities(account),
    async unlink(account, { platform, user }) {
      await welcome.note(account, { platform, user })
      return await store.deleteIdentity({ platform, user, account })
    },
  }
}

/** The account of an address that has just been proven, made if there is none; credits come with its first chat. */
export function createOpenByEmail({ store, clock, createId }: Omit<AccountsPorts, 'welcome'>) {
  return async ({ address, key }: EmailAddress): Promise<Account> => {
    for (;;) {
      const fresh = { id: createId(idLength), email: address, emailKey: key, createdAt: clock.now() }
      const account = (await store.findAccount({ emailKey: key })) ?? fresh
      if (account !== fresh || (await store.insertAccount(fresh))) return account
    }
  }
}
