/** Brings a payload to the app, by Socket Mode or by a signed POST, and waits three seconds for its answer. */
import { type SignatureKind, signBody } from './signature.ts'
import { blame, type World } from './world.ts'

/** What is sent, before it is wrapped for either way of travel. */
export interface Parcel {
  kind: 'command' | 'interactive' | 'event'
  payload: Readonly<Record<string, unknown>>
  /** May be answered with content: commands and submitted views. */
  acceptsAnswer: boolean
}

/** What the retry headers say; the first retry has the number 1. */
export interface Retry {
  number: number
  reason: 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout'
}

/** How one delivery differs from an ordinary one. */
export interface DeliveryOptions {
  /** Over HTTP only. */
  signature?: SignatureKind | undefined
  retry?: Retry | undefined
  /** Over HTTP: sends these very bytes instead of signing anew. */
  wire?: WireRequest | undefined
}

/** Slack's codes for what was not answered, as people see them; `not_delivered`: Slack did not even try. */
export type DeliveryError =
  | 'operation_timeout'
  | 'dispatch_failed'
  | 'http_client_error'
  | 'http_service_error'
  | 'not_delivered'

/** How one delivery ended. Times are milliseconds; `took` is from sending to answer. */
export type Acknowledgement =
  | {
      ok: true
      at: number
      took: number
      status: number
      body: unknown
      headers: Readonly<Record<string, string>>
    }
  | {
      ok: false
      at: number
      took: number
      error: DeliveryError
      status?: number
      headers: Readonly<Record<string, string>>
    }

/** What came back, before it is judged. */
export interface RawAnswer {
  status: number
  body: unknown
  headers: Readonly<Record<string, string>>
}

/** An answer under way; `giveUp` makes a later one a fault. */
export interface Pending {
  /** Undefined: nobody is there to take it. */
  answer: Promise<RawAnswer | undefined>
  giveUp(): void
}

/** Never rejects. */
export async function deliver(
  world: World,
  parcel: Parcel,
  options: DeliveryOptions = {},
): Promise<Acknowledgement> {
  const sent = world.clock.now()
  const pending = world.settings.socketMode
    ? world.sockets.send(parcel, options.retry)
    : post(world, parcel, options)
  const patience = new AbortController()
  const outcome = await Promise.race([pending.answer, tire(world, patience.signal)])
  patience.abort()
  const at = world.clock.now()
  const when = { at, took: at - sent, headers: {} }
  if (outcome === 'late') {
    pending.giveUp()
    return { ok: false, error: 'operation_timeout', ...when }
  }
  if (!outcome) return { ok: false, error: 'dispatch_failed', ...when }
  const { status, headers } = outcome
  if (status === 200) return { ok: true, ...when, ...outcome }
  return {
    ok: false,
    error: status < 500 ? 'http_client_error' : 'http_service_error',
    ...when,
    status,
    headers,
  }
}

async function tire(world: World, enough: AbortSignal): Promise<'late'> {
  const ends = AbortSignal.any([enough, world.closing])
  if (Number.isFinite(world.switches.ackDeadline)) {
    await world.clock.sleep(world.switches.ackDeadline, ends).catch(() => {})
  } else {
    await new Promise((resolve) => ends.addEventListener('abort', resolve, { once: true }))
  }
  return 'late'
}

function post(world: World, parcel: Parcel, options: DeliveryOptions): Pending {
  const urls = world.settings.requestUrls
  if (!urls) return { answer: Promise.resolve(undefined), giveUp: () => {} }
  const url = { command: urls.commands, interactive: urls.interactivity, event: urls.events }[parcel.kind]
  return postTo(world, url, options.wire ?? renderRequest(world, parcel, options), describeParcel(parcel))
}

/** A request exactly as it goes over the wire, so that it can be sent again unchanged. */
export interface WireRequest {
  headers: Readonly<Record<string, string>>
  body: string
}

/** Commands and interactivity travel as a form, events as JSON. */
export function renderRequest(world: World, parcel: Parcel, options: DeliveryOptions): WireRequest {
  const json = JSON.stringify(parcel.payload)
  const body = {
    command: () => new URLSearchParams(parcel.payload as Record<string, string>).toString(),
    interactive: () => new URLSearchParams({ payload: json }).toString(),
    event: () => json,
  }[parcel.kind]()
  const { retry, signature = 'right' } = options
  return {
    body,
    headers: {
      'content-type': parcel.kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signBody(world, body, signature),
      ...(retry && { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }),
    },
  }
}

/** Posts it; an answer after `giveUp` is a fault of the app. */
export function postTo(world: World, url: string, request: WireRequest, name: string): Pending {
  let late = false
  const send = async (): Promise<RawAnswer | undefined> => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        ...request,
        signal: world.closing,
        redirect: 'manual',
      })
      const text = await response.text()
      if (late) blame(world, `${name} was answered after the deadline`)
      return {
        status: response.status,
        body: readBody(response, text),
        headers: Object.fromEntries(response.headers),
      }
    } catch {
      return undefined
    }
  }
  return {
    answer: send(),
    giveUp() {
      late = true
    },
  }
}

function readBody(response: Response, text: string): unknown {
  if (text === '') return undefined
  return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text
}

/** Names a parcel in a fault. */
export function describeParcel(parcel: Parcel): string {
  const { command, type, event } = parcel.payload as {
    command?: string
    type?: string
    event?: { type: string }
  }
  return command ?? event?.type ?? type ?? parcel.kind
}
