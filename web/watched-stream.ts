/** Answers that are streamed: what becomes of one that fails halfway. */
import type { ServerResponse } from 'node:http'
import type { Context } from 'hono'
import type { Log } from '#core/index.ts'

export interface Watched {
  left: AbortSignal
  log: Log
  /** Absent where a request is answered without a connection. */
  outgoing?: ServerResponse
}

export function watchAnswer(c: Context, log: Log): Watched {
  const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse }
  return { left: c.req.raw.signal, log, ...(outgoing && { outgoing }) }
}

/**
 * A stream that has begun cannot become a page that says what went wrong: it is cut, and the fault is logged. Thrown on
 * where there is a connection, it would be printed as a stack besides.
 */
export async function* watch<Item>(items: AsyncIterable<Item>, { left, log, outgoing }: Watched) {
  try {
    yield* items
  } catch (err) {
    if (left.aborted) log.debug({ err }, 'Nobody waits for an export any more')
    else log.error({ err }, 'An export was cut short')
    if (!outgoing) throw err
    outgoing.destroy()
  }
}
