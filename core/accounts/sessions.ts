/** Sessions: what a browser's cookie is worth, kept where it can be revoked. */
import type { Clock, CreateId } from '#core/clock.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import type { Account } from './account.ts'
import { type BrowserTokens, createBrowserTokens } from './browser-tokens.ts'

/** One signed-in browser, as its owner sees it. Times are milliseconds since 1970. */
export interface Session {
  /** Names the session without being worth one. */
  handle: string
  account: string
  createdAt: number
  /** To within five minutes. */
  seenAt: number
}

export interface Sessions extends Omit<BrowserTokens, 'findId'> {
  /** Signs a browser in; answers with a new token, which is marked for the account's address. */
  start(account: Pick<Account, 'id' | 'emailKey'>): Promise<string>
  /** Undefined for a token that is forged, expired or signed out. Using a session keeps it from running idle, unless `isUse` is false. */
  find(token: string, isUse?: boolean): Promise<Session | undefined>
  /** Whether it began so short a time ago that its owner sits there. */
  isFresh(session: Session): boolean
  /** Newest first. */
  list(account: string): Promise<Session[]>
  end(account: string, handle: string): Promise<void>
  /** Signs out everywhere but there. */
  endOthers(account: string, handle: string): Promise<void>
  /** Signs out everywhere. */
  endAll(account: string): Promise<void>
}

const day = 24 * 60 * 60_000
/** NIST SP 800-63B, 4.1.3: reauthenticate at least every 30 days. Milliseconds. */
export const longestSession = 30 * day
const longestIdle = 7 * day
/** How long after signing in a session may do what cannot be undone, or hands everything out. Milliseconds. */
const freshSession = 60 * 60_000
/** How old `seenAt` may become before it is written again. Milliseconds. */
const touchEvery = 5 * 60_000
const kind = 'session'

export function createSessions(ports: {
  records: RecordStore
  clock: Clock
  createId: CreateId
  hash: KeyedHash
}): Sessions {
  const { records, clock } = ports
  const tokens = createBrowserTokens(ports)
  const keyOf = (id: string) => ports.hash('session', id)

  async function touch(record: StoredRecord): Promise<void> {
    const seenAt = clock.now()
    const expiresAt = Math.min(Number(record.body.createdAt) + longestSession, seenAt + longestIdle)
    await records.replaceRecord({ ...record, expiresAt, body: { ...record.body, seenAt } })
  }

  const list = async (account: string) =>
    (await records.listRecords(kind, account, clock.now()))
      .map(toSession)
      .sort((one, other) => other.createdAt - one.createdAt)
  const end = async (account: string, handle: string) => {
    const sessions = await list(account)
    if (sessions.some((session) => session.handle === handle)) await records.removeRecord(kind, handle)
  }

  return {
    ...tokens,
    isFresh: ({ createdAt }) => clock.now() - createdAt < freshSession,
    list,
    end,
    async start({ id: account, emailKey }) {
      const token = tokens.createToken()
      const key = keyOf(tokens.findId(token) ?? '')
      const now = clock.now()
      const body = { createdAt: now, seenAt: now }
      await records.insertRecord({ kind, key, owner: account, expiresAt: now + longestIdle, body }, now)
      return emailKey === undefined ? token : tokens.markToken(token, emailKey)
    },
    async find(token, isUse = true) {
      const id = tokens.findId(token)
      const found = id && (await records.findRecord(kind, keyOf(id), clock.now()))
      if (!found) return undefined
      if (isUse && clock.now() - Number(found.body.seenAt) >= touchEvery) await touch(found)
      return toSession(found)
    },
    async endOthers(account, handle) {
      for (const other of await list(account)) {
        if (other.handle !== handle) await records.removeRecord(kind, other.handle)
      }
    },
    async endAll(account) {
      for (const { handle } of await list(account)) await records.removeRecord(kind, handle)
    },
  }
}

function toSession({ key, owner = '', body }: StoredRecord): Session {
  return { handle: key, account: owner, createdAt: Number(body.createdAt), seenAt: Number(body.seenAt) }
}
