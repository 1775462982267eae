/** What OpenAI's failures mean to whoever asked for a picture. */
import OpenAI from 'openai'
import { CoreError, type ErrorData } from '#core/errors.ts'
import type { DrawRequest } from '#core/images/image-model.ts'

type APIError = InstanceType<typeof OpenAI.APIError>

/** Codes that mean an unpaid bill (help.openai.com/en/articles/6614457): waiting does not help, the operator must act. */
const quotaCodes = new Set([
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'billing_hard_limit_reached',
])
const rateCodes = new Set(['rate_limit_exceeded', 'slow_down'])
const moderationCodes = new Set(['moderation_blocked', 'content_policy_violation'])

/** Failures of the network in which no byte of the request had left. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/**
 * The `CoreError` for whatever the SDK threw, kept as its `cause`. Branches on the code first: an error in the
 * middle of a stream is a plain `APIError` without a status.
 */
export function translateOpenAIError(error: unknown, now: number, request: DrawRequest): CoreError {
  if (error instanceof CoreError) return error
  const cause = { cause: error }
  if (!(error instanceof OpenAI.APIError)) return new CoreError('vendor-down', {}, cause)
  const code = error.code ?? ''
  if (moderationCodes.has(code)) {
    return new CoreError('moderation-blocked', readModerationDetails(error.error), cause)
  }
  if (quotaCodes.has(code) || error.type === 'insufficient_quota')
    return new CoreError('vendor-quota', {}, cause)
  if (rateCodes.has(code) || error.status === 429) {
    const retryAfter = readRetryAfter(error.headers, now) ?? readSpokenWait(error)
    return new CoreError('vendor-busy', retryAfter === undefined ? {} : { retryAfter }, cause)
  }
  const refused = error.status === 400 || error.status === 413 || error.status === 422
  if (!refused || refusesModel(error)) return new CoreError('vendor-down', {}, cause)
  return new CoreError('vendor-refused', findRefused(error, request), cause)
}

/** Whether the model itself is what the vendor will not have: a retired one is refused with 404, 400 or 403. */
export function refusesModel(error: unknown): boolean {
  if (!(error instanceof OpenAI.APIError)) return false
  return error.status === 404 || error.param === 'model' || error.code === 'model_not_found'
}

/** The vendor's parameters that hold pictures. */
const pictureNames = ['image', 'images', 'input_image', 'mask']

/** Codes of refusals of a picture that was sent, which may come without `param`. */
const pictureCode =
  /^(invalid|unsupported|corrupt\w*)_image|image_(too_large|parse_error|format)|^invalid_base64_image/

/** What is said of a picture that was sent, where neither code nor parameter says it. */
const pictureSentence =
  /\b(?:invalid|unsupported|corrupted|parse|decode|read) (?:your |the |an |input ){0,2}image\b/i

/** The person's option that is refused, by the vendor's name for it: `image[]` and `image[0]` are pictures. */
function findRefused({ code, param, message }: APIError, request: DrawRequest): ErrorData['vendor-refused'] {
  const name = /^\w+/.exec(param ?? '')?.[0] ?? ''
  const isSpokenOf = !param && request.sources.length > 0 && pictureSentence.test(message.slice(0, 2_000))
  if (pictureNames.includes(name) || pictureCode.test(code ?? '') || isSpokenOf) return { option: 'image' }
  switch (name) {
    case 'prompt':
      return { option: 'prompt' }
    case 'n':
      return { option: 'count', value: String(request.count) }
    case 'size':
      return { option: 'size', value: `${request.size.width}x${request.size.height}` }
    case 'quality':
    case 'background':
      return { option: name, value: request[name] }
    default:
      return {}
  }
}

/**
 * True when the vendor provably drew nothing, so that asking again cannot buy twice: it answered HTTP 429 for
 * its rate limit, or the connection was never made. Anything else may have been drawn and charged.
 */
export function boughtNothing(error: unknown): boolean {
  if (!(error instanceof OpenAI.APIError)) return false
  if (error.status === 429) return rateCodes.has(error.code ?? '')
  return error instanceof OpenAI.APIConnectionError && unsentCodes.has(findNetworkCode(error) ?? '')
}

/** What an operator may read of it. Without the vendor's sentence, which can quote the prompt or parts of the key. */
export function describeOpenAIError(error: unknown): object {
  if (!(error instanceof OpenAI.APIError)) return { kind: error instanceof Error ? error.name : typeof error }
  const { status, code, type, param, requestID } = error
  return { status, code, type, param, requestId: requestID, network: findNetworkCode(error) }
}

/** fetch wraps the socket's error once or twice; Node gives one code also when several addresses refused. */
function findNetworkCode(error: unknown): string | undefined {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    const { code } = inner as NodeJS.ErrnoException
    if (!(inner instanceof OpenAI.APIError) && typeof code === 'string') return code
  }
  return undefined
}

function readModerationDetails(body: unknown): ErrorData['moderation-blocked'] {
  const details = (
    body as { moderation_details?: { moderation_stage?: unknown; categories?: unknown } } | undefined
  )?.moderation_details
  const stage = details?.moderation_stage
  const categories = Array.isArray(details?.categories) ? details.categories : []
  return {
    stage: stage === 'input' || stage === 'output' ? stage : 'unknown',
    categories: categories.filter((category) => typeof category === 'string'),
  }
}

/** Milliseconds. The header holds seconds or a date (RFC 9110, 10.2.3). */
function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (exact >= 0) return Math.ceil(exact)
  const text = headers?.get('retry-after')
  if (!text) return undefined
  const milliseconds = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isFinite(milliseconds) ? Math.max(0, Math.ceil(milliseconds)) : undefined
}

const spoken = /(?:try again|retry) (?:in|after) ((?:\d+(?:\.\d+)? ?[a-z]+[ ,]{0,2}){1,4})/i
/** In milliseconds, by the first letters of what the vendor calls them. */
const units: readonly [RegExp, number][] = [
  [/^(ms|milli)/, 1],
  [/^s/, 1_000],
  [/^m/, 60_000],
  [/^h/, 3_600_000],
  [/^d/, 86_400_000],
]

/** Milliseconds, from a sentence such as "Please try again in 1m30s." */
function readSpokenWait({ error, message }: APIError): number | undefined {
  const said = (error as { message?: unknown } | undefined)?.message ?? message
  const wait = spoken.exec(String(said).slice(0, 2_000))?.[1]
  const parts = wait?.matchAll(/(\d{1,9}(?:\.\d{1,9})?) ?([a-z]+)/gi) ?? []
  let sum: number | undefined
  for (const [, number, word = ''] of parts) {
    const unit = units.find(([name]) => name.test(word.toLowerCase()))
    if (!unit) break
    sum = (sum ?? 0) + Number(number) * unit[1]
  }
  return sum === undefined ? undefined : Math.ceil(sum)
}
