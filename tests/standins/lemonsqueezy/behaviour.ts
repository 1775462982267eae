/** How the stand-in can be made to misbehave, one API request at a time. */
import type { MiddlewareHandler } from 'hono'
import { Fault } from './answer.ts'

export type Behaviour =
  | { kind: 'normal' }
  /** Refused before it does anything, as JSON:API; `retryAfter` in seconds. */
  | { kind: 'error'; status: 401 | 404 | 422 | 429 | 500 | 503; retryAfter?: number }
  /** A gateway's page instead of an answer. */
  | { kind: 'html'; status: 500 | 502 | 504 }
  /** Taken, and never answered. */
  | { kind: 'hang' }

/** Asks `next` for a behaviour once per request. */
export function misbehave(next: () => Behaviour): MiddlewareHandler {
  return async (c, proceed) => {
    const behaviour = next()
    if (behaviour.kind === 'hang') await new Promise<never>(() => {})
    if (behaviour.kind === 'html') return c.html('<h1>Server Error</h1>', behaviour.status)
    if (behaviour.kind === 'error') {
      if (behaviour.retryAfter !== undefined) c.header('retry-after', String(behaviour.retryAfter))
      throw new Fault(behaviour.status, 'As the test asked')
    }
    return proceed()
  }
}

/** 300 requests in any minute of the clock, as docs.lemonsqueezy.com/api/getting-started/requests says. */
export function limitRate(now: () => number, limit: number): MiddlewareHandler {
  let taken: number[] = []
  return async (c, proceed) => {
    taken = taken.filter((at) => at > now() - 60_000)
    c.header('x-ratelimit-limit', String(limit))
    c.header('x-ratelimit-remaining', String(Math.max(limit - taken.length - 1, 0)))
    if (taken.length >= limit) throw new Fault(429, 'Too Many Attempts.')
    taken.push(now())
    return proceed()
  }
}
