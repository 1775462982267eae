/** The SDK's app: reads what comes, for the workspaces that have installed this one. */
import { App, type Receiver, type StringIndexed, type ViewResponseAction } from '@slack/bolt'
import { type Log, logFailure } from '#core/index.ts'
import { SlackFault } from '../errors.ts'
import type { Installations } from '../install/installations.ts'
import type { Refused } from '../refused.ts'
import { createSdkLogger } from './sdk-logger.ts'

/** The SDK is given no token: all requests are made by `webApi`, and it would keep a client for each workspace. */
export function createBoltApp(options: {
  receiver: Receiver
  apiUrl: string
  installations: Pick<Installations, 'find'>
  refused: Refused
  log: Log
}): App {
  const { receiver, apiUrl, installations, refused, log } = options
  const app = new App({
    receiver,
    logger: createSdkLogger(),
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: { slackApiUrl: apiUrl },
    async authorize({ teamId: team, enterpriseId: enterprise }) {
      try {
        const found = await installations.find({ team, enterprise })
        if (!found) throw new SlackFault('refused', 'not_installed')
        const { botId, botUserId } = found
        return { ...(botId !== undefined && { botId }), ...(botUserId !== undefined && { botUserId }) }
      } catch (refusal) {
        // Thrown here it would be acknowledged without a word, also where a form waits for one.
        return { refusal }
      }
    },
  })
  app.use(async ({ context, next, ...given }) => {
    const { refusal } = context
    if (refusal === undefined) return await next()
    logFailure(log, refusal, {}, 'An event from Slack was not taken')
    const body: StringIndexed = given.body
    const { ack } = given as { ack?: (said?: ViewResponseAction) => Promise<void> }
    if (body.type === 'view_submission')
      return await ack?.({
        response_action: 'update',
        view: refused.renderInstead(refusal, findPerson(body)),
      })
    await ack?.()
    refused.tell(refusal, { person: findPerson(body), url: body.response_url })
  })
  app.error(async ({ error, body }: { error: Error; body: StringIndexed }) => {
    const { original = error } = error as { original?: unknown }
    logFailure(log, original, {}, 'An event from Slack was not taken')
    refused.tell(original, { person: findPerson(body), url: body.response_url })
  })
  return app
}

/** A command names its person another way than a press or a form. */
const findPerson = ({ user_id: typed, user }: StringIndexed): unknown => typed ?? user?.id
