/** One shard, kept connected: by resuming its session for a minute, and then by logging in afresh. */
import type { Log, Ports } from '#core/index.ts'
import { type Connection, type KeptConnected, keepConnected, lasting } from '../../keep-connected.ts'
import { explainAway } from '../explain-away.ts'
import { GatewayFault } from './fault.ts'
import type { GatewaySession } from './frame.ts'
import { type OpenGateway, openGateway } from './gateway.ts'
import type { IdentifyBudget } from './identify-budget.ts'
import type { GatewayPlan } from './plan.ts'

export interface ShardOptions {
  token: string
  shard: { id: number; count: number }
  /** Asked before each login. Rejects while Discord allows none. */
  findPlan(signal: AbortSignal): Promise<GatewayPlan>
  budget: IdentifyBudget
  onInteraction(interaction: object): void
  /** Told of what somebody has bought, under the event's name. */
  onEntitlement(name: string, entitlement: object): void
  /** Told whenever it is connected, for the first time or again. */
  onConnected(): void
  /** Told when Discord wants another number of shards. Absent where an operator has set it. */
  onOutdated?: ((fault: GatewayFault) => void) | undefined
  /** When the platform went away. Milliseconds since 1970. */
  since: number
  /** Milliseconds from logging in to being let in. */
  startDeadline: number
  clock: Ports['clock']
  log: Log
  pauses?: { first: number; longest: number }
}

export interface KeptShard extends Pick<KeptConnected, 'start' | 'trouble'> {
  /** Gives up everything; a connection that stands is ended with a goodbye. */
  close(): Promise<void>
}

/** A session that could not be resumed for so long is not worth more. Milliseconds. */
const patience = 60_000
/** Milliseconds from connecting to HELLO. */
const longestHello = 20_000

export function keepShard(options: ShardOptions): KeptShard {
  const { shard, findPlan, budget, startDeadline, clock, log } = options
  const name = shard.count === 1 ? 'Discord' : `Shard ${shard.id} of Discord`
  let session: GatewaySession | undefined
  /** When a connection that had stood was lost; since then the session waits to be resumed. */
  let lostAt: number | undefined
  let opened: OpenGateway | undefined

  const findTimeLeft = () =>
    session && lostAt !== undefined ? lostAt + patience - clock.now() : Number.POSITIVE_INFINITY

  async function connect(signal: AbortSignal): Promise<Connection> {
    if (findTimeLeft() <= 0) {
      session = undefined
      log.warn({ shard: shard.id }, 'The session with Discord could not be resumed; logging in afresh')
    }
    const resumed = session
    try {
      opened = await openGateway({
        ...options,
        url: resumed ? (resumed.url ?? (await findPlan(signal)).url) : await logIn(options, signal),
        session: resumed,
        waitForLogin: (over) => budget.waitForIdentify(shard.id, over),
        deadlines: { hello: longestHello, login: startDeadline, resume: findTimeLeft() },
        signal,
      })
    } catch (error) {
      if (error instanceof GatewayFault) endSession(error)
      throw error
    }
    if (!resumed) lostAt = undefined
    session = opened.findSession()
    options.onConnected()
    return { lost: watch(opened, clock.now()) }
  }

  /** A connection that is lost again and again, soon after it was resumed, counts as one that was never resumed. */
  async function watch({ ended, findSession }: OpenGateway, since: number): Promise<GatewayFault> {
    const fault = await ended
    session = findSession()
    if (lostAt === undefined || clock.now() - since >= lasting) lostAt = clock.now()
    endSession(fault)
    return fault
  }

  function endSession(fault: GatewayFault): void {
    if (fault.endsSession) session = undefined
    if (isAboutShards(fault)) options.onOutdated?.(fault)
  }

  const kept = keepConnected({
    ...options,
    name,
    connect,
    explain(error) {
      const { advice, ...away } = explainAway(error)
      const isForOperator = advice !== undefined && !(options.onOutdated && isAboutShards(error))
      return { ...away, ...(isForOperator && { advice }), atMost: findTimeLeft() }
    },
  })

  return {
    start: kept.start,
    trouble: kept.trouble,
    async close() {
      kept.stop()
      await opened?.close()
    },
  }
}

/** Answers with where to log in, once it may. */
async function logIn(
  { shard, findPlan, budget, clock, log }: ShardOptions,
  signal: AbortSignal,
): Promise<string> {
  const { url } = await findPlan(signal)
  const delay = await budget.findDelay()
  if (delay > 0) {
    log.warn({ shard: shard.id, delay }, 'Logged in often lately, so the login to Discord waits')
    await clock.sleep(delay, signal)
  }
  return url
}

const isAboutShards = (error: unknown) =>
  error instanceof GatewayFault && (error.closing === 4010 || error.closing === 4011)
