/** Estimates when a waiting generation will be ready: the latest of all that it waits for, and then its own drawing. */
import type { Generation } from '#core/images/generation.ts'
import type { Durations } from './durations.ts'

/** What goes before a generation, as far as this process knows. */
export interface Line {
  /** Generations that start before it; those of its own account among them. */
  ahead: number
  ownAhead: number
  /** Generations of its account that are being drawn. */
  ownRunning: number
  /** Pictures that are being drawn. */
  drawing: number
  /** Pictures of one of those that wait, on average. */
  pictures: number
}

export interface EstimatePorts {
  durations: Pick<Durations, 'find'>
  vendorRate: { findOpening(): number }
  imagesPerMinute: number
  picturesAtOnce: number
  runningPerAccount: number
}

/** Milliseconds, rather too many than too few; undefined where nothing of its quality was drawn lately. */
export function estimateReady(ports: EstimatePorts, { asked }: Generation, line: Line): number | undefined {
  const { durations, vendorRate, imagesPerMinute, picturesAtOnce, runningPerAccount } = ports
  const own = durations.find(asked.quality)
  const each = durations.find()
  if (own === undefined || each === undefined) return undefined
  const until = line.ahead * line.pictures + asked.count
  const minutes = Math.floor((until - 1) / imagesPerMinute)
  const rounds = Math.ceil(Math.max(0, line.drawing + until - picturesAtOnce) / picturesAtOnce)
  const ownOver = Math.max(0, line.ownRunning + line.ownAhead + 1 - runningPerAccount)
  const ownRounds = Math.ceil(ownOver / runningPerAccount)
  return Math.max(vendorRate.findOpening() + minutes * 60_000, Math.max(rounds, ownRounds) * each) + own
}
