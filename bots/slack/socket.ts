/**
 * Receives what Slack sends by Socket Mode. The SDK connects and listens; staying connected is done here, since a
 * reconnection of its own that fails, by a moment without network, ends the whole process as an unhandled rejection.
 */
import { type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { Log } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'
import { readFault, SlackFault } from './errors.ts'
import { createSdkLogger } from './sdk-logger.ts'
import type { Clock } from './web-api.ts'

/** Milliseconds from asking for a connection to Slack's hello. */
const longestStart = 20_000
/** Milliseconds between two attempts, after the first failure and at most. */
const firstPause = 1_000
const longestPause = 60_000
/** Milliseconds that a connection may take to close. */
const longestClose = 3_000

/** `start` resolves once connected and rejects with a `SlackFault` when the first attempt fails. */
export function createSocketReceiver(options: {
  appToken: string
  apiUrl?: string
  timeout: number
  clock: Clock
  log: Log
}): Receiver {
  const { appToken, apiUrl, timeout, clock, log } = options
  const logger = createSdkLogger()
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        timeout,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      },
    },
  })
  const { client } = receiver
  const stopping = new AbortController()

  /** Resolves once connected, with a promise for the end of the connection. */
  async function connect(): Promise<{ lost: Promise<void> }> {
    const late = new AbortController()
    const starting = client.start().catch((error: unknown) => {
      throw error === undefined ? new SlackFault('unsure', 'connection_closed') : readFault(error)
    })
    starting.catch(() => undefined)
    try {
      const tooLate = clock.sleep(longestStart, AbortSignal.any([late.signal, stopping.signal])).then(() => {
        throw new SlackFault('unsure', 'no_hello')
      })
      tooLate.catch(() => undefined)
      await Promise.race([starting, tooLate])
    } catch (error) {
      await disconnect()
      throw error
    } finally {
      late.abort()
    }
    return { lost: new Promise((resolve) => client.once('disconnected', () => resolve())) }
  }

  async function disconnect(): Promise<void> {
    const enough = new AbortController()
    await Promise.race([client.disconnect(), clock.sleep(longestClose, enough.signal).catch(() => undefined)])
    enough.abort()
  }

  async function stayConnected(first: { lost: Promise<void> }): Promise<void> {
    let connection: { lost: Promise<void> } | undefined = first
    let failures = 0
    while (!stopping.signal.aborted) {
      if (connection) {
        failures = 0
        await connection.lost
        if (stopping.signal.aborted) return
        log.debug({}, 'The Slack connection ended; connecting again')
      }
      connection = await connect().catch((error: unknown) => {
        failures += 1
        if (!stopping.signal.aborted) {
          log.warn({ failures, fault: traceFault(error) }, 'Slack cannot be connected; trying again')
        }
        return undefined
      })
      if (!connection) {
        const pause = Math.min(longestPause, firstPause * 2 ** (failures - 1))
        await clock.sleep(pause, stopping.signal).catch(() => undefined)
      }
    }
    if (connection) await disconnect()
  }

  return {
    init: (app) => receiver.init(app),
    async start() {
      const connection = await connect()
      stayConnected(connection).catch((error) =>
        log.error({ fault: traceFault(error) }, 'The Slack connection was given up'),
      )
    },
    async stop() {
      stopping.abort()
      await disconnect()
    },
  }
}
