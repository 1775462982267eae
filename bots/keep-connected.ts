/**
 * Keeps a platform connected, whatever comes: what passes is tried again with growing pauses, beside everything else
 * that runs. Only a first attempt that fails for want of an operator's hand ends a start; nothing ever ends the process.
 */
import { type Log, OperatorFault, type Ports } from '#core/index.ts'
import type { Trouble } from './platform.ts'
import { traceFault } from './trace-fault.ts'

/** A platform's account of why it is not connected. */
export interface Away {
  /** A word or two for whoever reads `/readyz`: `http_503`, `token_refused`. Never a secret or anything typed. */
  reason: string
  /** For the log: what the vendor said (status, code, request id), or where it broke. */
  cause: object
  /** Milliseconds that the vendor asks to wait. */
  retryAfter?: number
  /** Something else is to be tried by then: no pause is longer. Milliseconds. */
  atMost?: number
  /** The vendor asked for it, as it does every few hours: worth no warning where the connection had lasted. */
  routine?: boolean
  /** Nothing but an operator's hand helps: the sentence that tells what to do. */
  advice?: string
}

/** A connection that stands. */
export interface Connection {
  /** Resolves with whatever ended it; never rejects. Absent where nothing stands that could end. */
  lost?: Promise<unknown>
}

/** What a first attempt ends with that only an operator can help: the message is the sentence that tells how. */
export class NeedsOperator extends OperatorFault {
  readonly away: Away

  constructor(away: Away & { advice: string }) {
    super(away.advice)
    this.name = 'NeedsOperator'
    this.away = away
  }
}

export interface KeepConnectedOptions {
  /** As people know it: `Discord`. */
  name: string
  /** What the log says of an attempt, if not that the platform is connected, or cannot be; without `done`, nothing. */
  words?: { done?: string; failed: string }
  /**
   * One attempt, which bounds its own time and leaves nothing open where it fails. The signal aborts once nobody
   * wants the connection any more: then an attempt ends, and a connection that stands is the platform's to close.
   */
  connect(signal: AbortSignal): Promise<Connection>
  /** What a failed attempt means, or what ended a connection. */
  explain(error: unknown): Away
  /** When it went away, if not just now. Milliseconds since 1970. */
  since?: number
  clock: Ports['clock']
  log: Log
  /** Milliseconds between attempts: the first is doubled with each failure in a row, up to the longest. */
  pauses?: { first: number; longest: number }
  /** From 0 to below 1. */
  random?(): number
}

export interface KeptConnected {
  /**
   * Makes one attempt. Rejects only with `NeedsOperator`; whatever else comes, it resolves, and the platform joins
   * later.
   */
  start(): Promise<void>
  /** Makes the next attempt now, if one is waited for. */
  hurry(): void
  /** Gives everything up at once. */
  stop(): void
  /** Why and since when it is not connected; undefined while it is. */
  trouble(): Trouble | undefined
}

export const usualPauses = { first: 1_000, longest: 300_000 } as const
/** A vendor that asks for more than this is tried all the same: its header may be broken. Milliseconds. */
const longestWait = 3_600_000
/** A connection that stood this long was a good one, so that its end is no failure of connecting. Milliseconds. */
export const lasting = 60_000

/** A connection that was lost soon is as one that failed. */
type Loss = 'failed' | 'lost' | 'lost soon'

type State = { connection: Connection; at: number } | { error: unknown }

export function keepConnected(options: KeepConnectedOptions): KeptConnected {
  const { name, connect, explain, clock, log, pauses = usualPauses, random = Math.random } = options
  const { done }: { done?: string } = options.words ?? { done: `${name} is connected` }
  const stopping = new AbortController()
  const { signal } = stopping
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  let away: Trouble | undefined = { since: options.since ?? clock.now(), reason: 'starting' }
  let failures = 0
  let pausing = new AbortController()

  const tellSeconds = (since: number) => Math.round((clock.now() - since) / 1_000)

  async function attempt(): Promise<State> {
    try {
      const connection = await connect(signal)
      if (away && done !== undefined && !signal.aborted) {
        log.info({ awaySeconds: tellSeconds(away.since), failures }, done)
      }
      away = undefined
      return { connection, at: clock.now() }
    } catch (error) {
      return { error }
    }
  }

  /** Says that it is away; answers how long to wait before the next attempt. */
  function note(found: Away, kind: Loss): number {
    const { reason, cause, advice } = found
    failures = kind === 'lost' ? 0 : failures + 1
    away = { since: away?.since ?? clock.now(), reason }
    const pause = choosePause(found, { failures, ...pauses, chance: random() })
    const fields = {
      ...{ reason, cause, failures },
      ...{ awaySeconds: tellSeconds(away.since), nextTrySeconds: Math.round(pause / 1_000) },
      ...(advice !== undefined && { advice }),
    }
    tell(options, fields, found, kind)
    return pause
  }

  /** Waits for the end of what stands, or for the time of the next attempt, and goes on from there. */
  async function goOn(from: State): Promise<void> {
    let state = from
    while (!signal.aborted) {
      let pause: number
      if ('connection' in state) {
        const { connection, at } = state
        const lost = connection.lost ?? new Promise<never>(() => undefined)
        const error = await Promise.race([lost, stopped])
        if (signal.aborted) return
        pause = note(explain(error), clock.now() - at < lasting ? 'lost soon' : 'lost')
      } else pause = note(explain(state.error), 'failed')
      pausing = new AbortController()
      const enough = AbortSignal.any([signal, pausing.signal])
      if (pause > 0) await clock.sleep(pause, enough).catch(() => undefined)
      if (!signal.aborted) state = await attempt()
    }
  }

  return {
    async start() {
      const first = await Promise.race([attempt(), stopped])
      if (!first || signal.aborted) return
      const found = 'error' in first ? explain(first.error) : undefined
      if (found?.advice !== undefined) throw new NeedsOperator({ ...found, advice: found.advice })
      goOn(first).catch((error) => log.error({ fault: traceFault(error) }, `${name} was given up`))
    },
    hurry: () => pausing.abort(),
    stop: () => stopping.abort(),
    trouble: () => away,
  }
}

function tell(
  { name, words, log }: KeepConnectedOptions,
  fields: object,
  { advice, routine }: Away,
  kind: Loss,
): void {
  const failed = words?.failed ?? `${name} cannot be connected; trying again`
  if (advice !== undefined) log.error(fields, `${name} is away until an operator acts`)
  else if (kind === 'failed') log.warn(fields, failed)
  else if (kind === 'lost' && routine) log.info(fields, `${name} asked for a new connection`)
  else log.warn(fields, `${name} is away; connecting again`)
}

/** Half of it is chance, so that many processes do not come back at once. */
function choosePause(
  { advice, retryAfter = 0, atMost = Number.POSITIVE_INFINITY }: Away,
  { failures, first, longest, chance }: { failures: number; first: number; longest: number; chance: number },
): number {
  const growing = failures === 0 ? 0 : first * 2 ** Math.min(failures - 1, 30)
  const grown = advice === undefined ? Math.min(growing, longest) : longest
  const pause = grown * (0.5 + chance / 2)
  return Math.min(Math.max(pause, Math.min(retryAfter, longestWait)), Math.max(0, atMost))
}
