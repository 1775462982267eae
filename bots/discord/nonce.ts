/** Names posts, so that Discord takes one that is made again for the same: docs.discord.com's `enforce_nonce`. */
import { createHash, randomUUID } from 'node:crypto'
import type { Message } from '../platform.ts'

/** At most 25 characters: docs.discord.com/developers/resources/message#create-message. Equal for equal parts. */
export function createNonce(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}

/** A message as a part of one. Bytes are known by their digest: written out they would be many times as long. */
export const nameMessage = ({ words, ...message }: Message): string =>
  JSON.stringify({ ...message, in: words?.tag }, (_key, value: unknown) =>
    value instanceof Uint8Array ? createHash('sha256').update(value).digest('base64url') : value,
  )

/** Tells what is posted again from what is posted anew, after the first was taken back. */
export interface Eras {
  find(channel: string): string
  /** From now on nothing in that channel repeats what came before. */
  begin(channel: string): void
}

/** Discord knows a nonce for minutes only, so that older channels may be forgotten. */
const most = 10_000

export function createEras(): Eras {
  const first = randomUUID()
  const eras = new Map<string, string>()

  return {
    find: (channel) => eras.get(channel) ?? first,
    begin(channel) {
      eras.delete(channel)
      eras.set(channel, randomUUID())
      const [oldest] = eras.keys()
      if (eras.size > most && oldest !== undefined) eras.delete(oldest)
    },
  }
}
