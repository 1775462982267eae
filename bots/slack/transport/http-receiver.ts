/**
 * Receives what Slack sends over HTTP, as a function from Request to Response, so that it lives on the web module's
 * own port.
 */
import type { App, Receiver, ReceiverEvent, StringIndexed } from '@slack/bolt'
import type { Log } from '#core/index.ts'
import { createOnce } from '../../once.ts'
import type { Clock } from '../api.ts'
import type { Door } from '../door.ts'
import { readObject } from '../read-object.ts'
import { createDoubtLog, findDoubt, tolerance } from './signature.ts'

export interface HttpReceiver extends Receiver {
  fetch(request: Request): Promise<Response>
}

export const eventsPath = '/slack/events'

/** In bytes. */
const largestBody = 1_000_000
const largestCheck = 1_000

/**
 * Answers every genuine request at once, most before they are handled: within three seconds is the rule, and nearly all
 * that is to be said is said later. `handle` is given each request's work, to be started when the answer is on its way.
 */
export function createHttpReceiver(options: {
  signingSecret: string
  clock: Pick<Clock, 'now'>
  handle(work: () => Promise<void>): void
  door: Door
  /** Told of each request that was acknowledged in time, so many milliseconds after it came. */
  onAcknowledged?(took: number): void
  log: Log
}): HttpReceiver {
  const { signingSecret, clock, handle, door, log } = options
  const logDoubt = createDoubtLog({ clock, log })
  const seen = createOnce(clock)
  let app: App | undefined
  let running = false

  async function receive(request: Request): Promise<Response> {
    // One that breaks off has nobody left to be answered.
    const body = await readBody(request).catch(() => 'cut' as const)
    if (body === 'cut') return answer(400)
    if (!body) return answer(413)
    const { headers } = request
    if (isCheck(body, headers.get('content-type') ?? '')) return answer(200)
    if (!running || !app) return answer(503)
    const signature = headers.get('x-slack-signature') ?? ''
    const timestamp = headers.get('x-slack-request-timestamp') ?? ''
    const doubt = findDoubt({ body, timestamp, signature }, { secret: signingSecret, now: clock.now() })
    if (doubt) {
      logDoubt(doubt)
      return answer(401)
    }
    const retry = headers.get('x-slack-retry-num')
    // Slack itself may send the same bytes again within a second.
    if (!seen.claim(signature, 2_000 * tolerance)) return answer(retry === null ? 401 : 200)
    const payload = readPayload(body.toString(), headers.get('content-type') ?? '')
    if (!payload) {
      log.warn({ bytes: body.length }, 'A signed request from Slack could not be read')
      return answer(400)
    }
    if (payload.type === 'url_verification') return Response.json({ challenge: payload.challenge })
    const retried = retry === null ? {} : { retryNum: Number(retry) }
    return await hand(app, payload, retried)
  }

  /** A form may be answered in its own place, so that this waits for it; all else is answered before it is looked at. */
  async function hand(bolt: App, body: StringIndexed, retried: { retryNum?: number }): Promise<Response> {
    const entered = door.enter(body)
    if (entered === 'again') return answer(503)
    if ('said' in entered) return entered.said ? Response.json(entered.said) : answer(200)
    const { admitted } = entered
    const { promise, resolve } = Promise.withResolvers<Response>()
    const ack: ReceiverEvent['ack'] = async (said) => resolve(said ? Response.json(said) : answer(200))
    // To a form that nobody took Slack itself says that there is trouble.
    handle(async () => {
      try {
        await bolt.processEvent({ body, ack, ...retried, customProperties: { admitted } })
      } finally {
        resolve(answer(500))
        admitted.leave()
      }
    })
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

/** How Slack finds out, now and then, whether there is a certificate; it does not sign it. */
export const isSslCheck = (form: URLSearchParams) =>
  form.get('ssl_check') === '1' && !form.has('command') && !form.has('payload')

function isCheck(body: Buffer, type: string): boolean {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(type)
  return isForm && body.length <= largestCheck && isSslCheck(new URLSearchParams(body.toString()))
}

/** Events come as JSON, commands as a form, everything else as JSON inside a form. */
function readPayload(body: string, type: string): StringIndexed | undefined {
  if (/^application\/json\b/i.test(type)) return readObject(body)
  const form = Object.fromEntries(new URLSearchParams(body))
  return form.payload === undefined ? form : readObject(form.payload)
}
