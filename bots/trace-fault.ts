/** What an error is, and what may be logged of it: nothing in that can be something a person typed. */
import { deepestCause, OperatorFault, readVendorAnswer, type VendorAnswer } from '#core/index.ts'

/** An error without its message, and with what a vendor answered. */
export interface Fault extends VendorAnswer {
  name: string
  /** A sentence of our own. */
  says?: string
  /** Where it was thrown, innermost first. */
  frames: readonly string[]
  cause?: Fault
}

/** Leaves out messages that are not our own, which may quote a prompt or an address; follows causes a few steps. */
export function traceFault(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  return {
    name: error.name,
    ...readVendorAnswer(error),
    ...(error instanceof OperatorFault && { says: error.message }),
    frames: listFrames(error),
    ...(error.cause !== undefined && depth < deepestCause && { cause: traceFault(error.cause, depth + 1) }),
  }
}

function listFrames({ stack = '', message }: Error): string[] {
  // The message comes first in a stack and may itself look like a frame.
  const begin = message === '' ? 0 : stack.indexOf(message) + message.length
  return stack
    .slice(begin)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 10)
}

/** What the language itself throws; a request that the network failed is a TypeError too, but has a cause. */
export function isMistake(error: unknown): boolean {
  const own = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError
  return own && error.cause === undefined
}
