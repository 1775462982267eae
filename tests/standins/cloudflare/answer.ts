/** The envelope every answer of Cloudflare's API v4 comes in. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Something wrong with a request; thrown by the checks, answered by the server. */
export class Fault extends Error {
  readonly status: ContentfulStatusCode
  readonly code: number

  constructor(status: ContentfulStatusCode, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function respond(c: Context, result: object): Response {
  return c.json({ result, success: true, errors: [], messages: [] })
}

export function respondWithError(
  c: Context,
  status: ContentfulStatusCode,
  code: number,
  message: string,
): Response {
  return c.json({ result: null, success: false, errors: [{ code, message }], messages: [] }, status)
}
