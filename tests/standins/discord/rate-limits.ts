/** Rate-limit buckets and their headers: docs.discord.com/developers/topics/rate-limits. */
import { createHash } from 'node:crypto'
import type { RouteName } from './route.ts'

export interface RateLimit {
  requests: number
  /** Milliseconds. */
  window: number
}

/** As seen in the wild where Discord names no number; a route that is missing has `usual`. */
const known: Partial<Record<RouteName, RateLimit>> = {
  'create-message': { requests: 5, window: 5_000 },
  'edit-message': { requests: 5, window: 5_000 },
  'delete-message': { requests: 5, window: 1_000 },
  'create-follow-up': { requests: 5, window: 2_000 },
  'edit-original': { requests: 5, window: 2_000 },
  'edit-follow-up': { requests: 5, window: 2_000 },
}
const usual: RateLimit = { requests: 50, window: 1_000 }

export interface RateLimits {
  /** Counts a request; `retryAfter` in seconds says that it is one too many. */
  take(route: RouteName, params: Readonly<Record<string, string>>): TakenLimit
}

export interface TakenLimit {
  headers: Record<string, string>
  retryAfter?: number
}

/** Buckets count real time, since the clients they throttle wait in real time. */
export function createRateLimits(changed: Partial<Record<RouteName, RateLimit>> = {}): RateLimits {
  const buckets = new Map<string, { used: number; resetAt: number }>()
  return {
    take(route, params) {
      const limit = changed[route] ?? known[route] ?? usual
      const major = params.token ?? params.channel ?? ''
      const key = `${route}:${major}`
      const now = Date.now()
      const current = buckets.get(key)
      const bucket = current && current.resetAt > now ? current : { used: 0, resetAt: now + limit.window }
      buckets.set(key, bucket)
      const allowed = bucket.used < limit.requests
      if (allowed) bucket.used += 1
      const after = (bucket.resetAt - now) / 1000
      return {
        headers: {
          'x-ratelimit-limit': String(limit.requests),
          'x-ratelimit-remaining': String(limit.requests - bucket.used),
          'x-ratelimit-reset': String(bucket.resetAt / 1000),
          'x-ratelimit-reset-after': String(after),
          'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
        },
        ...(!allowed && { retryAfter: after }),
      }
    },
  }
}
