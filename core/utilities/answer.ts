/** What goes between the pool and its threads. */
import { CoreError, type ErrorCode } from '#core/errors.ts'
import type { UtilityName } from './catalog.ts'
import type { Made } from './utility.ts'

export interface Task {
  name: UtilityName
  input: unknown
}

export type Answer =
  | { made: Made }
  | { refusal: { code: ErrorCode; data: CoreError['data'] } }
  /** Something unforeseen. */
  | { fault: Error }

/** What a job threw, as it can be copied to another thread. */
export function renderFailure(error: unknown): Answer {
  if (error instanceof CoreError) return { refusal: { code: error.code, data: error.data } }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { fault: Object.assign(new Error(message), { stack }) }
}

/** Throws what the job threw. */
export function readAnswer(answer: Answer): Made {
  if ('made' in answer) return answer.made
  throw 'fault' in answer ? answer.fault : new CoreError(answer.refusal.code, answer.refusal.data)
}
