/** Slack's rate limits: per method and workspace by tier, and one message a second in each channel. */

import type { Clock } from '../clock.ts'
import { ApiError } from './api-error.ts'

/** Requests a minute: https://docs.slack.dev/apis/web-api/rate-limits */
export const tiers = { 1: 1, 2: 20, 3: 50, 4: 100 } as const

/** `posting` is one request a second in each channel. */
export type Tier = keyof typeof tiers | 'posting'

/** Counts one request, or throws `ratelimited` with the seconds to wait. */
export type CountRequest = (given: { method: string; tier: Tier; teamId: string; channelId: string }) => void

/** Sliding windows by that clock; a refused request is not counted. */
export function createRateLimits(clock: Clock): CountRequest {
  const times = new Map<string, number[]>()

  return ({ method, tier, teamId, channelId }) => {
    const now = clock.now()
    const window = tier === 'posting' ? 1_000 : 60_000
    const allowed = tier === 'posting' ? 1 : tiers[tier]
    const key = tier === 'posting' ? `${method} ${channelId}` : `${method} ${teamId}`
    const recent = (times.get(key) ?? []).filter((time) => time > now - window)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= allowed) {
      throw new ApiError('ratelimited', { retryAfter: Math.ceil((oldest + window - now) / 1_000) })
    }
    times.set(key, [...recent, now])
  }
}
