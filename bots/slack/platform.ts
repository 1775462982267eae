/** Slack: connects the SDK to the bot. */
import type { Receiver } from '@slack/bolt'
import { createAdmit } from '../admit.ts'
import { findPicture } from '../find-picture.ts'
import { createOnce } from '../once.ts'
import type { Platform } from '../platform.ts'
import { createShutdown } from '../process/shutdown.ts'
import { traceFault } from '../trace-fault.ts'
import { createAnswerer } from './answer.ts'
import { createWebApi, type WebApi } from './api.ts'
import { createConnection, type SlackConnection } from './connection.ts'
import { createDoor, type Door } from './door.ts'
import { isTokenRefusal } from './explain-away.ts'
import {
  createInstallations,
  createSingleInstallation,
  type Installation,
  type Installations,
} from './install/installations.ts'
import { createLeave } from './install/leave.ts'
import { meetWorkspace } from './install/meet.ts'
import { createInstallRoutes, type InstallRoutes, installPath } from './install/routes.ts'
import { readTeamId } from './location.ts'
import { createMembers } from './members.ts'
import { type SlackOptions, usualSilence, usualTiming } from './options.ts'
import { createRecall } from './recall.ts'
import { createRefused } from './refused.ts'
import { listScopes } from './register.ts'
import { createPressedHooks } from './response-url.ts'
import { createNoteThread, createSender } from './send.ts'
import { createTeam, edit, findLink, linkChannel, removeFile, retract } from './team.ts'
import { createBoltApp } from './transport/bolt-app.ts'
import { createFetch } from './transport/fetch.ts'
import { createHttpReceiver, type HttpReceiver } from './transport/http-receiver.ts'
import { listen } from './transport/listen.ts'
import { createSocketReceiver, type SocketReceiver } from './transport/socket-receiver.ts'
import { createUnderWay, type UnderWay } from './under-way.ts'
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
  const { dispatch, commands, core, clock, log, timing = usualTiming, apiUrl = slackUrl } = options
  const { pictures: bytes, servesPictures, suggest, onAcknowledged } = options
  const { timeout, patience, progressEvery, settling } = timing
  const { track, settle } = createUnderWay(log)
  let stopping = false
  let connected: SlackConnection | undefined
  const doubt = () => connected?.doubt()

  const shutdown = createShutdown(clock)
  const webApi = createWebApi({
    ...{ clock, apiUrl, timeout, patience, shutdown },
    onRefused: (code) => isTokenRefusal(code) && doubt(),
  })
  const pictures = createPictures({
    ...{ pictures: bytes, copies: core.copies, servesPictures },
    ...{ ask: webApi.ask, clock, log, settling },
  })
  const { installations, routes, install, meet: meetSingle } = createInstalling(options, { webApi, doubt })
  const open = createOpenWorkspace({ installations, webApi, pictures })
  const note = createNoteThread(core.threads, log)
  const { send, close } = createSender({ open, note })
  const { meet, recallLocale } = createMembers({ clock, log })
  const refused = createRefused({ install, recallLocale, track, send, clock, apiUrl, timeout, shutdown })
  const calls = {
    ...{ hooks: createPressedHooks(), close, open, note, pictures, clock, apiUrl },
    ...{ timeout, shutdown, progressEvery, log },
  }
  const handle = createAnswerer({
    ...{ ...calls, commands, dispatch, send, refused, suggest },
    ...{ publicUrl: options.publicUrl, greet: options.greet, seals: core.seals },
    meet,
    precedence: options.precedence,
    findPicture: (call) => findPicture(core, call),
  })
  const admit = options.admit ?? createAdmit({ clock, log })
  const door = createDoor({ admit, refused, recallLocale, log })
  const { http, socket, receiver } = createReceivers(options, { webApi, track, door })
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
      take: (received, admitted) => track(() => handle(received, admitted)),
    },
  })
  // Over HTTP, for workspaces that install the app themselves, there is nothing that could be away.
  if (meetSingle || socket) {
    const { pauses } = timing
    connected = createConnection({ meet: meetSingle, connect: socket?.connect, clock, log, pauses })
  }

  return {
    name: 'slack',
    send,
    recall: createRecall(calls),
    post: ({ team, channel }, message) =>
      createTeam(team, () => open(readTeamId(team)), note).post(channel, message),
    edit: (post, message) => edit(() => open(readTeamId(post.team)), post, message),
    link: ({ team, channel }) => linkChannel(team, channel),
    findLink: (post) => findLink(() => open(readTeamId(post.team)), post),
    retract: (post) => retract(() => open(readTeamId(post.team)), post),
    removeCopy: ({ team, file }) => removeFile(() => open(readTeamId(team)), file),
    async start() {
      track(() => installations.renew().catch((error) => log.warn({ fault: traceFault(error) }, notRenewed)))
      // What comes over HTTP is answered from now on, also while Slack itself cannot be asked.
      await app.start()
      await connected?.start()
    },
    ...(connected && { trouble: connected.trouble }),
    ...(install !== undefined && { findInstallLink: () => install }),
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

const notRenewed = 'What older keys have sealed for Slack could not be sealed anew'

/** How the app comes to workspaces. */
interface Installing {
  installations: Installations
  /** Tries the configured token. */
  meet?(): Promise<void>
  /** By which workspaces install it themselves, and the address where they begin. */
  routes?: InstallRoutes
  install?: string
}

function createInstalling(
  options: SlackOptions,
  { webApi, doubt }: { webApi: WebApi; doubt: () => void },
): Installing {
  const { botToken, clientId, clientSecret, stateSecret, sealingKeys, publicUrl } = options
  const { commands, records, clock, log, apiUrl = slackUrl } = options
  const scopes = listScopes(commands)
  if (botToken !== undefined) {
    let single: Installation = { token: botToken }
    return {
      installations: createSingleInstallation(() => single, doubt),
      async meet() {
        single = await meetWorkspace(botToken, { webApi, scopes, log })
      },
    }
  }
  if (!clientId || !clientSecret || !stateSecret || !sealingKeys) {
    throw new Error('Slack needs SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.')
  }
  const installations = createInstallations({ records, keys: sealingKeys, clock, log })
  const routes = createInstallRoutes({
    ...{ clientId, clientSecret, stateSecret, publicUrl, installations, webApi, clock, log, scopes },
    authorizeUrl: new URL('/oauth/v2/authorize', apiUrl).href,
  })
  return { installations, routes, install: `${publicUrl}${installPath}` }
}

/** By Socket Mode where there is a token for it, else by HTTP. */
function createReceivers(
  options: SlackOptions,
  { webApi, track, door }: { webApi: WebApi; track: UnderWay['track']; door: Door },
): { http?: HttpReceiver; socket?: SocketReceiver; receiver: Receiver } {
  const { appToken, signingSecret, clock, log, timing = usualTiming, onAcknowledged } = options
  if (appToken !== undefined) {
    const silence = timing.silence ?? usualSilence
    const socket = createSocketReceiver({ client: webApi.open(appToken), silence, door, clock, log })
    return { socket, receiver: socket }
  }
  if (signingSecret === undefined) throw new Error('Slack needs SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET.')
  const told = onAcknowledged && { onAcknowledged }
  const http = createHttpReceiver({ signingSecret, clock, handle: track, door, ...told, log })
  return { http, receiver: http }
}
