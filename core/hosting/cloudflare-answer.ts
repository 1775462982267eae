/** Reads what Cloudflare's API answers with status 200: it may be a refusal all the same, or nothing of Cloudflare's. */
import { APIError } from 'cloudflare'
import { OperatorFault } from '#core/operator-fault.ts'

export type Fields = Readonly<Record<string, unknown>>

/** An answer with status 200 that is none; shaped as the SDK's errors are, so that the log tells it alike. */
export class CloudflareTrouble extends Error {
  readonly status: number
  readonly headers: Headers
  /** Empty where the answer was not in Cloudflare's envelope. */
  readonly errors: readonly { code: number }[]

  constructor(message: string, { status, headers }: Response, errors: readonly { code: number }[] = []) {
    super(message)
    this.name = 'CloudflareTrouble'
    this.status = status
    this.headers = headers
    this.errors = errors
  }
}

/** Throws `CloudflareTrouble` for a refusal, and for a page or a body of another shape. */
export async function readEnvelope(response: Response): Promise<Fields> {
  const body = asFields(parse(await response.text()))
  if (body?.success === false) throw new CloudflareTrouble('refused', response, readErrors(body.errors))
  if (body?.success !== true) throw new CloudflareTrouble('not an answer of Cloudflare’s API', response)
  return body
}

/** What stands in the envelope; throws as `readEnvelope` does. */
export async function readResult(response: Response): Promise<Fields> {
  const result = asFields((await readEnvelope(response)).result)
  if (!result) throw new CloudflareTrouble('an answer without a result', response)
  return result
}

/** The bytes of a stored picture; throws `CloudflareTrouble` where the answer can be none. */
export async function readBlob(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const type = response.headers.get('content-type') ?? ''
  if (/\b(json|html)\b/i.test(type)) {
    await readResult(response)
    throw new CloudflareTrouble('not a picture', response)
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.byteLength === 0) throw new CloudflareTrouble('an empty picture', response)
  return bytes
}

/** The addresses under which a stored picture is delivered; undefined where the answer names none. */
export function readVariants({ variants }: Fields): string[] | undefined {
  if (!Array.isArray(variants)) return undefined
  return variants.filter((url): url is string => typeof url === 'string' && URL.canParse(url))
}

/** Codes of refusals that pass: 971 is the limit of requests, 10013 an internal error. */
const passingCodes = [971, 10_013]

/** Codes of refusals that are about token and account (developers.cloudflare.com/fundamentals/api). */
const accountCodes = [5403, 9106, 9109, 10_000, 10_001]

/** Whether an answer says that token or account is not accepted, by its status or, where that is another, by its code. */
export function refusesAccount(error: unknown): boolean {
  if (!(error instanceof APIError || error instanceof CloudflareTrouble)) return false
  return (
    error.status === 401 || error.errors.some(({ code }) => code !== undefined && accountCodes.includes(code))
  )
}

/** Whether trouble looks as if it will pass: anything but a refusal. */
export function isPassing(error: unknown): boolean {
  if (error instanceof OperatorFault) return false
  if (error instanceof CloudflareTrouble) {
    return error.errors.length === 0 || error.errors.some(({ code }) => passingCodes.includes(code))
  }
  if (!(error instanceof APIError) || error.status === undefined) return true
  return error.status === 408 || error.status === 429 || error.status >= 500
}

/** The upload API's own codes for what HTTP says with these statuses. */
const codesOf: Readonly<Record<number, number>> = { 404: 5404, 409: 5409 }

/** Whether Cloudflare said this status, be it by a code in an answer with another. */
export function saysStatus(error: unknown, status: 404 | 409): boolean {
  if (error instanceof APIError) return error.status === status
  return (
    error instanceof CloudflareTrouble &&
    error.errors.some(({ code }) => code === status || code === codesOf[status])
  )
}

/** Milliseconds until Cloudflare wants to be asked again; the header's other form, a date, it does not use. */
export function findRetryAfter(error: unknown): number | undefined {
  if (!(error instanceof APIError || error instanceof CloudflareTrouble)) return undefined
  const seconds = Number.parseInt(error.headers?.get('retry-after') ?? '', 10)
  return Number.isNaN(seconds) ? undefined : seconds * 1_000
}

export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readErrors(errors: unknown): { code: number }[] {
  const listed = Array.isArray(errors) ? errors.map((each) => Number(asFields(each)?.code)) : []
  const codes = listed.filter((code) => Number.isFinite(code)).map((code) => ({ code }))
  return codes.length > 0 ? codes : [{ code: 0 }]
}
