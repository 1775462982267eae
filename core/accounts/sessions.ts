/** Sessions: what a browser's cookie is worth, kept where it can be revoked. */
import type { Clock, CreateId } from '#core/clock.ts'
import type { RecordStore, StoredRecord } from '#core/store/record-store.ts'
import { isSameDigest, type KeyedHash } from './keyed-hash.ts'

/** One signed-in browser, as its owner sees it. Times are milliseconds since 1970. */
export interface Session {
  /** Names the session without being worth one. */
  handle: string
  account: string
  createdAt: number
  /** To within five minutes. */
  seenAt: number
}

/** A token is a random id and its signature; the store knows only the id's digest. */
export interface Sessions {
  /** A token that is no session yet: it ties a code to the browser that asked for it. */
  createToken(): string
  /** Whether a token was made here. Looks at nothing but its signature. */
  isToken(token: string): boolean
  /** Signs a browser in; answers with a new token. */
  start(account: string): Promise<string>
  /** Undefined for a token that is forged, expired or signed out. Using a session keeps it from running idle. */
  find(token: string): Promise<Session | undefined>
  /** Newest first. */
  list(account: string): Promise<Session[]>
  end(account: string, handle: string): Promise<void>
  /** Signs out everywhere. */
  endAll(account: string): Promise<void>
}

/** 160 random bits. */
const idLength = 32
const day = 24 * 60 * 60_000
/** NIST SP 800-63B, 4.1.3: reauthenticate at least every 30 days. Milliseconds. */
export const longestSession = 30 * day
const longestIdle = 7 * day
/** How old `seenAt` may become before it is written again. Milliseconds. */
const touchEvery = 5 * 60_000
const kind = 'session'

export function createSessions(ports: {
  records: RecordStore
  clock: Clock
  createId: CreateId
  hash: KeyedHash
}): Sessions {
  const { records, clock, createId, hash } = ports
  const sign = (id: string) => `${id}.${hash('session-signature', id)}`
  const createToken = () => sign(createId(idLength))
  const readId = (token: string) => {
    const [id = ''] = token.split('.')
    return isSameDigest(token, sign(id)) ? id : undefined
  }
  const keyOf = (id: string) => hash('session', id)

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
    createToken,
    isToken: (token) => readId(token) !== undefined,
    list,
    end,
    async start(account) {
      const token = createToken()
      const now = clock.now()
      await records.insertRecord(
        {
          kind,
          key: keyOf(readId(token) ?? ''),
          owner: account,
          expiresAt: now + longestIdle,
          body: { createdAt: now, seenAt: now },
        },
        now,
      )
      return token
    },
    async find(token) {
      const id = readId(token)
      const found = id && (await records.findRecord(kind, keyOf(id), clock.now()))
      if (!found) return undefined
      if (clock.now() - Number(found.body.seenAt) >= touchEvery) await touch(found)
      return toSession(found)
    },
    async endAll(account) {
      for (const { handle } of await list(account)) await records.removeRecord(kind, handle)
    },
  }
}

function toSession({ key, owner = '', body }: StoredRecord): Session {
  return { handle: key, account: owner, createdAt: Number(body.createdAt), seenAt: Number(body.seenAt) }
}
