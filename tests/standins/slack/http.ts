/** Reads requests and writes answers of plain Node HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { ApiError } from './api-error.ts'

/** What a request carries, by name; an uploaded part is a Buffer. */
export type Args = Record<string, unknown>

/** What goes back; see `sendAnswer` for what becomes of the body. */
export interface Answer {
  status: number
  body: unknown
  headers?: Readonly<Record<string, string>>
}

/** Query and body together. Throws `invalid_json` for a body that says it is JSON and is not. */
export async function readArgs(request: IncomingMessage, url: URL): Promise<Args> {
  const query = Object.fromEntries(url.searchParams)
  const raw = await buffer(request)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/json')) return { ...query, ...readJsonBody(raw) }
  if (type.startsWith('multipart/form-data')) return { ...query, ...(await readMultipart(raw, type)) }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { ...query, ...Object.fromEntries(new URLSearchParams(raw.toString())) }
  }
  return raw.length > 0 ? { ...query, body: raw } : query
}

function readJsonBody(raw: Buffer): Args {
  try {
    const value: unknown = JSON.parse(raw.toString() || '{}')
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Args
  } catch {
    throw new ApiError('invalid_json')
  }
  throw new ApiError('json_not_object')
}

async function readMultipart(raw: Buffer, type: string): Promise<Args> {
  const body = new Uint8Array(raw)
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const parts = [...form].map(
    async ([name, part]): Promise<[string, unknown]> => [
      name,
      typeof part === 'string' ? part : Buffer.from(await part.arrayBuffer()),
    ],
  )
  return Object.fromEntries(await Promise.all(parts))
}

/** The request's headers, one string each. */
export function readHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
}

/** Sends JSON for an object, the bytes for a Buffer, and text for a string. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const { body } = answer
  const type = Buffer.isBuffer(body)
    ? 'application/octet-stream'
    : typeof body === 'string'
      ? 'text/plain; charset=utf-8'
      : 'application/json; charset=utf-8'
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers })
  response.end(Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body))
}
