/** Lemon Squeezy's JSON:API over HTTP: headers, limits in time, repeats, and what its failures are called. */
import type { Clock } from '#core/clock.ts'
import { CoreError, type ErrorData, hasCode } from '#core/errors.ts'

export interface LemonSqueezyApi {
  /** Repeated up to twice while the trouble looks as if it will pass. Answers with the body. */
  get(path: string): Promise<unknown>
  /** The same; undefined where the vendor has nothing there. */
  find(path: string): Promise<unknown>
  /** Sent once. */
  post(path: string, body: object): Promise<unknown>
}

export interface ApiOptions {
  apiKey: string
  /** Up to and with `/v1`. */
  baseUrl: string
  clock: Clock
  /** Milliseconds one request may take, its answer's body included. */
  timeout: number
}

/** docs.lemonsqueezy.com/api/getting-started/requests. */
const mime = 'application/vnd.api+json'

/** Milliseconds before the second and third attempt, when the vendor names no time. */
const pauses = [500, 5_000]

/** The longest wait taken from the vendor: its limit of 300 calls is per minute. Milliseconds. */
const patience = 60_000

export function createLemonSqueezyApi({ apiKey, baseUrl, clock, timeout }: ApiOptions): LemonSqueezyApi {
  async function send(method: string, path: string, body?: object): Promise<unknown> {
    const signal = AbortSignal.timeout(timeout)
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { accept: mime, 'content-type': mime, authorization: `Bearer ${apiKey}` },
        signal,
        ...(body && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw await readRefusal(response)
      return await response.json()
    } catch (cause) {
      if (cause instanceof CoreError) throw cause
      throw new CoreError('provider-trouble', { problem: signal.aborted ? 'late' : 'down' }, { cause })
    }
  }

  async function get(path: string): Promise<unknown> {
    for (const pause of pauses) {
      try {
        return await send('GET', path)
      } catch (error) {
        const trouble = hasCode(error, 'provider-trouble') ? error.data : undefined
        const asked = trouble?.retryAfter ?? pause
        if (trouble?.problem === 'refused' || asked > patience) throw error
        await clock.sleep(asked)
      }
    }
    return await send('GET', path)
  }

  return {
    get,
    async find(path) {
      try {
        return await get(path)
      } catch (error) {
        if (error instanceof CoreError && error.cause instanceof Refusal && error.cause.status === 404)
          return undefined
        throw error
      }
    },
    post: (path, body) => send('POST', path, body),
  }
}

class Refusal extends Error {
  readonly status: number

  constructor(status: number, pointers: string) {
    super(`Lemon Squeezy answered ${status}${pointers}`)
    this.name = 'LemonSqueezyRefusal'
    this.status = status
  }
}

/** The cause names what was refused, and repeats nothing that was sent: a detail may quote an address. */
async function readRefusal(response: Response): Promise<CoreError> {
  const { status } = response
  const text = await response.text()
  const cause = new Refusal(status, renderPointers(text))
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  const asked = status === 429 && !Number.isNaN(seconds) && { retryAfter: seconds * 1_000 }
  const data = { problem: findProblem(status), ...asked }
  return new CoreError('provider-trouble', data, { cause })
}

function findProblem(status: number): ErrorData['provider-trouble']['problem'] {
  if (status === 429) return 'busy'
  return status === 408 || status >= 500 ? 'down' : 'refused'
}

/** The `source.pointer` of each error: docs.lemonsqueezy.com/api/getting-started/errors. */
function renderPointers(text: string): string {
  const pointers = [...text.matchAll(/"pointer":\s*"([\w\\/-]{1,100})"/g)].map(([, pointer]) => pointer)
  return pointers.length > 0 ? ` about ${pointers.join(', ').replaceAll('\\', '')}` : ''
}
