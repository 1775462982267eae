/** A payment provider's JSON over HTTP: limits in time, repeats, and what its failures are called. */
import type { z } from 'zod'
import type { Clock } from '#core/clock.ts'
import { CoreError, type ErrorData, hasCode } from '#core/errors.ts'

export interface ProviderApi {
  /** Repeated up to twice while the trouble looks as if it will pass. Answers with the body. */
  get(path: string): Promise<unknown>
  /** The same; undefined where the vendor has nothing there. */
  find(path: string): Promise<unknown>
  /** Sent once; undefined where the answer has no body. */
  post(path: string, body?: object): Promise<unknown>
}

export interface ProviderApiOptions {
  /** As people know the vendor. */
  title: string
  /** Without a slash at its end. */
  baseUrl: string
  /** Of every request. */
  headers: Readonly<Record<string, string>>
  clock: Clock
  /** Milliseconds one request may take, its answer's body included. */
  timeout: number
}

/** Milliseconds before the second and third attempt, when the vendor names no time. */
const pauses = [500, 5_000]

/** The longest wait taken from the vendor: limits are per minute, or shorter. Milliseconds. */
const patience = 60_000

export function createProviderApi(options: ProviderApiOptions): ProviderApi {
  const { title, baseUrl, headers, clock, timeout } = options

  async function send(method: string, path: string, body?: object): Promise<unknown> {
    const signal = AbortSignal.timeout(timeout)
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers,
        signal,
        ...(body && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw await readRefusal(title, response)
      return response.status === 204 ? undefined : await response.json()
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

  constructor(title: string, status: number, pointers: string) {
    super(`${title} answered ${status}${pointers}`)
    this.name = 'ProviderRefusal'
    this.status = status
  }
}

/** The cause names what was refused, and repeats nothing that was sent: a detail may quote an address. */
async function readRefusal(title: string, response: Response): Promise<CoreError> {
  const { status } = response
  const text = await response.text()
  const cause = new Refusal(title, status, renderPointers(text))
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  const asked = status === 429 && !Number.isNaN(seconds) && { retryAfter: seconds * 1_000 }
  const data = { problem: findProblem(status), ...asked }
  return new CoreError('provider-trouble', data, { cause })
}

function findProblem(status: number): ErrorData['provider-trouble']['problem'] {
  if (status === 429) return 'busy'
  return status === 408 || status >= 500 ? 'down' : 'refused'
}

/** The `source.pointer` of each error, where they are JSON:API's: jsonapi.org/format/#error-objects. */
function renderPointers(text: string): string {
  const pointers = [...text.matchAll(/"pointer":\s*"([\w\\/-]{1,100})"/g)].map(([, pointer]) => pointer)
  return pointers.length > 0 ? ` about ${pointers.join(', ').replaceAll('\\', '')}` : ''
}

/** Answers with what the schema finds; `title` names who answered otherwise. */
export function readProviderAnswer<Value>(title: string, schema: z.ZodType<Value>, answer: unknown): Value {
  const result = schema.safeParse(answer)
  if (result.success) return result.data
  const cause = new Error(`${title} answered in an unknown form`)
  throw new CoreError('provider-trouble', { problem: 'down' }, { cause })
}
