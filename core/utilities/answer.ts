/** What goes between the pool and its threads. */
import { isMarkedAsUntransferable } from 'node:worker_threads'
import { CoreError, type ErrorCode } from '#core/errors.ts'
import type { UtilityName } from './catalog.ts'
import type { Made } from './utility.ts'

export interface Task {
  name: UtilityName
  input: object
}

export type Answer =
  | { made: Made }
  | { refusal: { code: ErrorCode; data: CoreError['data'] } }
  /** Something unforeseen. */
  | { fault: Error }

/**
 * A task of the pool's own: files that are values of its input are copied, each into memory that holds nothing else. Whoever
 * gave them may use them again, or share their memory with others (as `Buffer`s do), and that must never be taken away.
 */
export function copyTask(name: UtilityName, input: object): Task {
  const copied = Object.entries(input).map(([key, value]: [string, unknown]) => [
    key,
    value instanceof Uint8Array ? new Uint8Array(value) : value,
  ])
  return { name, input: Object.fromEntries(copied) }
}

/**
 * The memory of files among those values, to be handed over rather than copied: large ones would be held three times. They
 * can be used no more by who hands them over, who must own them: `copyTask`'s, and those a job made. What is a part of
 * more, or cannot be handed over, is left out.
 */
export function listHandedOver(values: readonly unknown[]): ArrayBuffer[] {
  const memory = values.flatMap((value) => {
    if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) return []
    const isWhole = value.byteLength === value.buffer.byteLength
    return isWhole && !isMarkedAsUntransferable(value.buffer) ? [value.buffer] : []
  })
  return [...new Set(memory)]
}

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
