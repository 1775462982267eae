/** What a vendor, driver or server answered, as far as an operator may read it: words of a fixed form, never a sentence. */

/** Every field is absent where the answer has none that looks as it must. */
export interface VendorAnswer {
  /** HTTP's, or SMTP's reply code. */
  status?: number
  /** The vendor's own word or number for what is wrong. */
  code?: string
  /** What kind of error the vendor calls it. */
  type?: string
  /** The parameter, or the JSON pointers, that the vendor complains of. */
  param?: string
  /** The scope that Slack says is missing. */
  needed?: string
  /** By which the vendor's support finds the request. */
  requestId?: string
  /** The call of the operating system that failed. */
  syscall?: string
}

type Fields = Readonly<Record<string, unknown>>

/** A vendor's word: no spaces, so never a sentence; too short for an address, and without the @ of an e-mail's. */
const word = /^[\w.:,/[\]-]{1,80}$/

/** Headers by which vendors name a request: OpenAI, Cloudflare, Slack. */
const requestHeaders = ['x-request-id', 'cf-ray', 'x-slack-req-id']

/** Reads one error, without its causes. */
export function readVendorAnswer(error: unknown): VendorAnswer {
  if (typeof error !== 'object' || error === null) return {}
  const fields = error as Fields
  const body = asFields(fields.data)
  const first = Array.isArray(fields.errors) ? asFields(fields.errors[0]) : {}
  return keepKnown({
    status: firstOf(readStatus, fields.status, fields.statusCode, fields.responseCode),
    code: firstOf(readWord, first.code, body.error, fields.codeName, nameSqlite(fields.errcode), fields.code),
    type: readWord(fields.type),
    param: readWord(fields.param) ?? readPlaces(fields, body),
    needed: readWord(body.needed),
    requestId: readWord(fields.requestID) ?? readHeader(fields.headers),
    syscall: readWord(fields.syscall),
  })
}

/** How many errors within each other are looked at. */
export const deepestCause = 5

/** An error and what it was caused by, outermost first. */
export function listCauses(error: unknown): unknown[] {
  const found: unknown[] = []
  for (let each = error; each !== undefined && found.length <= deepestCause; ) {
    found.push(each)
    each = each instanceof Error ? each.cause : undefined
  }
  return found
}

const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

function readWord(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && word.test(text) ? text : undefined
}

/** sqlite.org/rescode.html: the low byte is the primary code, what is above it says more. */
function nameSqlite(code: unknown): string | undefined {
  if (typeof code !== 'number') return undefined
  return code > 255 ? `SQLITE_${code & 255}.${code >> 8}` : `SQLITE_${code}`
}

function readStatus(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 100 && value < 1_000 ? value : undefined
}

function firstOf<Value>(
  read: (value: unknown) => Value | undefined,
  ...values: unknown[]
): Value | undefined {
  for (const value of values) {
    const found = read(value)
    if (found !== undefined) return found
  }
  return undefined
}

/** Where in a request the trouble lies: Slack's JSON pointers, Discord's tree of errors, the paths of a schema. */
function readPlaces(fields: Fields, body: Fields): string | undefined {
  const places = [
    ...listPointers(asFields(body.response_metadata).messages),
    ...listPaths(asFields(asFields(fields.rawError).errors)),
    ...listIssues(fields.issues),
  ].filter((place) => word.test(place))
  return places.length === 0 ? undefined : [...new Set(places)].slice(0, 5).join(' ')
}

/** docs.slack.dev/reference/methods: a message ends in `[json-pointer:/blocks/0/text]`. */
function listPointers(messages: unknown): string[] {
  if (!Array.isArray(messages)) return []
  return messages.flatMap(
    (text) => /\[json-pointer:([^\]\s]{1,80})\]/.exec(String(text).slice(0, 2_000))?.[1] ?? [],
  )
}

/** docs.discord.com/developers/reference#error-messages: keys down to a list called `_errors`. */
function listPaths(tree: Fields, path = '', depth = 0): string[] {
  if (depth > 10) return []
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key !== '_errors') return listPaths(asFields(value), path === '' ? key : `${path}.${key}`, depth + 1)
    const codes = Array.isArray(value) ? value.map((each) => readWord(asFields(each).code)) : []
    return codes.map((code) => `${path}:${code ?? '?'}`)
  })
}

/** What a schema did not find as it must be; keys of the schema's own, and numbers. */
function listIssues(issues: unknown): string[] {
  if (!Array.isArray(issues)) return []
  return issues.map((issue) => {
    const { path, code } = asFields(issue)
    return `${Array.isArray(path) ? path.join('.') : ''}:${readWord(code) ?? '?'}`
  })
}

function readHeader(headers: unknown): string | undefined {
  if (headers instanceof Headers) return firstOf(readWord, ...requestHeaders.map((name) => headers.get(name)))
  return firstOf(readWord, ...requestHeaders.map((name) => asFields(headers)[name]))
}

function keepKnown(answer: { [Name in keyof VendorAnswer]: VendorAnswer[Name] | undefined }): VendorAnswer {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined))
}
