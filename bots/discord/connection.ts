/** The gateway connection, by discord.js: logs in within a deadline, resumes by itself, says when it is over. */
import {
  type APIInteraction,
  Client,
  Collection,
  Events,
  GatewayDispatchEvents,
  type GatewayReadyDispatchData,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js'
import type { Log, Ports } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'
import type { Api } from './api.ts'
import { explainClosing, explainFailure, explainNoLogins, explainSlowness } from './explain-start.ts'
import { createIdentifyBudget, type IdentifyBudget, type LoginMemory } from './identify-budget.ts'
import type { Shards } from './shards.ts'

export interface ConnectionOptions {
  token: string
  apiUrl?: string
  shards: Shards
  api: Pick<Api, 'rest'>
  onInteraction(interaction: APIInteraction): void
  /** Called once when a connection that had begun ended for good. */
  onFatal(error: Error): void
  logins: LoginMemory
  /** Milliseconds from logging in to being let in, beside the five seconds that Discord wants between shards. */
  startDeadline: number
  clock: Ports['clock']
  log: Log
}

export interface Connection {
  /** Rejects with a sentence an operator can act on. */
  open(): Promise<void>
  close(): Promise<void>
}

/** Logins that are kept for a person who comes to mend things. */
const reserved = 5
/** Between two shards' logins, or as many as Discord lets in at once. Milliseconds. */
const betweenShards = 5_000
/** Milliseconds that closing may take. */
const farewell = 3_000

export function createConnection(options: ConnectionOptions): Connection {
  const { token, apiUrl, shards, api, onInteraction, onFatal, logins, startDeadline, clock, log } = options
  const closing = new AbortController()
  let client: Client | undefined
  let isOpen = false

  function createClient(budget: IdentifyBudget): Client {
    const created = new Client({
      intents: [],
      // By itself as many as Discord recommends: one below 2,500 servers.
      ...(shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.count }),
      makeCache: keepNothing,
      sweepers: {},
      rest: { ...(apiUrl && { api: apiUrl }), timeout: 10_000, retries: 2 },
      ws: { buildIdentifyThrottler: () => budget },
    })
    // Discord lists every server the bot is on; nothing here needs them.
    created.ws.on(GatewayDispatchEvents.Ready, (ready: GatewayReadyDispatchData) => {
      ready.guilds = []
    })
    // The event as Discord sends it: discord.js's own classes would look things up in caches that are empty.
    created.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction)
    created.on(Events.Error, (error) => log.warn({ fault: traceFault(error) }, 'discord.js reports an error'))
    created.on(Events.ShardError, (error, shard) =>
      log.warn({ shard, fault: traceFault(error) }, 'The connection to Discord has an error'),
    )
    created.on(Events.ShardReconnecting, (shard) => {
      if (!closing.signal.aborted) log.info({ shard }, 'Reconnecting to Discord')
    })
    created.on(Events.ShardResume, (shard, replayed) =>
      log.info({ shard, replayed }, 'Connected to Discord again'),
    )
    return created
  }

  /** How many shards this process starts, of how many, and how many of them may log in at once. */
  async function requireLogins(): Promise<{ starting: number; count: number; concurrency: number }> {
    const answer = await api.rest.get(Routes.gatewayBot()).catch((error) => {
      throw explainFailure(error)
    })
    const gateway = answer as RESTGetAPIGatewayBotResult
    const { remaining, reset_after, max_concurrency } = gateway.session_start_limit
    const { starting, count } =
      shards === 'auto'
        ? { starting: gateway.shards, count: gateway.shards }
        : { starting: shards.ids.length, count: shards.count }
    if (remaining < starting + reserved) throw explainNoLogins(reset_after)
    return { starting, count, concurrency: max_concurrency }
  }

  /** Waits its turn, so that the deadline counts Discord's time only. */
  async function waitForTurn(budget: IdentifyBudget): Promise<void> {
    const delay = await budget.findDelay()
    if (delay === 0) return
    log.warn({ delay }, 'Started often lately, so the login to Discord waits')
    await clock.sleep(delay, closing.signal)
  }

  async function logIn(current: Client, deadline: number): Promise<void> {
    const { promise: closed, reject } = Promise.withResolvers<never>()
    closed.catch(() => undefined)
    current.on(Events.ShardDisconnect, ({ code }) => {
      const error = explainClosing(code)
      reject(error)
      if (isOpen && !closing.signal.aborted) onFatal(error)
      isOpen = false
    })
    const tooLate = clock.sleep(deadline, closing.signal).then(() => {
      throw explainSlowness(deadline)
    })
    tooLate.catch(() => undefined)
    const login = current.login(token).catch((error) => {
      throw explainFailure(error)
    })
    // The close code comes first in the list: it says more than the failed login that follows it.
    await Promise.race([closed, login, tooLate])
    isOpen = true
  }

  /** Does not wait long for a gateway that no longer answers. */
  async function hangUp(): Promise<void> {
    await Promise.race([client?.destroy(), clock.sleep(farewell)])
  }

  return {
    async open() {
      const { starting, count, concurrency } = await requireLogins()
      const budget = createIdentifyBudget({ concurrency, shards: count, memory: logins, clock })
      await waitForTurn(budget)
      client = createClient(budget)
      try {
        await logIn(client, startDeadline + betweenShards * (Math.ceil(starting / concurrency) - 1))
      } catch (error) {
        await hangUp()
        throw error
      }
    },
    async close() {
      closing.abort()
      isOpen = false
      await hangUp()
    },
  }
}

/** Nothing is ever looked up in discord.js's caches, so nothing may pile up in them. */
function keepNothing<Key, Value>(): Collection<Key, Value> {
  const cache = new Collection<Key, Value>()
  cache.set = () => cache
  return cache
}
