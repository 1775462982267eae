/** Slack: connects the SDK to the bot. */

import { createOnce } from '../once.ts'
import type { Platform } from '../platform.ts'
import { createShutdown } from '../process/shutdown.ts'
import { traceFault } from '../trace-fault.ts'
import { createAnswerer } from './answer.ts'
import { createWebApi } from './api.ts'
import { createConnection, type SlackConnection } from './connection.ts'
import { isTokenRefusal } from './explain-away.ts'
import { createInstallations, createSingleInstallation, type Installation } from './install/installations.ts'
import { createLeave } from './install/leave.ts'
import { meetWorkspace } from './install/meet.ts'
import { createInstallRoutes, installPath } from './install/routes.ts'
import { createMeet } from './members.ts'
import { type SlackOptions, usualSilence, usualTiming } from './options.ts'
import { readTeamId } from './place.ts'
import { createRefused } from './refused.ts'
import { listScopes } from './register.ts'
import { createSender } from './send.ts'
import { createTeam } from './team.ts'
import { createBoltApp } from './transport/bolt-app.ts'
import { createFetch } from './transport/fetch.ts'
import { createHttpReceiver } from './transport/http-receiver.ts'
import { listen } from './transport/listen.ts'
import { createSocketReceiver } from './transport/socket-receiver.ts'
import { createUnderWay } from './under-way.ts'
import { createPictures } from './uploads.ts'
import { createOpenWorkspace } from './workroom.ts'

export interface Slack extends Platform {
  /** For the web module: answers under `/slack/`. Absent where nothing of Slack comes by HTTP. */
  fetch?(request: Request): Promise<Response>
  /** Resolves when nothing that came before `stop` is still being handled. */
  close(): Promise<void>
}

const slackUrl = 'https://slack.com/api/'

/** Throws when the options leave no way to run. */
export function createSlack(options: SlackOptions): Slack {
  const { botToken, appToken, signingSecret, clientId, clientSecret, stateSecret, publicUrl } = options
  const { sealingKeys } = options
  const { dispatch, commands, core, records, clock, log, timing = usualTiming, apiUrl = slackUrl } = options
  const { timeout, patience, progressEvery, settling } = timing
  const { onAcknowledged, suggest } = options
  const { track, settle } = createUnderWay(log)
  let stopping = false
  let connected: SlackConnection | undefined
  let single: Installation | undefined = botToken === undefined ? undefined : { token: botToken }

  const scopes = listScopes(commands)
  const shutdown = createShutdown(clock)
  const webApi = createWebApi({
    ...{ clock, apiUrl, timeout, patience, shutdown },
    onRefused: (code) => isTokenRefusal(code) && connected?.doubt(),
  })
  const { pictures: bytes, servesPictures } = options
  const pictures = createPictures({ pictures: bytes, servesPictures, ask: webApi.ask, clock, log, settling })
  const oauth = botToken === undefined && clientId && clientSecret && stateSecret && sealingKeys
  if (botToken === undefined && !oauth) {
    throw new Error('Slack needs SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.')
  }
  const installations = oauth
    ? createInstallations({ records, keys: sealingKeys, clock, log })
    : createSingleInstallation(
        () => single,
        () => connected?.doubt(),
      )
  const open = createOpenWorkspace({ installations, webApi, pictures })
  const { send, close: closePlace } = createSender({ open })
  const meet = createMeet({ clock, log })
  const install = oauth ? `${publicUrl}${installPath}` : undefined
  const refused = createRefused({ install, track, clock, apiUrl, timeout, shutdown })
  const handle = createAnswerer({
    ...{
      commands,
      dispatch,
      send,
      close: closePlace,
      open,
      refused,
      meet,
      suggest,
      clock,
      apiUrl,
      timeout,
      pictures,
    },
    ...{ shutdown, progressEvery, log, seals: core.seals },
  })

  const http =
    appToken === undefined && signingSecret !== undefined
      ? createHttpReceiver({
          signingSecret,
          clock,
          handle: track,
          ...(onAcknowledged && { onAcknowledged }),
          log,
        })
      : undefined
  const socket =
    appToken === undefined
      ? undefined
      : createSocketReceiver({
          client: webApi.open(appToken),
          silence: timing.silence ?? usualSilence,
          clock,
          log,
        })
  const receiver = socket ?? http
  if (!receiver) throw new Error('Slack needs SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET.')

  const routes = oauth
    ? createInstallRoutes({
        ...{ clientId, clientSecret, stateSecret, publicUrl, installations, webApi, clock, log },
        scopes,
        authorizeUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      })
    : undefined

  const app = createBoltApp({ receiver, apiUrl, installations, refused, log })
  const leave = createLeave({ teams: core.teams, installations, log })
  listen(app, {
    // Over HTTP the answer to the request says it.
    onAcknowledged: http ? undefined : onAcknowledged,
    once: createOnce(clock),
    clock,
    log,
    on: {
      isStopping: () => stopping,
      leave: (body) => track(() => leave(body)),
      take: (received) => track(() => handle(received)),
    },
  })

  const meetSingle =
    botToken === undefined
      ? undefined
      : async () => {
          single = await meetWorkspace(botToken, { webApi, scopes, log })
        }
  // Over HTTP, for workspaces that install the app themselves, there is nothing that could be away.
  if (meetSingle || socket) {
    connected = createConnection({
      ...{ meet: meetSingle, connect: socket?.connect, clock, log },
      pauses: timing.pauses,
    })
  }

  return {
    name: 'slack',
    send,
    team: (id) => createTeam(id, () => open(readTeamId(id))),
    async start() {
      track(async () => {
        await installations.renew().catch((error) => {
          log.warn(
            { fault: traceFault(error) },
            'What older keys have sealed for Slack could not be sealed anew',
          )
        })
      })
      // What comes over HTTP is answered from now on, also while Slack itself cannot be asked.
      await app.start()
      await connected?.start()
    },
    ...(connected && { trouble: connected.trouble }),
    async stop() {
      stopping = true
      connected?.stop()
      shutdown.hurry(timing.shutdown)
      await app.stop()
    },
    close: settle,
    ...((http || routes) && { fetch: createFetch({ http, routes }) }),
  }
}
