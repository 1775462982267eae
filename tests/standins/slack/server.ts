/** The HTTP side: finds who answers a request, records it, and lets ordered trouble happen. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { answerApi, renderApiError } from './api.ts'
import { ApiError } from './api-error.ts'
import { findImageType } from './blocks/pictures.ts'
import { decideConsent, showConsent } from './consent-page.ts'
import { type Answer, type Args, readArgs, readHeaders, sendAnswer } from './http.ts'
import type { CountRequest } from './rate-limits.ts'
import { answerHook } from './response-url.ts'
import { decideSignIn, showSignIn } from './sign-in-page.ts'
import type { TroubleKind } from './trouble.ts'
import { blame, type RecordedRequest, type World } from './world.ts'

interface Route {
  /** How requests and trouble name it. */
  method: string
  answer(args: Args, headers: Readonly<Record<string, string>>): Answer | Promise<Answer>
}

/** Upgrades are not its business. */
export function createListener(world: World, count: CountRequest): RequestListener {
  return (request, response) => {
    serve(world, count, request, response).catch((error: unknown) => {
      if (response.closed) return
      blame(world, `the stand-in itself failed: ${String(error)}`)
      if (!response.headersSent) sendAnswer(response, { status: 500, body: 'internal error' })
    })
  }
}

async function serve(
  world: World,
  count: CountRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.url)
  const headers = readHeaders(request)
  const route = findRoute(world, count, url, request.method ?? 'GET')
  const record: RecordedRequest = {
    at: world.clock.now(),
    method: route.method,
    path: url.pathname,
    headers,
    args: {},
  }
  world.requests.push(record)
  world.changes.emit('change')
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const ends = AbortSignal.any([gone.signal, world.closing])
  const { when = 'before', trouble } = world.trouble.take(route.method) ?? {}
  const early = when === 'before' ? trouble : undefined
  const late = when === 'after' ? trouble : undefined
  const answerIt = async (): Promise<Answer | undefined> => {
    record.args = await readArgs(request, url)
    if (early) await world.trouble.wait(early, ends)
    if (early?.kind === 'hang' && ends.aborted) return undefined
    return (early && spoil(early)) ?? route.answer(record.args, headers)
  }
  const right = await answerIt().catch((error: unknown) => {
    if (error instanceof ApiError) return renderApiError(error)
    throw error
  })
  if (late) await world.trouble.wait(late, ends)
  const answer = (late && spoil(late)) ?? right
  if (!answer || trouble?.kind === 'reset') return void response.destroy()
  if (!gone.signal.aborted) sendAnswer(response, answer)
  record.answer = { at: world.clock.now(), status: answer.status, body: answer.body }
  world.changes.emit('change')
}

/** The answer that trouble puts in place of the right one. */
function spoil(trouble: TroubleKind): Answer | undefined {
  switch (trouble.kind) {
    case 'ratelimited':
      return renderApiError(new ApiError('ratelimited', { retryAfter: trouble.retryAfter }))
    case 'status':
      return { status: trouble.status, body: '<html><body>Server Error</body></html>' }
    case 'error':
      return { status: 200, body: { ok: false, error: trouble.error } }
    case 'reset':
      return { status: 0, body: '' }
    default:
      return undefined
  }
}

function findRoute(world: World, count: CountRequest, url: URL, verb: string): Route {
  const [, area = '', ...rest] = url.pathname.split('/')
  const name = rest.join('/')
  if (area === 'api')
    return { method: name, answer: (args, headers) => answerApi(world, count, name, args, headers) }
  if (area === 'commands' || area === 'actions') {
    return { method: 'response_url', answer: (args) => answerHook(world, url.pathname, args) }
  }
  if (area === 'upload')
    return { method: 'upload', answer: (args) => takeUpload(world, rest.at(-1) ?? '', args) }
  if (area === 'files-pri') {
    return { method: 'download', answer: (_args, headers) => giveFile(world, name, headers.authorization) }
  }
  if (url.pathname === '/oauth/v2/authorize') {
    const show = verb === 'POST' ? decideConsent : showConsent
    return { method: 'authorize', answer: (args) => show(world, args) }
  }
  if (url.pathname === '/openid/connect/authorize') {
    const show = verb === 'POST' ? decideSignIn : showSignIn
    return { method: 'sign-in', answer: (args) => show(world, args) }
  }
  return { method: url.pathname, answer: () => ({ status: 404, body: 'not found' }) }
}

/** The bytes, in whatever form part they came; their number must be the one announced. */
function takeUpload(world: World, id: string, args: Args): Answer {
  const file = world.files.get(id)
  const bytes = Object.values(args).find((part): part is Buffer => Buffer.isBuffer(part))
  if (file?.state !== 'awaiting') return { status: 404, body: 'no such upload' }
  if (bytes?.length !== file.length) {
    blame(world, `an upload of ${bytes?.length ?? 0} bytes that was announced as ${file.length}`)
    return { status: 400, body: 'length mismatch' }
  }
  file.bytes = bytes
  file.mimetype = findImageType(bytes) ?? file.mimetype
  file.state = 'uploaded'
  return { status: 200, body: `OK - ${bytes.length}` }
}

/** Private files need a token with `files:read`; without one Slack shows its sign-in page. */
function giveFile(world: World, id: string, authorization = ''): Answer {
  const file = world.files.get(id)
  const token = authorization.replace(/^Bearer /i, '')
  const reader = world.installations.find((one) => one.token === token && one.state === 'live')
  if (!reader?.scopes.includes('files:read')) {
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Sign in</title>',
    }
  }
  if (!file?.bytes) return { status: 404, body: 'not found' }
  return { status: 200, headers: { 'content-type': file.mimetype }, body: file.bytes }
}
