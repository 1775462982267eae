/** How methods refuse: errors with Slack's own codes. */

/** A refusal of the Web API: `{ ok: false, error }` with that code and the details beside it. */
export class ApiError extends Error {
  readonly code: string
  /** Further fields of the answer. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.details = details
  }
}

/** A refusal of blocks or a view, with each fault and where it is, as Slack words them. */
export function createShapeError(
  code: 'invalid_blocks' | 'invalid_arguments',
  faults: readonly string[],
): ApiError {
  const messages = faults.map((fault) => `[ERROR] ${fault}`)
  return new ApiError(code, { errors: faults, response_metadata: { messages } })
}
