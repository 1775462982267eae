/** How the stand-in can be made to misbehave, one request at a time. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { Fault } from './answer.ts'

/** What becomes of one API request. */
export type Behaviour =
  | { kind: 'normal' }
  /** Refused before it does anything; `retryAfter` in seconds. */
  | {
      kind: 'error'
      status: 400 | 401 | 403 | 408 | 429 | 500 | 502 | 503
      code: number
      retryAfter?: number
    }
  /** Answered with status 200 and this body instead of being done, or, with `done`, after it was. */
  | { kind: 'answer'; body: string; type?: string; done?: true }
  /** Taken, and never answered. */
  | { kind: 'hang' }
  /** Answered after so many milliseconds. */
  | { kind: 'slow'; milliseconds: number }
  /** Done, but the connection breaks before the answer. */
  | { kind: 'lost' }
  /** Done, and the connection breaks after half of the answer. */
  | { kind: 'cut' }
  /** Done, and the second half of the answer never comes. */
  | { kind: 'stall' }

/** Requests that are answered with what no Cloudflare would say: no description of its API speaks of that. */
export const answeredOddly = new WeakSet<Request>()

/** Asks `next` for a behaviour once per request. */
export function misbehave(next: () => Behaviour): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, proceed) => {
    const behaviour = next()
    const { socket } = c.env.incoming
    if (behaviour.kind === 'error') {
      if (behaviour.retryAfter !== undefined) c.header('retry-after', String(behaviour.retryAfter))
      throw new Fault(behaviour.status, behaviour.code, 'As the test asked')
    }
    const {
      type = 'application/json',
      done,
      body,
    } = behaviour.kind === 'answer' ? behaviour : { body: undefined }
    if (body !== undefined) answeredOddly.add(c.req.raw)
    const instead = () => c.body(body ?? '', 200, { 'content-type': type })
    if (body !== undefined && !done) return instead()
    if (behaviour.kind === 'hang') await new Promise<never>(() => {})
    if (behaviour.kind === 'slow') await sleep(behaviour.milliseconds)
    await proceed()
    if (body !== undefined) c.res = instead()
    if (behaviour.kind === 'lost') socket.destroy()
    if (behaviour.kind === 'cut') c.res = await halve(c.res, () => socket.destroy())
    if (behaviour.kind === 'stall') c.res = await halve(c.res, () => {})
  }
}

/** The same answer, of which only the first half is sent; `then` is called after that. */
async function halve(response: Response, then: () => void): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(whole.subarray(0, whole.length >> 1)),
    pull: () => {
      setImmediate(then)
      return new Promise<never>(() => {})
    },
  })
  const headers = new Headers(response.headers)
  headers.set('content-length', String(whole.length))
  return new Response(body, { status: response.status, headers })
}
