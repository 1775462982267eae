/** Reads what somebody brings along to a utility, when its turn comes. */
import { CoreError } from '#core/errors.ts'
import type { Brought } from '#core/images/ordering/intake.ts'

/** Bytes; a large photograph has as many. */
export const largestBrought = 10_000_000

/** Bytes that decoding may hold of it where it cannot be decoded row by row: two threads do so at once. */
export const heldLimit = 64_000_000

/** Rejects with `attachment-too-large`, with `attachment-unreadable`, and as its platform does. */
export async function readBrought({ size, read }: Brought): Promise<Uint8Array<ArrayBuffer>> {
  if (size > largestBrought) throw new CoreError('attachment-too-large', { limit: largestBrought })
  try {
    return await read(largestBrought)
  } catch (cause) {
    throw cause instanceof CoreError ? cause : new CoreError('attachment-unreadable', {}, { cause })
  }
}
