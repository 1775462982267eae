/** How often codes are mailed: limits per address, per network and overall that no restart forgets. */
import { RateLimiterRes } from 'rate-limiter-flexible'
import { readEmailAddress } from '#core/accounts/email-address.ts'
import type { KeyedHash } from '#core/accounts/keyed-hash.ts'
import type { Networks } from '#core/accounts/networks.ts'
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/store/record-store.ts'
import { RecordLimiter } from './record-limiter.ts'

export interface MailLimits {
  /**
   * Counts a mail to each of these addresses, asked from this network. Answers with the milliseconds to wait when there
   * were too many, and 0 otherwise: the same for addresses known and unknown. All are kept as keyed digests, an hour.
   */
  take(emailKeys: readonly string[], networks: Networks): Promise<number>
  /** A mail that was counted did not go: it counts no more against its address, as it was typed. */
  giveBack(email: string): Promise<void>
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
    async take(emailKeys, networks) {
      const addresses = emailKeys.map((key) => hash('mail-address', key))
      const keys = {
        'mail-network': addresses.map(() => hash('mail-network', networks.host)),
        'mail-pause': addresses,
        'mail-address': addresses,
        'mail-all': addresses.map(() => 'all'),
      }
      for (const { name, limiter } of limiters) {
        try {
          for (const key of keys[name]) await limiter.consume(key)
        } catch (refusal) {
          if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1)
          throw refusal
        }
      }
      return 0
    },
    async giveBack(email) {
      const key = readEmailAddress(email)?.key ?? email
      for (const { name, limiter } of limiters) {
        if (name === 'mail-pause' || name === 'mail-address') await limiter.reward(hash('mail-address', key))
      }
    },
  }
}
