/** What an operator hears where the store failed while a command wrote: it may have written. */
import { hasCode } from '#core/errors.ts'

/** The message says what to do; `cause` is what the store said. */
export class UnsureError extends Error {
  constructor(advice: string, cause: unknown) {
    super(advice, { cause })
    this.name = 'UnsureError'
  }
}

const again = 'It may have been done anyway. Run it again: nothing is done twice.'

/**
 * Does what writes. Where the store fails it rejects with `UnsureError`, also when the last step has certainly written
 * nothing: those before it may have.
 */
export async function adviseIfUnsure<Answer>(work: () => Promise<Answer>, advice = again): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    throw hasCode(error, 'store-unavailable') ? new UnsureError(advice, error) : error
  }
}
