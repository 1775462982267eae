/** Tying a chat user to an account: asked for in chat, confirmed on a page, finished in chat by the same user. */
import type { ChatUser } from '#core/chat.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { isSameSecret } from '#core/secrets/is-same.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import type { Account, Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { CodeData, Codes } from './codes.ts'
import { findIdentities } from './known-as.ts'
import type { LinkMails } from './link-mails.ts'
import type { Merge } from './merge.ts'
import type { Networks } from './networks.ts'
import type { Welcome, Welcoming } from './welcome.ts'

/** Who asks to use an account, as the page names them. */
export interface LinkRequest {
  user: ChatUser
  /** The server or workspace it was asked in, as the platform shows it; absent in a direct message. */
  team?: string
}

/** `dead`: expired, used, replaced by a later request, or never there. */
export type LinkOutcome =
  | { outcome: 'linked'; account: Account; welcoming: Welcoming }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'no-code' }
  | { outcome: 'dead' }

export interface Links {
  /**
   * Answers with the token of a page, good once and for 15 minutes; a new request ends the one before. Only this
   * chat user must see it. Rejects with `already-linked`.
   */
  request(user: ChatUser, team: string | undefined): Promise<string>
  /** What the page of this token asks. `already-linked` when the chat user has been tied meanwhile. */
  find(token: string): Promise<LinkRequest | 'already-linked' | undefined>
  /** The account's owner agrees, once, from these networks: answers with the code that the chat user must type. */
  confirm(token: string, account: Account, networks?: Networks): Promise<string | undefined>
  /** What becomes of the welcome credits when this chat user is linked to this account, asked from these networks. */
  foreseeWelcome(user: ChatUser, account: Account, networks: Networks): Promise<Welcoming>
  /** Only the chat user who asked can finish. Rejects with `already-linked`. */
  finish(user: ChatUser, code: string): Promise<LinkOutcome>
  /** Unties the chat user, by every name of theirs, from whatever account they use; answers with it. Rejects with `not-linked`. */
  unlink(user: ChatUser): Promise<Account>
}

/** Milliseconds. */
const requestLife = 15 * 60_000
/** 160 random bits. */
const tokenLength = 32
const kind = 'link'
/** All who confirm from nowhere that is known are of one network. */
const unnamed = 'unnamed'

interface Body {
  digest: string
  user: ChatUser
  team?: string
}

interface LinksPorts {
  store: AccountStore
  records: RecordStore
  codes: Codes
  mails: LinkMails
  merge: Merge['merge']
  welcome: Pick<Welcome, 'give' | 'foresee' | 'nameNetwork' | 'note'>
  requireAccount: (user: ChatUser) => Promise<Account>
  clock: Clock
  createId: CreateId
  hash: KeyedHash
}

export function createLinks(ports: LinksPorts): Links {
  const { store, records, codes, welcome, clock, hash } = ports

  return {
    async request(given, team) {
      const { platform, user, name } = given
      const asker = { platform, user, name }
      if (await isTied(ports, given)) throw new CoreError('already-linked', {})
      const key = hash('link', subjectOf(asker))
      const token = `${key}.${ports.createId(tokenLength)}`
      const now = clock.now()
      const body = { digest: digest(hash, key, token), user: asker, ...(team !== undefined && { team }) }
      await codes.end(codeOf(asker))
      await putRecord(records, { kind, key, expiresAt: now + requestLife, body }, now)
      return token
    },
    async find(token) {
      const found = await findRequest(ports, token)
      if (!found) return undefined
      const { user, team } = found.body
      if (await isTied(ports, user)) return 'already-linked'
      return { user, ...(team !== undefined && { team }) }
    },
    async foreseeWelcome(user, account, networks) {
      return await welcome.foresee(account, user, await welcome.nameNetwork(networks))
    },
    async confirm(token, account, networks) {
      const found = await findRequest(ports, token)
      if (!found) return undefined
      const { user, team = '' } = found.body
      if (await isTied(ports, user)) return undefined
      if (!(await records.removeRecord(kind, found.record.key, found.record.version))) return undefined
      const network = networks ? await welcome.nameNetwork(networks) : ''
      const data = { account: account.id, team, network }
      const [code] = await codes.issue(codeOf(user), { owner: account.id, data })
      return code
    },
    async finish(user, code) {
      if (await isTied(ports, user)) throw new CoreError('already-linked', {})
      const checked = await codes.check(codeOf(user), [code])
      if (checked.outcome !== 'right') return checked
      const account = await store.findAccount({ id: checked.data.account ?? '' })
      if (!account) return { outcome: 'dead' }
      return await finish(ports, user, account, checked.data)
    },
    async unlink(user) {
      const account = await ports.requireAccount(user)
      for await (const identity of findIdentities(store, user)) {
        await welcome.note(identity.account, identity)
        await store.deleteIdentity(identity)
      }
      return account
    },
  }
}

const subjectOf = ({ platform, user }: ChatUser) => `${platform}:${user}`
const codeOf = (user: ChatUser) => ({ purpose: 'link', subject: subjectOf(user) }) as const
const digest = (hash: KeyedHash, key: string, token: string) => hash('link-token', key, token)

/** An account that nobody has signed in to is no other: it is taken over with the link. */
const isTied = async (ports: LinksPorts, user: ChatUser) =>
  (await findLinked(ports, user))?.email !== undefined

async function finish(
  ports: LinksPorts,
  user: ChatUser,
  account: Account,
  data: CodeData,
): Promise<LinkOutcome> {
  const { mails, welcome, clock } = ports
  const place = data.team ? { team: data.team } : {}
  const { platform, user: id, name } = user
  const identity = { platform, user: id, name, ...place, account: account.id, linkedAt: clock.now() }
  await mails.note(identity, account)
  // Before they are tied: cut off here, the person links again, and it is given then.
  const held = await findLinked(ports, user)
  if (held && held.id !== account.id) await welcome.note(held.id, identity)
  const welcoming = await welcome.give(account, identity, data.network || unnamed)
  if (!(await tie(ports, identity, user))) return { outcome: 'dead' }
  await mails.begin(identity)
  return { outcome: 'linked', account, welcoming }
}

/** Answers with the identity, if the account is still there to have it. */
async function tie(ports: LinksPorts, identity: Identity, asker: ChatUser): Promise<Identity | undefined> {
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
async function findLinked({ store }: LinksPorts, user: ChatUser): Promise<Account | undefined> {
  for await (const identity of findIdentities(store, user)) {
    const account = await store.findAccount({ id: identity.account })
    if (account) return account
    await store.deleteIdentity(identity)
  }
  return undefined
}

/** The request that this token was made for, if it still is the chat user's latest and unused. */
async function findRequest(
  { records, clock, hash }: LinksPorts,
  token: string,
): Promise<{ record: StoredRecord; body: Body } | undefined> {
  const [key = ''] = token.split('.')
  const record = await records.findRecord(kind, key, clock.now())
  const body = record?.body as Body | undefined
  return record && body && isSameSecret(body.digest, digest(hash, key, token)) ? { record, body } : undefined
}
