/** How often codes are mailed: limits per address, per network and overall that no restart forgets. */
import { RateLimiterRes } from 'rate-limiter-flexible'
import type { KeyedHash } from '#core/accounts/keyed-hash.ts'
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/store/record-store.ts'
import { RecordLimiter } from './record-limiter.ts'

export interface MailLimits {
  /**
   * Counts one mail to this address, asked from this network. Answers with the milliseconds to wait when there were
   * too many, and 0 otherwise: the same for addresses known and unknown. Both are kept as keyed digests, an hour.
   */
  take(emailKey: string, network: string): Promise<number>
}

const hour = 60 * 60_000

/** In the order in which they are asked, so that a flood uses up its own network's share first. */
const limits = [
  { name: 'mail-network', points: 20, duration: hour },
  { name: 'mail-pause', points: 1, duration: 60_000 },
  { name: 'mail-address', points: 5, duration: hour },
  { name: 'mail-all', points: 1_000, duration: hour },
] as const

export function createMailLimits(ports: { records: RecordStore; clock: Clock; hash: KeyedHash }): MailLimits {
  const { hash } = ports
  const limiters = limits.map((limit) => ({
    name: limit.name,
    limiter: new RecordLimiter({ ...ports, ...limit }),
  }))

  return {
    async take(emailKey, network) {
      const address = hash('mail-address', emailKey)
      const keys = {
        'mail-network': hash('mail-network', network),
        'mail-pause': address,
        'mail-address': address,
        'mail-all': 'all',
      }
      for (const { name, limiter } of limiters) {
        try {
          await limiter.consume(keys[name])
        } catch (refusal) {
          if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1)
          throw refusal
        }
      }
      return 0
    },
  }
}
