/** The HTTP side: routes requests, limits, troubles, checks and records them, and serves uploaded files. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFile } from './attachments.ts'
import type { RateLimits } from './rate-limits.ts'
import { Refusal } from './refusals.ts'
import { readBody } from './request-body.ts'
import { matchPath, type Route, type RouteName } from './route.ts'
import type { SpecCheck } from './spec-check.ts'
import { isForeign, renderRateLimit, renderTrouble, type Trouble, type TroubleDesk } from './trouble.ts'
import type { World } from './world.ts'

/** One request the bot made. */
export interface RecordedRequest {
  /** By the stand-in's clock, in milliseconds since 1970. */
  at: number
  method: string
  /** Below `/api/v10`, decoded, without the query. */
  path: string
  route: RouteName | undefined
  /** The JSON sent, of a multipart request its `payload_json`. */
  body: unknown
  files: { name: string; size: number }[]
  /** Undefined until answered, and for ever when it never is. */
  status?: number
  answer?: unknown
}

export interface ServerParts {
  world: World
  routes: readonly Route[]
  limits: RateLimits
  troubles: TroubleDesk
  spec: SpecCheck | undefined
  requests: RecordedRequest[]
  faults: string[]
}

interface Answer {
  status: number
  headers: Record<string, string>
  body?: unknown
}

export function createApiServer(parts: ServerParts): Server {
  return createServer((message, response) => {
    void serve(parts, message, response)
  })
}

async function serve(parts: ServerParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, requests } = parts
  const url = new URL(message.url ?? '/', world.origin)
  if (url.pathname.startsWith('/attachments/')) return serveFile(world, url, response)
  const method = message.method ?? 'GET'
  const [, version, path] = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(decodeURIComponent(url.pathname)) ?? []
  const found = parts.routes.flatMap((route) => {
    const params = matchPath(route.path, path ?? '')
    return params ? [{ route, params }] : []
  })
  const match = found.find(({ route }) => route.method === method)
  const record: RecordedRequest = {
    at: world.clock.now(),
    method,
    path: path ?? url.pathname,
    route: match?.route.name,
    body: undefined,
    files: [],
  }
  requests.push(record)
  let trouble: Trouble | undefined

  async function work(): Promise<Answer> {
    const body = await readBody(message)
    record.body = body.json
    record.files = [...body.files.values()].map(({ name, data }) => ({ name, size: data.length }))
    trouble = match && parts.troubles.meet(match.route.name, record)
    if (trouble && !trouble.afterwards) {
      const troubled = renderTrouble(trouble.kind)
      if (troubled) return troubled
      if (trouble.kind === 'hang' || trouble.kind === 'reset') return { status: 0, headers: {} }
      await delay(trouble)
    }
    if (!match) throw new Refusal(found.length > 0 ? 'methodNotAllowed' : 'notFound')
    if (version !== '10' && version !== '9') throw new Refusal('invalidVersion')
    const { route, params } = match
    if (!route.open && message.headers.authorization !== `Bot ${world.application.token}`) {
      throw new Refusal('unauthorized')
    }
    const { headers, retryAfter } = parts.limits.take(route.name, params)
    if (retryAfter !== undefined) {
      const limited = renderRateLimit('user', retryAfter)
      return { ...limited, headers: { ...headers, ...limited.headers } }
    }
    try {
      const { authorization } = message.headers
      const { headers: own, ...given } = route.handle({
        ...body,
        params,
        query: url.searchParams,
        authorization,
      })
      return { ...given, headers: { ...headers, ...own } }
    } catch (error) {
      return { ...renderError(error, parts), headers }
    }
  }

  const answer = await work().catch((error: unknown) => renderError(error, parts))
  const hasBody = record.body !== undefined
  if (!match) parts.faults.push(`${method} ${record.path}: the stand-in does not serve this`)
  if (path && answer.status > 0 && match && !match.route.unlisted && !(trouble && isForeign(trouble.kind))) {
    const call = { method, path, hasBody, request: record.body, status: answer.status, answer: answer.body }
    parts.faults.push(...(parts.spec?.listFaults(call) ?? []))
  }
  await send(response, record, (trouble?.afterwards && renderTrouble(trouble.kind)) || answer, trouble)
  world.changed()
}

function renderError(error: unknown, { faults }: ServerParts): Answer {
  if (error instanceof Refusal) {
    const { retry_after } = error.body
    const headers: Record<string, string> =
      retry_after === undefined ? {} : { 'retry-after': String(retry_after), 'x-ratelimit-scope': 'shared' }
    return { status: error.status, headers, body: error.body }
  }
  faults.push(`the stand-in itself failed: ${error instanceof Error ? error.stack : String(error)}`)
  return { status: 500, headers: {}, body: { message: '500: Internal Server Error', code: 0 } }
}

async function send(
  response: ServerResponse,
  record: RecordedRequest,
  answer: Answer,
  trouble: Trouble | undefined,
): Promise<void> {
  if (trouble?.kind === 'hang') return
  if (trouble?.kind === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  if (trouble?.afterwards) await delay(trouble)
  record.status = answer.status
  record.answer = answer.body
  const isPage = answer.headers['content-type'] === 'text/html'
  const text = answer.body === undefined ? '' : isPage ? String(answer.body) : JSON.stringify(answer.body)
  response.writeHead(answer.status, {
    ...(text && { 'content-type': 'application/json' }),
    ...answer.headers,
  })
  response.end(text)
}

async function delay({ kind }: Trouble): Promise<void> {
  if (typeof kind === 'object' && 'delay' in kind) await sleep(kind.delay, undefined, { ref: false })
}

function serveFile(world: World, url: URL, response: ServerResponse): void {
  const file = findFile(world, url)
  if (!file) {
    response.writeHead(404).end('This content is no longer available.')
    return
  }
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.data.length })
  response.end(file.data)
}
