/** Repeats a vendor request that is safe to repeat, while the trouble looks as if it will pass. */
import type { Clock } from '#core/clock.ts'
import { findRetryAfter, isPassing } from './cloudflare-answer.ts'

/** Milliseconds to wait before the second and the third attempt, when the vendor names no time. */
const pauses = [500, 3_000]

/** The longest wait the vendor may ask for, in milliseconds: its own block lasts five minutes, and somebody is waiting. */
const patience = 15_000

/**
 * Resolves or rejects as the last of up to three attempts did. Each gets a signal that ends it, its body
 * included, after `timeout` ms. Only a broken connection, an attempt without an end, 408, 429, 5xx and what is no
 * answer of Cloudflare's are tried again.
 */
export async function repeat<Value>(
  attempt: (signal: AbortSignal) => Promise<Value>,
  { clock, timeout }: { clock: Clock; timeout: number },
): Promise<Value> {
  for (const pause of pauses) {
    try {
      return await attempt(AbortSignal.timeout(timeout))
    } catch (error) {
      const asked = findRetryAfter(error) ?? pause
      if (!isPassing(error) || asked > patience) throw error
      await clock.sleep(asked)
    }
  }
  return attempt(AbortSignal.timeout(timeout))
}
