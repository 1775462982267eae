/** Ties a chat user to the account of an e-mail address, on the operator's word. */

import type { Account } from '#core/accounts/account.ts'
import type { AccountStore } from '#core/accounts/account-store.ts'
import { type EmailAddress, readEmailAddress } from '#core/accounts/email-address.ts'
import type { Merge } from '#core/accounts/merge.ts'
import type { Welcome } from '#core/accounts/welcome.ts'
import type { ChatUser } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'

export type LinkOutcome =
  /** Also when they were tied to it before. The account was made if there was none. */
  | { outcome: 'linked'; account: Account }
  | { outcome: 'bad-address' }
  /** They are tied to another account, which has an address of its own. */
  | { outcome: 'linked-elsewhere'; account: string }
  /** The account they have without an address cannot be taken over yet. */
  | { outcome: 'in-debt' | 'busy'; account: string }

export type Link = (user: Pick<ChatUser, 'platform' | 'user'>, email: string) => Promise<LinkOutcome>

export function createLink(ports: {
  accounts: AccountStore
  openByEmail: (email: EmailAddress) => Promise<Account>
  merge: Merge['merge']
  welcome: Pick<Welcome, 'give' | 'note'>
  clock: Clock
}): Link {
  const { accounts, openByEmail, merge, welcome, clock } = ports

  async function findLinked(user: Pick<ChatUser, 'platform' | 'user'>): Promise<Account | undefined> {
    const identity = await accounts.findIdentity(user)
    return identity && (await accounts.findAccount({ id: identity.account }))
  }

  return async (user, address) => {
    const email = readEmailAddress(address)
    if (!email) return { outcome: 'bad-address' }
    const held = await findLinked(user)
    if (held?.emailKey === email.key) return { outcome: 'linked', account: held }
    if (held?.emailKey !== undefined) return { outcome: 'linked-elsewhere', account: held.id }
    const account = await openByEmail(email)
    // On an operator's word, whom no cap holds; before they are tied, so that a command cut off can be run again.
    if (held) await welcome.note(held.id, user)
    await welcome.give(account, user)
    if (held) {
      const merged = await merge(held.id, account.id)
      if (merged === 'in-debt' || merged === 'busy') return { outcome: merged, account: held.id }
    }
    // The platform tells their name as they are next seen; their id names them until then.
    await accounts.insertIdentity({ ...user, name: user.user, account: account.id, linkedAt: clock.now() })
    const linked = await findLinked(user)
    return linked?.id === account.id
      ? { outcome: 'linked', account }
      : { outcome: 'linked-elsewhere', account: linked?.id ?? '' }
  }
}
