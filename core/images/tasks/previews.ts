/**
 * Shows previews as small copies. The vendor's are as large as the picture: shown whole, each would be held until it is
 * sent and then be garbage for seconds.
 */
import type { Clock } from '#core/clock.ts'
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
const longestSide = 512
/** Chats are changed no more often. Milliseconds. */
const pause = 1_000

interface PreviewPorts {
  clock: Pick<Clock, 'sleep'>
  /** Shared by all, so that memory is bounded. */
  takeTurn: Pass
}

/** One that cannot be read is not shown. */
export function createPreviews(show: (picture: Bytes) => void, { clock, takeTurn }: PreviewPorts): Previews {
  const over = new AbortController()
  let newest: Bytes | undefined
  let isUnderWay = false

  async function showNewest(): Promise<void> {
    if (!newest) return
    const picture = newest
    newest = undefined
    const small = await makeSmall(picture, longestSide).catch(() => undefined)
    release(picture)
    if (small && !over.signal.aborted) show(small.bytes)
  }

  async function work(): Promise<void> {
    if (isUnderWay) return
    isUnderWay = true
    while (newest) {
      await takeTurn(showNewest)
      await clock.sleep(pause, over.signal).catch(() => undefined)
    }
    isUnderWay = false
  }

  function drop(): void {
    if (newest) release(newest)
    newest = undefined
  }

  return {
    offer(picture) {
      if (over.signal.aborted) return
      if (picture.byteLength <= fewBytes) return show(picture)
      drop()
      newest = picture
      void work()
    },
    stop() {
      over.abort()
      drop()
    },
  }
}

/** At once, and not when garbage is collected. */
function release({ buffer, byteLength }: Bytes): void {
  if (buffer.byteLength === byteLength) buffer.transfer(0)
}
