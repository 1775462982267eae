/** Slack's Web API, asked so that nothing is posted twice. */
import { webApi } from '@slack/bolt'
import { CoreError } from '#core/errors.ts'
import type { Ports } from '#core/index.ts'
import type { Shutdown } from '../process/shutdown.ts'
import { isMistake } from '../trace-fault.ts'
import { readFault, type SlackFault } from './errors.ts'
import { createSdkLogger } from './transport/sdk-logger.ts'

export type Clock = Ports['clock']
export type WebClient = webApi.WebClient

/**
 * Which failures are answered by asking again. `once`: only a rate limit, since then nothing was done. `again`:
 * also one that may have been done, since doing it twice is harmless. `hasty`: none.
 */
export type Repeat = 'once' | 'again' | 'hasty'

/** `lane` names what is limited together, such as one channel: those who must wait there go one after another. */
export type Ask = <Result>(repeat: Repeat, lane: string, request: () => Promise<Result>) => Promise<Result>

export interface WebApiOptions {
  clock: Clock
  /** Ends with a slash; absent: Slack's own. */
  apiUrl?: string
  /** Milliseconds until a request that is not answered is given up. */
  timeout: number
  /** Milliseconds for which a limited or unanswered request is asked again. */
  patience: number
  shutdown: Shutdown
  /** Told of each request that Slack refuses, by its code. */
  onRefused?: ((code: string) => void) | undefined
}

export interface WebApi {
  /** A client whose calls name the workspace, as an organisation's token must. Each call is made once. */
  open(token: string | undefined, team?: string, timeout?: number): WebClient
  /** Rejects with a `SlackFault`, or with `stopping` once it is given up because the process is to end. */
  ask: Ask
}

const mostTries = 3
const pauseAfterNoAnswer = 500

export function createWebApi(options: WebApiOptions): WebApi {
  const { clock, apiUrl, timeout, patience, shutdown, onRefused } = options
  const lanes = new Map<string, Promise<unknown>>()
  const logger = createSdkLogger()

  /** The SDK itself would try ten times within half an hour, and hold up all other calls for a rate limit. */
  const open: WebApi['open'] = (token, team, longest = timeout) =>
    new webApi.WebClient(token, {
      logger,
      timeout: longest,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      ...(team !== undefined && { teamId: team }),
    })

  async function persist<Result>(
    repeat: Repeat,
    first: SlackFault,
    request: () => Promise<Result>,
  ): Promise<Result> {
    const { within, isOver } = shutdown
    const until = clock.now() + patience
    let fault = first
    for (let tries = 1; ; tries++) {
      const wait = findWait(repeat, fault, tries)
      if (wait === undefined || clock.now() + wait > until) throw fault
      if (isOver()) throw new CoreError('stopping', {}, { cause: fault })
      await within((signal) => clock.sleep(wait, signal))
      try {
        return await within(request)
      } catch (error) {
        fault = requireFault(error)
      }
    }
  }

  function queue<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(work)
    const after = turn.then(
      () => undefined,
      () => undefined,
    )
    lanes.set(lane, after)
    void after.then(() => lanes.get(lane) === after && lanes.delete(lane))
    return turn
  }

  return {
    open,
    async ask(repeat, lane, request) {
      try {
        return await shutdown.within(request)
      } catch (error) {
        const fault = requireFault(error)
        if (fault.kind === 'refused') onRefused?.(fault.code)
        if (repeat === 'hasty') throw fault
        const work = () => persist(repeat, fault, request)
        return fault.kind === 'limited' ? await queue(lane, work) : await work()
      }
    },
  }
}

/** Throws what is not of Slack's making. */
function requireFault(error: unknown): SlackFault {
  if (error instanceof CoreError || isMistake(error)) throw error
  return readFault(error)
}

function findWait(repeat: Repeat, fault: SlackFault, tries: number): number | undefined {
  if (fault.kind === 'limited') return fault.retryAfter
  const again = repeat === 'again' && fault.kind === 'unsure' && tries < mostTries
  return again ? pauseAfterNoAnswer * tries : undefined
}
