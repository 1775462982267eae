/** Finds a chat user by the names that one person goes by: the one of today, and those under which they may have been tied before. */
import type { ChatUser, Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'

/** In the order of the names, so that today's comes first: with two that are tied, that one counts. */
export async function findIdentities(
  store: Pick<AccountStore, 'findIdentity'>,
  { platform, user, formerly = [] }: Pick<ChatUser, 'platform' | 'user' | 'formerly'>,
): Promise<Identity[]> {
  const names = [...new Set([user, ...formerly])]
  const found = await Promise.all(names.map((name) => store.findIdentity({ platform, user: name })))
  return found.filter((identity) => identity !== undefined)
}
