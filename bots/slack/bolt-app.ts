/** The SDK's app: reads what comes, for the workspaces that have installed this one. */
import { App, type Receiver, type StringIndexed } from '@slack/bolt'
import type { Log } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'
import { SlackFault } from './errors.ts'
import type { Installations } from './installations.ts'
import { createSdkLogger } from './sdk-logger.ts'

/** The SDK is given no token: all requests are made by `webApi`, and it would keep a client for each workspace. */
export function createBoltApp(options: {
  receiver: Receiver
  apiUrl: string
  installations: Pick<Installations, 'find'>
  /** Told of an event that went no further, with the address to say so if it has one. */
  onRefused(error: unknown, responseUrl: string | undefined): void
  log: Log
}): App {
  const { receiver, apiUrl, installations, onRefused, log } = options
  const app = new App({
    receiver,
    logger: createSdkLogger(),
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: { slackApiUrl: apiUrl },
    async authorize({ teamId: team, enterpriseId: enterprise }) {
      const found = await installations.find({ team, enterprise })
      if (!found) throw new SlackFault('refused', 'not_installed')
      const { botId, botUserId } = found
      return { ...(botId !== undefined && { botId }), ...(botUserId !== undefined && { botUserId }) }
    },
  })
  app.error(async ({ error, body }: { error: Error; body: StringIndexed }) => {
    const { original = error } = error as { original?: unknown }
    log.warn({ fault: traceFault(original) }, 'An event from Slack was not taken')
    onRefused(original, typeof body.response_url === 'string' ? body.response_url : undefined)
  })
  return app
}
