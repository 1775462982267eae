/** Requests to link a chat: each known by the token of its page, which only the chat user who asked has seen. */
import type { ChatUser, Origin } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { isSameSecret } from '#core/secrets/is-same.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'

/** Who asks to use an account, as the page names them. */
export interface LinkRequest {
  user: ChatUser
  /** The server or workspace it was asked in, as the platform shows it; absent in a direct message. */
  team?: string
}

export interface KeptRequest extends LinkRequest {
  record: StoredRecord
  /** Where they asked; absent in old records. */
  origin?: Origin
  /** Tells it from all others, also of the same chat user. */
  digest: string
}

export interface RequestPorts {
  records: RecordStore
  clock: Clock
  hash: KeyedHash
}

/** Milliseconds. */
const requestLife = 15 * 60_000
const kind = 'link'

interface Body extends LinkRequest {
  digest: string
  origin?: Origin
}

/** What names a chat user where only that matters. */
export const subjectOf = ({ platform, user }: ChatUser) => `${platform}:${user}`

const keyOf = (hash: KeyedHash, user: ChatUser) => hash('link', subjectOf(user))
const digestOf = (hash: KeyedHash, key: string, token: string) => hash('link-token', key, token)

/** Answers with the token; `secret` is its part that nobody can guess. Ends the request before. */
export async function keepRequest(
  { records, clock, hash }: RequestPorts,
  { user, team, origin }: LinkRequest & { origin?: Origin | undefined },
  secret: string,
): Promise<string> {
  const key = keyOf(hash, user)
  const token = `${key}.${secret}`
  const now = clock.now()
  const body = {
    digest: digestOf(hash, key, token),
    user,
    ...(team !== undefined && { team }),
    ...(origin && { origin }),
  } satisfies Body
  await putRecord(records, { kind, key, expiresAt: now + requestLife, body }, now)
  return token
}

/** The request that this token was made for, if it still is the chat user's latest and unused. */
export async function findRequest(ports: RequestPorts, token: string): Promise<KeptRequest | undefined> {
  const [key = ''] = token.split('.')
  const found = await readRequest(ports, key)
  return found && isSameSecret(found.digest, digestOf(ports.hash, key, token)) ? found : undefined
}

/** The same, by what a kept one was: its key and digest. */
export async function findAgain(
  ports: RequestPorts,
  { key, digest }: { key: string; digest: string },
): Promise<KeptRequest | undefined> {
  const found = await readRequest(ports, key)
  return found && isSameSecret(found.digest, digest) ? found : undefined
}

/** Only once, whoever comes with it. */
export async function useRequest(
  { records }: RequestPorts,
  { record: { key, version } }: KeptRequest,
): Promise<boolean> {
  return await records.removeRecord(kind, key, version)
}

async function readRequest({ records, clock }: RequestPorts, key: string): Promise<KeptRequest | undefined> {
  const record = await records.findRecord(kind, key, clock.now())
  if (!record) return undefined
  return { record, ...(record.body as unknown as Body) }
}
