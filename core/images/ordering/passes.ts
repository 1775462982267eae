/** Which refusals of an order may be none a minute later. */
import { CoreError, type ErrorCode } from '#core/errors.ts'

/** Said of every code, so that none is forgotten: what does not pass ends an order that is held. */
const passing: Readonly<Record<ErrorCode, boolean>> = {
  'not-linked': false,
  // They were there, and were spent meanwhile: more may come.
  'insufficient-credits': true,
  'cap-reached': false,
  'bad-option': false,
  'unknown-command': false,
  'too-many-running': true,
  'too-many-repeats': true,
  // What it is drawn from may be made again for it.
  'too-many-utilities': true,
  'utility-busy': true,
  'utility-too-much': false,
  'qr-unreadable': false,
  'not-found': false,
  'nothing-waits': false,
  'not-yours': false,
  'press-refused': false,
  'not-admin': false,
  'blocked-here': false,
  'person-not-linked': false,
  'not-yourself': false,
  'not-in-team': false,
  'no-gallery': false,
  'cannot-post': false,
  'chat-trouble': false,
  'not-connected': false,
  'reply-expired': false,
  'already-shared': false,
  'being-shared': false,
  'not-shared': false,
  'already-linked': false,
  'attachment-too-large': false,
  'too-many-attachments': false,
  'nothing-to-change': false,
  'attachment-unavailable': false,
  'attachment-unreadable': false,
  'attachment-too-many-pixels': false,
  'svg-refused': false,
  'too-many-frames': false,
  'stands-still': false,
  'not-cancellable': false,
  'moderation-blocked': false,
  'vendor-busy': false,
  'queue-full': true,
  'vendor-quota': false,
  'vendor-refused': false,
  'vendor-down': false,
  'vendor-timeout': false,
  'picture-unreadable': false,
  'source-gone': false,
  'hosting-failed': false,
  'hosting-down': true,
  'no-pack': false,
  'no-provider': false,
  'provider-trouble': false,
  interrupted: false,
  cancelled: false,
  'store-unavailable': true,
  unsettled: true,
  stopping: true,
}

/** Whether the same order may be taken a minute later. */
export function passes(error: unknown): boolean {
  const refusal: CoreError | undefined = error instanceof CoreError ? error : undefined
  return refusal !== undefined && passing[refusal.code]
}
