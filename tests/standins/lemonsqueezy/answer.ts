/** JSON:API as Lemon Squeezy speaks it: docs.lemonsqueezy.com/api/getting-started. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Something wrong with a request; thrown by the checks, answered by the server. */
export class Fault extends Error {
  readonly status: ContentfulStatusCode
  readonly pointer: string | undefined

  constructor(status: ContentfulStatusCode, detail: string, pointer?: string) {
    super(detail)
    this.status = status
    this.pointer = pointer
  }
}

export const mime = 'application/vnd.api+json'

export function respond(c: Context, status: ContentfulStatusCode, document: object): Response {
  const body = JSON.stringify({ jsonapi: { version: '1.0' }, ...document })
  return c.body(body, status, { 'content-type': mime })
}

export function respondWithFault(c: Context, { status, message, pointer }: Fault): Response {
  const error = { status: String(status), title: titles[status] ?? 'Error', detail: message }
  return respond(c, status, { errors: [{ ...error, ...(pointer && { source: { pointer } }) }] })
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Attempts.',
}
