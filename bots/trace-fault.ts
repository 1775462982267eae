/** What may be logged of an error: nothing in it can be something a person typed. */

/** An error without its message. */
export interface Fault {
  name: string
  code?: string
  /** Where it was thrown, innermost first. */
  frames: readonly string[]
  cause?: Fault
}

const deepest = 5

/** Leaves out messages, which may quote a prompt or an address; follows causes a few steps. */
export function traceFault(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const { code } = error as { code?: unknown }
  return {
    name: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    frames: listFrames(error),
    ...(error.cause !== undefined && depth < deepest && { cause: traceFault(error.cause, depth + 1) }),
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
