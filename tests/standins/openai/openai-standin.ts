/** OpenAI's image API on loopback: strict where the vendor is strict, and able to fail in each of its ways. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { listen, shut } from '../loopback.ts'
import { findSpec } from '../spec.ts'
import { answer } from './answer.ts'
import { type Behaviour, createError, findRefusal, type Refusal } from './behaviour.ts'
import { createPictures, type Detail } from './pictures.ts'
import { type Endpoint, readOrder } from './rules.ts'

/** One request as it came. */
export interface ReceivedRequest {
  method: string
  path: string
  /** Milliseconds since 1970. */
  at: number
  /** What is not a file, typed as in JSON. */
  fields: Record<string, unknown>
  files: readonly Blob[]
  /** Resolves when the connection has no more use for it: answered in full, or given up. */
  closed: Promise<void>
}

/** Pictures that the vendor has drawn, and so would charge, delivered or not. */
export interface Purchase {
  /** Milliseconds since 1970. */
  at: number
  pictures: number
}

export interface OpenAIStandin {
  /** What `OPENAI_BASE_URL` takes. */
  url: string
  requests: ReceivedRequest[]
  /** A request that ends in 5xx or hangs counts as sold: nobody can prove that it was not. */
  purchases: Purchase[]
  /** Where a request or an answer is not as in the API description; stays empty without `API_SPECS_DIR`. */
  faults: string[]
  /** Decides the fate of the next image requests, in order. */
  behave(...behaviours: Behaviour[]): void
  /** Resolves once that many requests have arrived since the start. */
  received(count: number): Promise<void>
  /** What `GET /v1/models` says of a model from now on; any JSON, since the vendor's format may vary. */
  setShutdownDate(model: string, date: unknown): void
  close(): Promise<void>
}

/** Starts listening on a free port. `models` are those it knows, beside the default one. */
export async function startOpenAIStandin(
  options: { apiKey?: string; models?: readonly string[]; detail?: Detail; port?: number } = {},
): Promise<OpenAIStandin> {
  const { apiKey = 'sk-standin', models = [], detail = 'plain', port = 0 } = options
  const spec = await findSpec('openai-images.openapi.json')
  const draw = createPictures(detail)
  const shutdownDates = new Map<string, unknown>(['gpt-image-2', ...models].map((model) => [model, null]))
  const requests: ReceivedRequest[] = []
  const purchases: Purchase[] = []
  const faults: string[] = []
  const behaviours: Behaviour[] = []
  const arrivals = new EventTarget()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-request-id', `req_${requests.length}`)
    const { method = '', url: path = '' } = request
    const type = request.headers['content-type'] ?? ''
    const body = await readBody(request, type)
    requests.push({
      method,
      path,
      at: Date.now(),
      ...body,
      closed: new Promise((resolve) => response.once('close', () => resolve())),
    })
    arrivals.dispatchEvent(new Event('request'))
    if (request.headers.authorization !== `Bearer ${apiKey}`) {
      return refuse(response, { status: 401, error: createError('invalid_request_error', 'invalid_api_key') })
    }
    if (method === 'GET' && path === '/v1/models') {
      const data = [...shutdownDates].map(([id, shutdown_date]) => {
        return { id, object: 'model', created: 1_760_000_000, owned_by: 'system', shutdown_date }
      })
      return sendJson(response, 200, { object: 'list', data })
    }
    const endpoint = /^\/v1\/images\/(generations|edits)$/.exec(path)?.[1] as Endpoint | undefined
    const wanted = endpoint === 'edits' ? 'multipart/form-data' : 'application/json'
    if (!endpoint || method !== 'POST' || type.split(';')[0] !== wanted) {
      return refuse(response, { status: 404, error: createError('invalid_request_error', 'unknown_url') })
    }
    const image = body.files.map(() => '')
    const fields = { ...body.fields, ...(image.length > 0 && { image }) }
    const operation = `post /images/${endpoint}`
    faults.push(...(spec?.listRequestFaults(operation, wanted, fields) ?? []))
    const order = await readOrder(endpoint, fields, body.files, new Set(shutdownDates.keys()))
    const behaviour = behaviours.shift()
    if ('status' in order) return refuse(response, order)
    const refusal = behaviour && findRefusal(behaviour)
    if (!refusal || refusal.mayHaveSold) purchases.push({ at: Date.now(), pictures: order.count })
    if (refusal) return refuse(response, refusal)
    const slow = async () => {
      if (behaviour?.kind === 'slow')
        await (typeof behaviour.until === 'number' ? wait(behaviour.until) : behaviour.until)
    }
    const isLate = behaviour?.kind === 'slow' && behaviour.after === 'partials'
    if (!isLate) await slow()
    const beforeLast = isLate ? slow : async () => undefined
    await answer(response, { endpoint, order, behaviour, draw, beforeLast }, (mediaType, content) => {
      faults.push(...(spec?.listAnswerFaults(operation, 200, mediaType, content) ?? []))
    })
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => {
      if (request.destroyed && !request.complete) return
      faults.push(`the stand-in itself: ${error.message}`)
      response.destroy()
    })
  })
  return {
    url: `http://${await listen(server, port)}/v1`,
    requests,
    purchases,
    faults,
    behave: (...more) => void behaviours.push(...more),
    setShutdownDate: (model, date) => void shutdownDates.set(model, date),
    async received(count) {
      while (requests.length < count) await once(arrivals, 'request')
    },
    close: () => shut(server),
  }
}

/** Reads JSON, or a form through the platform's own parser; the form's numbers and booleans become such. */
async function readBody(request: IncomingMessage, type: string) {
  const body = new Response(Readable.toWeb(request) as ReadableStream, { headers: { 'content-type': type } })
  if (!type.startsWith('multipart/form-data')) {
    const text = await body.text()
    const fields = type.startsWith('application/json') ? (JSON.parse(text) as Record<string, unknown>) : {}
    return { fields, files: [] }
  }
  const entries = [...(await body.formData())]
  const fields = entries.flatMap(([key, value]) => {
    if (typeof value !== 'string') return []
    const typed = ['n', 'partial_images', 'output_compression', 'stream'].includes(key)
      ? JSON.parse(value)
      : value
    return [[key, typed]]
  })
  const files = entries.flatMap(([key, value]) =>
    key === 'image[]' && typeof value !== 'string' ? [value] : [],
  )
  return { fields: Object.fromEntries(fields) as Record<string, unknown>, files }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(response: ServerResponse, { status, error, headers = {} }: Refusal): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (error) sendJson(response, status, { error })
  else
    response
      .writeHead(status, { 'content-type': 'text/html' })
      .end('<html><h1>Service Unavailable</h1></html>')
}
