/** What a hosted picture may be called, and how large it may be, at every host. */
import { CoreError } from '#core/errors.ts'

/** Bytes: Cloudflare Images takes files of up to 10 MB (developers.cloudflare.com/images/get-started/limits). */
export const pictureLimit = 10_000_000

/** Throws `hosting-failed` for a key that is not 1 to 64 of a-z, 0-9 and hyphen, so that none can be a path or a URL. */
export function requireKey(key: string): void {
  if (/^[a-z0-9-]{1,64}$/.test(key)) return
  throw new CoreError('hosting-failed', {}, { cause: new TypeError('not a picture key') })
}

/** Throws `hosting-failed` for a picture over the limit. */
export function requireSize(bytes: Uint8Array): void {
  if (bytes.byteLength <= pictureLimit) return
  throw new CoreError(
    'hosting-failed',
    {},
    { cause: new RangeError(`${bytes.byteLength} bytes are too many`) },
  )
}
