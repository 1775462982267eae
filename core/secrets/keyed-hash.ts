/** Digests that nobody can guess or check without this installation's secret: what is kept instead of codes and tokens. */
import { createHmac } from 'node:crypto'
import type { DurableSecret } from './durable-secret.ts'

/** Base64url of HMAC-SHA-256. `purpose` keeps digests made for one use from standing for another. */
export type KeyedHash = (purpose: string, ...parts: readonly string[]) => string

export function createKeyedHash(secret: string): KeyedHash {
  return (...texts) => createHmac('sha256', secret).update(JSON.stringify(texts)).digest('base64url')
}

/** The same with a secret that must be fetched; rejects as fetching it does. */
export type DurableHash = (...texts: Parameters<KeyedHash>) => Promise<string>

export function createDurableHash(secret: DurableSecret): DurableHash {
  return async (...texts) => createKeyedHash(await secret())(...texts)
}
