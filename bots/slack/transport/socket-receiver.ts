/** Receives what Slack sends by Socket Mode, over one connection, and over an old one until Slack has let go of it. */
import type { App, Receiver } from '@slack/bolt'
import type { Log } from '#core/index.ts'
import type { Connection } from '../../keep-connected.ts'
import { traceFault } from '../../trace-fault.ts'
import type { Clock, WebClient } from '../api.ts'
import type { Door } from '../door.ts'
import { readFault, SlackFault } from '../errors.ts'
import { type Envelope, openSocket, type Socket } from './socket.ts'

export interface SocketReceiver extends Receiver {
  /** Resolves with a connection that has had its hello, the one there is if it stands; rejects with a `SlackFault`. */
  connect(signal: AbortSignal): Promise<Connection>
}

/** Milliseconds from asking for an address to Slack's hello. */
const longestStart = 20_000

export function createSocketReceiver(options: {
  /** Has the app's own token. */
  client: WebClient
  /** Milliseconds without a sign of life until Slack is asked for one. */
  silence: number
  door: Door
  clock: Clock
  log: Log
}): SocketReceiver {
  const { client, silence, door, clock, log } = options
  const stopping = new AbortController()
  const open = new Set<Socket>()
  let app: App | undefined
  let standing: Connection | undefined

  /** What the SDK does not understand, or cannot acknowledge, is left to Slack, which tells the person or sends it again. */
  function onEnvelope({ body, ack, retryNum }: Envelope): void {
    const entered = door.enter(body)
    if (entered === 'again') return
    const warn = (error: unknown) =>
      log.warn({ fault: traceFault(error) }, 'An event from Slack could not be handled')
    if ('said' in entered) return void ack(entered.said).catch(warn)
    const { admitted } = entered
    const retried = retryNum === undefined ? {} : { retryNum }
    app
      ?.processEvent({ body, ack, ...retried, customProperties: { admitted } })
      .catch(warn)
      .finally(admitted.leave)
  }

  async function findUrl(): Promise<string> {
    const { url } = await client.apps.connections.open().catch((error) => {
      throw readFault(error)
    })
    if (typeof url !== 'string') throw new SlackFault('unsure', 'unreadable_answer')
    return url
  }

  async function begin(signal: AbortSignal): Promise<Socket> {
    const enough = new AbortController()
    const late = new AbortController()
    clock.sleep(longestStart, enough.signal).then(
      () => late.abort(),
      () => undefined,
    )
    try {
      const url = await findUrl()
      const until = AbortSignal.any([signal, stopping.signal, late.signal])
      return await openSocket({ url, onEnvelope, silence, clock, signal: until })
    } finally {
      enough.abort()
    }
  }

  return {
    init(boltApp) {
      app = boltApp
    },
    start: async () => undefined,
    async connect(signal) {
      if (standing) return standing
      const connection = await begin(signal)
      open.add(connection)
      void connection.closed.then(() => open.delete(connection))
      const here = { lost: connection.ended }
      standing = here
      void connection.ended.then(() => {
        if (standing === here) standing = undefined
      })
      return here
    },
    async stop() {
      stopping.abort()
      await Promise.all([...open].map((connection) => connection.close()))
    },
  }
}
