/** Reads a request's body: JSON, a form, or a multipart form with `payload_json` and `files[n]`. */
import type { IncomingMessage } from 'node:http'
import { isObject, type Json } from './form.ts'
import { Refusal } from './refusals.ts'
import type { UploadedFile } from './world.ts'

/** docs.discord.com/developers/reference#uploading-files */
const mostBytes = 25 * 1024 * 1024

export interface RequestBody {
  /** As sent; undefined for an empty body. */
  json: unknown
  /** The same where it is an object. */
  body: Json
  /** It was a form. */
  isForm: boolean
  files: Map<number, UploadedFile>
}

/** Rejects with Discord's refusal of what is too large (after reading it) or no JSON. */
export async function readBody(message: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= mostBytes) chunks.push(chunk)
  }
  if (length > mostBytes) throw new Refusal('tooLarge')
  const bytes = Buffer.concat(chunks)
  const contentType = message.headers['content-type'] ?? ''
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const body = Object.fromEntries(new URLSearchParams(bytes.toString()))
    return { json: body, body, isForm: true, files: new Map() }
  }
  if (!contentType.startsWith('multipart/form-data')) {
    return read(bytes.length === 0 ? undefined : bytes.toString(), new Map())
  }
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  const files = new Map<number, UploadedFile>()
  for (const [name, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1]
    if (number === undefined || typeof value === 'string') continue
    const data = new Uint8Array(await value.arrayBuffer())
    files.set(Number(number), {
      name: value.name,
      contentType: value.type || 'application/octet-stream',
      data,
    })
  }
  const payload = form.get('payload_json')
  return read(typeof payload === 'string' ? payload : '{}', files)
}

function read(text: string | undefined, files: RequestBody['files']): RequestBody {
  let json: unknown
  try {
    json = text === undefined ? undefined : JSON.parse(text)
  } catch {
    throw new Refusal('invalidJson')
  }
  return { json, body: isObject(json) ? json : {}, isForm: false, files }
}
