/** Stays connected with Slack: knows the workspace whose token is configured, and holds a socket open where there is one. */
import type { Log, Ports } from '#core/index.ts'
import { type Connection, type KeptConnected, keepConnected } from '../keep-connected.ts'
import { readFault, SlackFault } from './errors.ts'
import { explainAway } from './explain-away.ts'

export interface SlackConnection extends KeptConnected {
  /** The configured token may have been taken away: it is tried again, and Slack counts as away where it was. */
  doubt(): void
}

export function createConnection(options: {
  /** Tries the configured token; rejects with a `SlackFault`. Absent where workspaces install the app themselves. */
  meet: (() => Promise<void>) | undefined
  /** Rejects with a `SlackFault`. Absent over HTTP, where Slack connects. */
  connect: ((signal: AbortSignal) => Promise<Connection>) | undefined
  clock: Ports['clock']
  log: Log
  pauses: { first: number; longest: number } | undefined
}): SlackConnection {
  const { meet, connect, clock, log, pauses } = options
  let isMet = meet === undefined
  let doubted = Promise.withResolvers<SlackFault>()
  /** What was asked last, and so what an operator must look at where that was refused. */
  let asked: Parameters<typeof explainAway>[1] = 'SLACK_BOT_TOKEN'

  const kept = keepConnected({
    name: 'Slack',
    async connect(signal) {
      if (meet && !isMet) {
        asked = 'SLACK_BOT_TOKEN'
        doubted = Promise.withResolvers()
        await meet()
        isMet = true
      }
      asked = 'SLACK_APP_TOKEN'
      const { lost } = (await connect?.(signal)) ?? {}
      return { lost: lost ? Promise.race([lost, doubted.promise]) : doubted.promise }
    },
    explain: (error) => explainAway(readFault(error), asked),
    clock,
    log,
    ...(pauses && { pauses }),
  })

  return {
    ...kept,
    async start() {
      isMet = meet === undefined
      await kept.start()
    },
    doubt() {
      if (!meet || !isMet) return
      isMet = false
      doubted.resolve(new SlackFault('unsure', 'token_in_doubt'))
    },
  }
}
