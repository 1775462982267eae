/**
 * Receives what Slack sends over HTTP, as a function from Request to Response, so that it lives on the web module's
 * own port. Signatures are checked here: the SDK's check takes those dated into the future.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { App, Receiver, ReceiverEvent, StringIndexed } from '@slack/bolt'
import { createOnce } from '../once.ts'
import type { Clock } from './web-api.ts'

export interface HttpReceiver extends Receiver {
  fetch(request: Request): Promise<Response>
}

export const eventsPath = '/slack/events'

/** docs.slack.dev/authentication/verifying-requests-from-slack, in both directions. Milliseconds. */
const tolerance = 300_000
const largestBody = 1_000_000

/**
 * Answers every genuine request at once, most before they are handled: within three seconds is the rule, and nearly all
 * that is to be said is said later. `handle` is given each request's work, to be started when the answer is on its way.
 */
export function createHttpReceiver(options: {
  signingSecret: string
  clock: Pick<Clock, 'now'>
  handle(work: () => Promise<void>): void
  /** Told of each request that was acknowledged in time, so many milliseconds after it came. */
  onAcknowledged?(took: number): void
}): HttpReceiver {
  const { signingSecret, clock, handle } = options
  const seen = createOnce(clock)
  let app: App | undefined
  let running = false

  function isGenuine(body: Buffer, timestamp: string, signature: string): boolean {
    const age = Math.abs(clock.now() - Number(timestamp) * 1_000)
    if (!/^\d{1,12}$/.test(timestamp) || age > tolerance) return false
    const right = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')
    const [given, expected] = [Buffer.from(signature), Buffer.from(`v0=${right}`)]
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  async function receive(request: Request): Promise<Response> {
    if (!running || !app) return answer(503)
    const body = await readBody(request)
    if (!body) return answer(413)
    const { headers } = request
    const signature = headers.get('x-slack-signature') ?? ''
    if (!isGenuine(body, headers.get('x-slack-request-timestamp') ?? '', signature)) return answer(401)
    const retry = headers.get('x-slack-retry-num')
    // Slack itself may send the same bytes again within a second.
    if (!seen.claim(signature, 2 * tolerance)) return answer(retry === null ? 401 : 200)
    const payload = readPayload(body.toString(), headers.get('content-type') ?? '')
    if (!payload) return answer(400)
    if (payload.type === 'url_verification') return Response.json({ challenge: payload.challenge })
    if (payload.ssl_check !== undefined) return answer(200)
    const retried = retry === null ? {} : { retryNum: Number(retry) }
    return await hand(app, payload, retried)
  }

  /** A form may be answered in its own place, so that this waits for it; all else is answered before it is looked at. */
  async function hand(bolt: App, body: StringIndexed, retried: { retryNum?: number }): Promise<Response> {
    const { promise, resolve } = Promise.withResolvers<Response>()
    const ack: ReceiverEvent['ack'] = async (said) => resolve(said ? Response.json(said) : answer(200))
    // To a form that nobody took Slack itself says that there is trouble.
    handle(() => bolt.processEvent({ body, ack, ...retried }).finally(() => resolve(answer(500))))
    return body.type === 'view_submission' ? await promise : answer(200)
  }

  return {
    init(boltApp) {
      app = boltApp
    },
    async start() {
      running = true
    },
    async stop() {
      running = false
    },
    async fetch(request) {
      const came = clock.now()
      const response = await receive(request)
      if (response.ok) options.onAcknowledged?.(clock.now() - came)
      return response
    },
  }
}

const answer = (status: number) => new Response(null, { status })

/** Undefined when it is too large. */
async function readBody(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return undefined
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > largestBody) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Events come as JSON, commands as a form, everything else as JSON inside a form. */
function readPayload(body: string, type: string): StringIndexed | undefined {
  if (type.startsWith('application/json')) return readJson(body)
  const form = Object.fromEntries(new URLSearchParams(body))
  return form.payload === undefined ? form : readJson(form.payload)
}

function readJson(text: string): StringIndexed | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
