/**
 * Shows previews as small copies. The vendor's are as large as the picture: shown whole, each would be held until it is
 * sent and then be garbage for seconds.
 */
import type { Pass } from '#core/gate.ts'
import { makeSmall } from '#core/hosting/small-pictures.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface Previews {
  /** Takes the place of one that still waits. The bytes are given away: they are gone once a copy is made. */
  offer(picture: Bytes): void
  /** Shows no more. */
  stop(): void
}

/** What is smaller is shown as it is. Bytes. */
const fewBytes = 200_000
/** Chats show them no larger than about 550 pixels. */
const longestSide = 768

/** One that cannot be read is not shown. `takeTurn` is shared by all, so that memory is bounded. */
export function createPreviews(show: (picture: Bytes) => void, takeTurn: Pass): Previews {
  let newest: Bytes | undefined
  let isOver = false

  async function showNewest(): Promise<void> {
    if (!newest) return
    const picture = newest
    newest = undefined
    const small = await makeSmall(picture, longestSide).catch(() => undefined)
    release(picture)
    if (small && !isOver) show(small.bytes)
  }

  function drop(): void {
    if (newest) release(newest)
    newest = undefined
  }

  return {
    offer(picture) {
      if (isOver) return
      if (picture.byteLength <= fewBytes) return show(picture)
      drop()
      newest = picture
      void takeTurn(showNewest)
    },
    stop() {
      isOver = true
      drop()
    },
  }
}

/** At once, and not when garbage is collected. */
function release({ buffer, byteLength }: Bytes): void {
  if (buffer.byteLength === byteLength) buffer.transfer(0)
}
