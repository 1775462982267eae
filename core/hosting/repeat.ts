/** Repeats a vendor request that is safe to repeat, while the trouble looks as if it will pass. */
import { APIError } from 'cloudflare'
import type { Clock } from '#core/clock.ts'

/** Milliseconds to wait before the second and the third attempt, when the vendor names no time. */
const pauses = [500, 3_000]

/** The longest wait the vendor may ask for, in milliseconds: its own block lasts five minutes, and somebody is waiting. */
const patience = 15_000

/**
 * Resolves or rejects as the last of up to three attempts did. Each gets a signal that ends it, its body
 * included, after `timeout` ms. Only a broken connection, an attempt without an end, 408, 429 and 5xx are
 * tried again.
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

/** Whether trouble looks as if it will pass: anything but a refusal. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof APIError) || error.status === undefined) return true
  return error.status === 408 || error.status === 429 || error.status >= 500
}

/** The header's seconds as milliseconds; its other form, a date, is not used by this vendor. */
function findRetryAfter(error: unknown): number | undefined {
  const seconds =
    error instanceof APIError ? Number.parseInt(error.headers?.get('retry-after') ?? '', 10) : NaN
  return Number.isNaN(seconds) ? undefined : seconds * 1_000
}
