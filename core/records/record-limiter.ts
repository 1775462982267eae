/** A store of rate-limiter-flexible on our own records, so that limits outlast a restart on every database. */
import { RateLimiterRes } from 'rate-limiter-flexible'
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import type { Clock } from '#core/clock.ts'
import { changeRecord } from './change-record.ts'
import type { RecordStore } from './record-store.ts'

export interface RecordLimiterOptions {
  records: RecordStore
  clock: Clock
  /** Keeps the keys of one limiter apart from another's. */
  name: string
  points: number
  /** Milliseconds from the first point taken until all are free again. */
  duration: number
}

/** Points that the record counts as taken, and that nobody has used yet. */
export interface PointBlock {
  left: number
  /** Milliseconds since 1970: from then on they are nobody's. */
  expiresAt: number
  /** There are no more until then. */
  isLast: boolean
}

interface Count {
  points: number
  expiresAt: number
}

const kind = 'limit' as const

/** The underscored methods are those that the library asks of a store (its `RateLimiterStoreAbstract`). */
export class RecordLimiter extends RateLimiterStoreAbstract {
  readonly #records: RecordStore
  readonly #clock: Clock

  constructor({ records, clock, name, points, duration }: RecordLimiterOptions) {
    super({ storeClient: records, keyPrefix: name, points, duration: duration / 1000 })
    this.#records = records
    this.#clock = clock
  }

  /** Takes a point; answers with the milliseconds until there is one again where there is none, and 0 otherwise. */
  async take(key: string): Promise<number> {
    try {
      await this.consume(key)
      return 0
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1)
      throw refusal
    }
  }

  /** Takes as many points at once, or those that there are. */
  async takeBlock(key: string, size: number): Promise<PointBlock> {
    const { points, expiresAt } = await this._upsert(this.getKey(key), size, this.msDuration, false)
    const left = Math.min(Math.max(this.points - (points - size), 0), size)
    return { left, expiresAt, isLast: points >= this.points }
  }

  async _upsert(key: string, points: number, duration: number, restart: boolean): Promise<Count> {
    const name = { kind, key }
    const { expiresAt, body } = await changeRecord(this.#records, name, this.#clock, (found, now) =>
      found && !restart
        ? {
            ...name,
            expiresAt: found.expiresAt ?? now,
            body: { points: Number(found.body.points) + points },
          }
        : { ...name, expiresAt: now + duration, body: { points } },
    )
    return { ...body, expiresAt }
  }

  async _get(key: string): Promise<Count | null> {
    const found = await this.#records.findRecord(kind, key, this.#clock.now())
    return found ? { points: Number(found.body.points), expiresAt: found.expiresAt ?? 0 } : null
  }

  async _delete(key: string): Promise<boolean> {
    return await this.#records.removeRecord(kind, key)
  }

  _getRateLimiterRes(_key: string, changed: number, { points, expiresAt }: Count): RateLimiterRes {
    const wait = Math.max(expiresAt - this.#clock.now(), 0)
    return new RateLimiterRes(Math.max(this.points - points, 0), wait, points, changed === points)
  }
}
