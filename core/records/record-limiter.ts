/** A store of rate-limiter-flexible on our own records, so that limits outlast a restart on every database. */
import { RateLimiterRes } from 'rate-limiter-flexible'
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'

export interface RecordLimiterOptions {
  records: RecordStore
  clock: Clock
  /** Keeps the keys of one limiter apart from another's. */
  name: string
  points: number
  /** Milliseconds from the first point taken until all are free again. */
  duration: number
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

  async _upsert(key: string, points: number, duration: number, restart: boolean): Promise<Count> {
    for (;;) {
      const now = this.#clock.now()
      const found = await this.#records.findRecord(kind, key, now)
      const count =
        found && !restart
          ? { points: Number(found.body.points) + points, expiresAt: found.expiresAt ?? now }
          : { points, expiresAt: now + duration }
      const record = { kind, key, expiresAt: count.expiresAt, body: { points: count.points } }
      const written = found
        ? await this.#records.replaceRecord({ ...record, version: found.version })
        : await this.#records.insertRecord(record, now)
      if (written) return count
    }
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
