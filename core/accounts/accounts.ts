/** Who somebody is: accounts, and the chat users tied to them. */
import type { Clock, CreateId } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import type { Account, ChatUser, Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'

export interface Accounts {
  /** Rejects with `not-linked` when this chat user is tied to no account. */
  requireAccount(user: ChatUser): Promise<Account>
  /** The chat user's account, made with its welcome grant if there is none: for the terminal's local person. */
  openAccount(user: ChatUser): Promise<Account>
  /** Oldest first. */
  listIdentities(account: string): Promise<Identity[]>
}

/** How many characters an account's id has: 80 random bits. */
const idLength = 16

export function createAccounts(
  ports: { store: AccountStore; ledger: Ledger; clock: Clock; createId: CreateId },
  rules: { welcomeCredits: number },
): Accounts {
  const { store, ledger, clock, createId } = ports

  async function findAccount(user: ChatUser): Promise<Account | undefined> {
    const identity = await store.findIdentity(user)
    return identity && (await store.findAccount({ id: identity.account }))
  }

  async function requireAccount(user: ChatUser): Promise<Account> {
    const account = await findAccount(user)
    if (!account) throw new CoreError('not-linked', {})
    return account
  }

  async function openAccount(user: ChatUser): Promise<Account> {
    if (!(await findAccount(user))) {
      const account = { id: createId(idLength), createdAt: clock.now() }
      await store.insertAccount(account)
      await store.insertIdentity({ ...user, account: account.id, linkedAt: account.createdAt })
    }
    const account = await requireAccount(user)
    await welcome(account)
    return account
  }

  /** The welcome grant: once per account, whatever crashes in between. */
  async function welcome({ id }: Account): Promise<void> {
    if (rules.welcomeCredits === 0) return
    await ledger.append({
      account: id,
      key: 'welcome',
      kind: 'grant',
      amount: rules.welcomeCredits,
      reference: 'welcome',
    })
  }

  return { requireAccount, openAccount, listIdentities: store.listIdentities }
}
