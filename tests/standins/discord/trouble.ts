/** Trouble an operator makes for chosen requests. */
import { Refusal, type RefusalName } from './refusals.ts'
import type { RouteName } from './route.ts'

export type TroubleKind =
  /** Answers 429 without doing anything; `retryAfter` in seconds. */
  | { rateLimit: 'user' | 'shared' | 'global'; retryAfter: number }
  /** Answers with that status, as a proxy in front of Discord does. */
  | { status: 500 | 502 | 503 | 504 | 520 }
  /** Answers with one of Discord's own refusals. */
  | { refusal: RefusalName }
  /** Answers with a page, as Cloudflare before Discord does; `retryAfter` in seconds. */
  | { page: number; retryAfter?: number }
  /** Answers so, whatever was asked. */
  | { answer: unknown }
  /** Never answers. */
  | 'hang'
  /** Cuts the connection. */
  | 'reset'
  /** Takes effect late by that many milliseconds of real time; `afterwards`, only answers late. */
  | { delay: number }

export interface Trouble {
  kind: TroubleKind
  /** Which routes; all by default. */
  routes?: readonly RouteName[]
  /** Only requests that bring files. */
  files?: true
  /** Only requests that say this somewhere. */
  saying?: string
  /** How many requests; 1 by default. */
  times?: number
  /** The request takes effect all the same, and only its answer is troubled. */
  afterwards?: boolean
}

interface TroubledRequest {
  body: unknown
  files: readonly unknown[]
}

export interface TroubleDesk {
  /** Troubles the next requests that fit. Gives a function that ends it. */
  cause(trouble: Trouble): () => void
  /** The trouble this request meets, counted. */
  meet(route: RouteName, request: TroubledRequest): Trouble | undefined
}

export function createTroubleDesk(): TroubleDesk {
  const open = new Map<symbol, { trouble: Trouble; left: number }>()
  return {
    cause(trouble) {
      const key = Symbol('trouble')
      open.set(key, { trouble, left: trouble.times ?? 1 })
      return () => open.delete(key)
    },
    meet(route, { body, files }) {
      for (const [key, entry] of open) {
        if (entry.trouble.routes && !entry.trouble.routes.includes(route)) continue
        const { saying } = entry.trouble
        if (entry.trouble.files && files.length === 0) continue
        if (saying !== undefined && !JSON.stringify(body ?? '').includes(saying)) continue
        entry.left -= 1
        if (entry.left === 0) open.delete(key)
        return entry.trouble
      }
      return undefined
    },
  }
}

export interface TroubledAnswer {
  status: number
  headers: Record<string, string>
  body: unknown
}

/** Whether the answer is none of Discord's own. */
export const isForeign = (kind: TroubleKind) =>
  typeof kind === 'object' && ('page' in kind || 'answer' in kind)

/** What a troubled request is answered with; undefined for trouble that has no answer of its own. */
export function renderTrouble(kind: TroubleKind): TroubledAnswer | undefined {
  if (typeof kind === 'string' || 'delay' in kind) return undefined
  if ('refusal' in kind) {
    const { status, body } = new Refusal(kind.refusal)
    return { status, headers: {}, body }
  }
  if ('page' in kind) {
    const { page, retryAfter } = kind
    const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
    const body = `<html><title>error code: 1015</title>${page}</html>`
    return { status: page, headers: { ...headers, 'content-type': 'text/html' }, body }
  }
  if ('answer' in kind) return { status: 200, headers: {}, body: kind.answer }
  if ('status' in kind)
    return { status: kind.status, headers: {}, body: { message: `${kind.status}`, code: 0 } }
  return renderRateLimit(kind.rateLimit, kind.retryAfter)
}

/** A 429 as Discord answers it; `retryAfter` in seconds. */
export function renderRateLimit(scope: 'user' | 'shared' | 'global', retryAfter: number): TroubledAnswer {
  return {
    status: 429,
    headers: {
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
    },
    body: {
      message: 'You are being rate limited.',
      retry_after: retryAfter,
      global: scope === 'global',
      code: 0,
    },
  }
}
