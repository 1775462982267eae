/** Ties a chat user to an account once both have agreed, however they have proven it; whoever owns the account is told. */
import type { ChatUser, Origin } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { Account, Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'
import { findIdentities } from './known-as.ts'
import type { LinkMails } from './link-mails.ts'
import type { Merge } from './merge.ts'
import type { Welcome, Welcoming } from './welcome.ts'

export interface TiePorts {
  store: AccountStore
  mails: LinkMails
  merge: Merge['merge']
  welcome: Pick<Welcome, 'give' | 'note'>
  clock: Clock
}

export interface TieAsked {
  /** Where it was asked for. */
  team?: string | undefined
  /** The account's owner agreed from there; named by `Welcome.nameNetwork`. */
  network?: string | undefined
  /** Where the chat user is told as well, since they are not being answered there. */
  inChat?: Origin
}

/** All who agree from nowhere that is known are of one network. */
const unnamed = 'unnamed'

/** An account that nobody has signed in to is no other: it is taken over with the link. */
export const isTied = async (ports: TiePorts, user: ChatUser) =>
  (await findLinked(ports, user))?.email !== undefined

/** Answers with what came of the welcome credits; undefined where the account is gone, or another has the chat user. */
export async function tieUser(
  ports: TiePorts,
  user: ChatUser,
  account: Account,
  asked: TieAsked,
): Promise<Welcoming | undefined> {
  const { mails, welcome, clock } = ports
  const place = asked.team ? { team: asked.team } : {}
  const { platform, user: id, name } = user
  const identity = { platform, user: id, name, ...place, account: account.id, linkedAt: clock.now() }
  await mails.note(identity, account, asked)
  // Before they are tied: cut off here, the person links again, and it is given then.
  const held = await findLinked(ports, user)
  if (held && held.id !== account.id) await welcome.note(held.id, identity)
  const welcoming = await welcome.give(account, identity, asked.network || unnamed)
  if (!(await tie(ports, identity, user))) return undefined
  await mails.begin(identity)
  return welcoming
}

/** Answers with the identity, if the account is still there to have it. */
async function tie(ports: TiePorts, identity: Identity, asker: ChatUser): Promise<Identity | undefined> {
  const { store, merge } = ports
  const id = identity.account
  const held = await findLinked(ports, asker)
  if (held && held.id !== id && held.email === undefined) await merge(held.id, id)
  await store.insertIdentity(identity)
  if (!(await store.findAccount({ id }))) await store.deleteIdentity(identity)
  const tied = await store.findIdentity(identity)
  return tied?.account === id ? tied : undefined
}

/** An identity of an account that is gone does not count. */
async function findLinked({ store }: TiePorts, user: ChatUser): Promise<Account | undefined> {
  for await (const identity of findIdentities(store, user)) {
    const account = await store.findAccount({ id: identity.account })
    if (account) return account
    await store.deleteIdentity(identity)
  }
  return undefined
}
