/** What went wrong at Slack, in the few kinds that make a difference here. */
import { webApi } from '@slack/bolt'
import { CoreError } from '#core/errors.ts'

/** A request that Slack did not do, or may not have done. `code` is Slack's own word for it. */
export class SlackFault extends Error {
  readonly code: string
  /** `unsure`: no answer came, or one from in front of Slack, so it may have been done. */
  readonly kind: 'refused' | 'limited' | 'unsure'
  /** For `limited`: milliseconds until it may be tried again. */
  readonly retryAfter: number

  constructor(
    kind: SlackFault['kind'],
    code: string,
    { retryAfter = 1_000, ...options }: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, options)
    this.name = 'SlackFault'
    this.kind = kind
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** Errors after which "some aspect of the operation" may have succeeded: docs.slack.dev/reference/methods/chat.postMessage */
const halfDone = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'])

/** Translates what the SDK throws. */
export function readFault(error: unknown): SlackFault {
  if (error instanceof SlackFault) return error
  const cause = error
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new SlackFault('limited', 'ratelimited', { retryAfter: error.retryAfter * 1_000, cause })
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data
    if (code === 'ratelimited') return new SlackFault('limited', code, { cause })
    return new SlackFault(halfDone.has(code) ? 'unsure' : 'refused', readCode(code), { cause })
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error
    return new SlackFault(statusCode < 500 ? 'refused' : 'unsure', `http_${statusCode}`, { cause })
  }
  return new SlackFault('unsure', 'no_answer', { cause })
}

/** Slack will not take the picture itself: not to be had at its address, or not processed yet. */
export function refusesPictures(error: unknown): boolean {
  return (
    error instanceof SlackFault &&
    /^(invalid_blocks|invalid_arguments|invalid_attachments|image_|.*download)/.test(error.code)
  )
}

/** What Slack did not do, or may not have done, as commands know it; what is not of Slack's making stays what it is. */
export function refusePost(cause: unknown): unknown {
  if (!(cause instanceof SlackFault)) return cause
  if (cause.kind === 'refused') return new CoreError('cannot-post', {}, { cause })
  const problem = cause.kind === 'limited' ? 'busy' : 'unsure'
  return new CoreError('chat-trouble', { problem }, { cause })
}

/** A body that was not JSON comes back from the SDK whole, in place of a code. */
const readCode = (code: string) => (/^\w{1,64}$/.test(code) ? code : 'unreadable_answer')
