/** Pictures that people bring along to have them edited. */
import { createHash } from 'node:crypto'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { ImageHost, PreparePicture } from '#core/hosting/image-host.ts'
import type { RecordStore } from '#core/store/record-store.ts'

/** Keeps a person's picture at the host and answers with its key, for `ImageOrder.sources`. */
export type AddSource = (account: string, picture: Uint8Array<ArrayBuffer>) => Promise<string>

/** Records of this kind name the pictures an account has brought, so that they go with it. */
export const sourceKind = 'source'

/** The largest picture taken, in bytes; OpenAI takes 50 MB an image (API reference, "Create image edit"). */
export const largestSource = 25_000_000

/**
 * The same picture of the same account has the same key, so that editing it alike again is a free repeat.
 * Rejects with `attachment-too-large`, `attachment-too-many-pixels` or `attachment-unreadable`.
 */
export function createAddSource(ports: {
  records: RecordStore
  host: ImageHost
  prepare: PreparePicture
  clock: Clock
}): AddSource {
  const { records, host, prepare, clock } = ports

  return async (account, picture) => {
    if (picture.byteLength > largestSource) {
      throw new CoreError('attachment-too-large', { limit: largestSource })
    }
    const { bytes, mime } = await prepare(picture, 'brought')
    const key = createHash('sha256').update(account).update(bytes).digest('hex').slice(0, 32)
    await records.insertRecord({ kind: sourceKind, key, owner: account, body: {} }, clock.now())
    await host.put(key, bytes, mime)
    return key
  }
}
