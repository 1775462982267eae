/** Finds a chat user by the names that one person goes by: the one of today, and those under which they may have been tied before. */
import { type ChatUser, namesOf } from '#core/chat.ts'
import type { Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'

/**
 * In the order of the names, so that today's comes first: with two that are tied, that one counts. Each is looked up when
 * it is asked for.
 */
export async function* findIdentities(
  store: Pick<AccountStore, 'findIdentity'>,
  who: Pick<ChatUser, 'platform' | 'user' | 'formerly'>,
): AsyncGenerator<Identity> {
  for (const user of namesOf(who)) {
    const identity = await store.findIdentity({ platform: who.platform, user })
    if (identity) yield identity
  }
}
