/** What the OpenAI stand-in can be told to do with a request, and the vendor's error bodies that come of it. */

/** Codes of HTTP 429 that mean an unpaid bill (help.openai.com/en/articles/6614457). */
export const quotaCodes = [
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
] as const

/** One request's fate. Where none is queued, a legal request is answered with pictures at once. */
export type Behaviour =
  /** Draws for so many milliseconds, or until the promise settles, then answers; `after` the partial pictures only the rest waits. */
  | { kind: 'slow'; until: number | Promise<unknown>; after?: 'partials' }
  | { kind: 'moderation-blocked'; stage?: string; categories?: readonly string[]; withoutDetails?: true }
  | { kind: 'content-policy-violation' }
  /** `retryAfter` is sent as the header as it is: seconds or a date. */
  | {
      kind: 'rate-limited'
      code?: 'rate_limit_exceeded' | 'slow_down'
      retryAfter?: string
      message?: string
    }
  | { kind: 'quota'; code: (typeof quotaCodes)[number] }
  | { kind: 'billing-limit' }
  | { kind: 'bad-request'; code?: string; type?: string; param?: string }
  | { kind: 'unauthorized' }
  | { kind: 'forbidden' }
  | { kind: 'server-error' }
  /** HTTP 503 with a page of HTML, as a proxy in front of the vendor answers. */
  | { kind: 'outage' }
  /** Says nothing more from there on and keeps the connection. */
  | { kind: 'hang'; at: 'start' | 'body' }
  /** Closes there: `end` as if all were said, `reset` by tearing the connection. */
  | { kind: 'cut'; at: 'start' | 'body'; by: 'end' | 'reset' }
  /** An error event in the stream after the first partial picture. */
  | { kind: 'stream-error'; code: string }
  /** Finishes, with each event of the stream written so. */
  | { kind: 'framed'; write(event: { type: string }): string }
  /** Finishes, but the pictures are not pictures. */
  | { kind: 'undecodable' }
  /** Finishes with one picture fewer than was asked and paid. */
  | { kind: 'fewer' }

/** An answer that is no picture. */
export interface Refusal {
  status: number
  /** Left out for HTML. */
  error?: Record<string, unknown>
  headers?: Record<string, string>
  /** The vendor may have drawn, and charged, before it failed. */
  mayHaveSold?: true
}

/** The refusal a behaviour stands for; undefined for those that begin to answer. */
export function findRefusal(behaviour: Behaviour): Refusal | undefined {
  switch (behaviour.kind) {
    case 'moderation-blocked': {
      const { stage = 'output', categories = ['violence'], withoutDetails } = behaviour
      const details = { moderation_details: { moderation_stage: stage, categories } }
      const error = createError('image_generation_user_error', 'moderation_blocked')
      return { status: 400, error: { ...error, ...(withoutDetails ? {} : details) } }
    }
    case 'content-policy-violation':
      return { status: 400, error: createError('invalid_request_error', 'content_policy_violation') }
    case 'rate-limited': {
      const { code = 'rate_limit_exceeded', retryAfter, message } = behaviour
      const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
      const error = { ...createError('requests', code), ...(message !== undefined && { message }) }
      return { status: 429, error, headers }
    }
    case 'quota':
      return { status: 429, error: createError('insufficient_quota', behaviour.code) }
    case 'billing-limit':
      return { status: 400, error: createError('invalid_request_error', 'billing_hard_limit_reached') }
    case 'bad-request': {
      const { type = 'invalid_request_error', code = 'invalid_value', param } = behaviour
      return { status: 400, error: createError(type, code, param) }
    }
    case 'unauthorized':
      return { status: 401, error: createError('invalid_request_error', 'invalid_api_key') }
    case 'forbidden':
      return {
        status: 403,
        error: createError('invalid_request_error', 'unsupported_country_region_territory'),
      }
    case 'server-error':
      return { status: 500, error: createError('server_error', null), mayHaveSold: true }
    case 'outage':
      return { status: 503, mayHaveSold: true }
    default:
      return undefined
  }
}

/** The inside of `{ error }`. */
export function createError(type: string, code: string | null, param: string | null = null) {
  return { message: `The request failed: ${code ?? type}.`, type, param, code }
}
