/** One-time tokens that untie a chat user from an account without signing in: for the mail that tells of a link. */
import type { ChatUser } from '#core/chat.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import type { Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { Welcome } from './welcome.ts'

export interface UnlinkTickets {
  issue(identity: Identity): Promise<string>
  /** Whom the token unties; undefined when it is used, expired, or they are not tied any more. */
  find(token: string): Promise<(ChatUser & { team?: string }) | undefined>
  /** Unties them. False when `find` finds nothing. */
  use(token: string): Promise<boolean>
}

/** Milliseconds: a month, since a mail may lie unread. */
const ticketLife = 30 * 24 * 60 * 60_000
const tokenLength = 32
const kind = 'unlink'

export function createUnlinkTickets(ports: {
  store: AccountStore
  records: RecordStore
  clock: Clock
  createId: CreateId
  hash: KeyedHash
  welcome: Pick<Welcome, 'note'>
}): UnlinkTickets {
  const { store, records, clock, createId, hash, welcome } = ports
  const keyOf = (token: string) => hash('unlink', token)

  async function findIdentity(token: string): Promise<Identity | undefined> {
    const record = await records.findRecord(kind, keyOf(token), clock.now())
    if (!record) return undefined
    const { platform, user, linkedAt } = record.body as unknown as Identity
    const identity = await store.findIdentity({ platform, user })
    return identity?.linkedAt === linkedAt ? identity : undefined
  }

  return {
    async issue({ platform, user, account, linkedAt }) {
      const token = createId(tokenLength)
      const expiresAt = clock.now() + ticketLife
      const body = { platform, user, linkedAt }
      await records.insertRecord({ kind, key: keyOf(token), owner: account, expiresAt, body }, clock.now())
      return token
    },
    async find(token) {
      const identity = await findIdentity(token)
      if (!identity) return undefined
      const { account: _, linkedAt: __, ...user } = identity
      return user
    },
    async use(token) {
      const identity = await findIdentity(token)
      if (!identity || !(await records.removeRecord(kind, keyOf(token)))) return false
      await welcome.note(identity.account, identity)
      return await store.deleteIdentity(identity)
    },
  }
}
