/** Trouble on order: for chosen methods or the next few requests, Slack is slow, busy, broken or gone. */
import type { Clock } from '../clock.ts'

/** What goes wrong. */
export type TroubleKind =
  /** HTTP 429 with `Retry-After`, in seconds. */
  | { kind: 'ratelimited'; retryAfter: number }
  /** That HTTP status and an HTML page. */
  | { kind: 'status'; status: number }
  /** HTTP 200 with `{ ok: false, error }`. */
  | { kind: 'error'; error: string }
  /** No answer until `release`; an app that hangs up before has not been heard. */
  | { kind: 'hang' }
  /** The connection is cut without an answer. */
  | { kind: 'reset' }
  /** That many milliseconds late; it takes effect even when the app has hung up by then. */
  | { kind: 'delay'; ms: number }

/** Which requests it hits, and how. */
export interface TroubleOrder {
  /** A method, or several: `chat.postMessage`, `response_url`, `upload`, `/^files\./`. Absent: any request. */
  method?: string | RegExp
  /** How many requests it hits; absent: all until `clear`. */
  times?: number
  /** `after`: the request takes effect first, only its answer is lost or replaced. */
  when?: 'before' | 'after'
  trouble: TroubleKind
}

/** The first order that fits is taken. */
export interface Trouble {
  order(order: TroubleOrder): void
  /** The trouble the next request for that method is in, counting it. */
  take(method: string): TroubleOrder | undefined
  /** Resolves when a hanging request may go on. */
  wait(kind: TroubleKind, gone: AbortSignal): Promise<void>
  /** Lets everything that hangs be answered. */
  release(): void
  /** Ends all trouble and releases. */
  clear(): void
}

/** Delays run by that clock. */
export function createTrouble(clock: Clock): Trouble {
  let orders: { order: TroubleOrder; left: number }[] = []
  let held = Promise.withResolvers<void>()

  const release = () => {
    held.resolve()
    held = Promise.withResolvers<void>()
  }

  return {
    order: (order) => orders.push({ order, left: order.times ?? Number.POSITIVE_INFINITY }),
    take(method) {
      const found = orders.find(({ order, left }) => left > 0 && matches(order, method))
      if (found) found.left -= 1
      return found?.order
    },
    async wait(kind, gone) {
      if (gone.aborted) return
      const left = new Promise<void>((resolve) =>
        gone.addEventListener('abort', () => resolve(), { once: true }),
      )
      if (kind.kind === 'hang') await Promise.race([held.promise, left])
      if (kind.kind === 'delay') await Promise.race([clock.sleep(kind.ms, gone).catch(() => {}), left])
    },
    release,
    clear() {
      orders = []
      release()
    },
  }
}

function matches(order: TroubleOrder, method: string): boolean {
  if (order.method === undefined) return true
  return typeof order.method === 'string' ? order.method === method : order.method.test(method)
}
