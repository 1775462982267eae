/** How fast the vendor is asked: so many pictures in any minute, so many at once. */
import Bottleneck from 'bottleneck'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'

export interface Pace {
  /**
   * Calls `begin` once `pictures` more may be drawn, and resolves when the work it began has ended; when it
   * answers undefined nothing was begun and nothing counts. Fewer pictures go before more; else what is given
   * here first begins first. Rejects with `vendor-busy` when far too much waits here, with `stopping` after `stop`.
   */
  run(pictures: number, begin: () => Promise<void> | undefined): Promise<void>
  /** What has not begun never will; what has is not waited for. */
  stop(): void
}

const minute = 60_000
/** Far above what fair-queue lets wait here: one at a time, and those cancelled meanwhile. */
const mostWaiting = 100

/**
 * A pace kept inside this process. A picture counts for 60 seconds from its request's start, so that no window
 * of a minute sees more than `perMinute`.
 */
export function createPace(limits: { perMinute: number; atOnce: number }, clock: Clock): Pace {
  const limiter = new Bottleneck({
    maxConcurrent: limits.atOnce,
    reservoir: limits.perMinute,
    highWater: mostWaiting,
    strategy: Bottleneck.strategy.OVERFLOW,
  })
  const stopped = new AbortController()

  const giveBackLater = async (pictures: number) => {
    await clock.sleep(minute, stopped.signal)
    await limiter.incrementReservoir(pictures)
  }

  return {
    async run(pictures, begin) {
      try {
        await limiter.schedule({ weight: pictures, priority: pictures }, async () => {
          const work = begin()
          if (!work) return void (await limiter.incrementReservoir(pictures))
          giveBackLater(pictures).catch(() => undefined)
          await work
        })
      } catch (error) {
        if (!(error instanceof Bottleneck.BottleneckError)) throw error
        throw new CoreError(stopped.signal.aborted ? 'stopping' : 'vendor-busy', {}, { cause: error })
      }
    },
    stop() {
      stopped.abort()
      // It would wait for work under way, which is not the pace's to wait for.
      limiter.stop({ dropWaitingJobs: true }).catch(() => undefined)
    },
  }
}
