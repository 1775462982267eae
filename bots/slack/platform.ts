/** Slack: connects the SDK to the bot. */
import { CoreError } from '#core/errors.ts'
import type { Core, Log, Ports } from '#core/index.ts'
import type { Command } from '../command.ts'
import { createLeaving } from '../leaving.ts'
import { renderRefusal } from '../messages/refusal.ts'
import { createOnce } from '../once.ts'
import type { Dispatch, Message, Platform } from '../platform.ts'
import type { Suggest } from '../suggest.ts'
import { traceFault } from '../trace-fault.ts'
import { createBoltApp } from './bolt-app.ts'
import { createCalls } from './calls.ts'
import { readFault, SlackFault } from './errors.ts'
import { createHomeTab } from './home.ts'
import { createHttpReceiver, eventsPath } from './http.ts'
import { createInstallations, createSingleInstallation, type Installation } from './installations.ts'
import { createLeave } from './leave.ts'
import { listen } from './listen.ts'
import { meetWorkspace } from './meet.ts'
import { createInstallRoutes, installPath, redirectPath } from './oauth.ts'
import { createPictures } from './pictures.ts'
import { readTeamId } from './place.ts'
import { readVisit } from './receive.ts'
import { listScopes } from './register.ts'
import { renderMessage } from './render.ts'
import { createResponseUrl } from './response-url.ts'
import { createSender } from './send.ts'
import { createSocketReceiver } from './socket.ts'
import { explainStart } from './start-fault.ts'
import { createTeam } from './team.ts'
import { createTurns } from './turns.ts'
import { createWebApi } from './web-api.ts'
import { words } from './words.ts'
import { createOpenWorkspace } from './workroom.ts'

/** Milliseconds. */
export interface SlackTiming {
  /** Until a request that is not answered is given up. */
  timeout: number
  /** For which a limited request is asked again. */
  patience: number
  /** Between two changes of one message. */
  progressEvery: number
  /** Before each try to show a file just uploaded. */
  settling: readonly number[]
  /** For which Slack is still waited for once the process is to stop. */
  leaving: number
}

export const usualTiming: SlackTiming = {
  timeout: 10_000,
  patience: 300_000,
  progressEvery: 3_000,
  settling: [0, 2_000, 4_000],
  leaving: 10_000,
}

export interface SlackOptions {
  /** One workspace. Without it, many: they install the app by the client's id and secret. */
  botToken?: string
  /** Socket Mode. Without it, HTTP, for which the signing secret is needed. */
  appToken?: string
  signingSecret?: string
  clientId?: string
  clientSecret?: string
  /** Seals tokens in the store and signs the way through the installation. */
  stateSecret?: string
  /** Absent: Slack's own. */
  apiUrl?: string
  /** Without a slash at its end. */
  publicUrl: string
  dispatch: Dispatch
  commands: readonly Command[]
  core: Core
  pictures: Core['pictures']
  /** Pictures are on this machine's disk, so Slack is given the files. */
  servesPictures: boolean
  records: Ports['store']['records']
  suggest?: Suggest
  /** Told of each call that was acknowledged in time, so many milliseconds after it came. */
  onAcknowledged?(took: number): void
  clock: Ports['clock']
  log: Log
  timing?: SlackTiming
}

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
  const { dispatch, commands, core, records, clock, log, timing = usualTiming, apiUrl = slackUrl } = options
  const { timeout, patience, progressEvery, settling } = timing
  const { onAcknowledged } = options
  const underWay = new Set<Promise<void>>()
  let stopping = false
  let single: Installation | undefined = botToken === undefined ? undefined : { token: botToken }

  const scopes = listScopes(commands)
  const turns = createTurns()

  function track(work: () => Promise<void>): void {
    const { promise, resolve } = Promise.withResolvers<void>()
    const done = promise
      .catch((error) => log.error({ fault: traceFault(error) }, 'An event from Slack could not be handled'))
      .finally(() => underWay.delete(done))
    underWay.add(done)
    turns(() => resolve(work()))
  }

  const leaving = createLeaving(clock)
  const webApi = createWebApi({ clock, apiUrl, timeout, patience, leaving })
  const { pictures: bytes, servesPictures } = options
  const pictures = createPictures({ pictures: bytes, servesPictures, ask: webApi.ask, clock, settling })
  const oauth = botToken === undefined && clientId && clientSecret && stateSecret
  if (botToken === undefined && !oauth) {
    throw new Error('Slack needs SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.')
  }
  const installations = oauth
    ? createInstallations({ records, secret: stateSecret, clock, log })
    : createSingleInstallation(() => single)
  const open = createOpenWorkspace({ installations, webApi, pictures })
  const { send, close: closePlace } = createSender({ open })
  const showHome = createHomeTab({ core, commands, open, pictures, log })
  const { suggest } = options
  const handle = createCalls({
    ...{
      commands,
      dispatch,
      send,
      close: closePlace,
      open,
      suggest,
      clock,
      apiUrl,
      timeout,
      leaving,
      progressEvery,
      log,
    },
  })

  const http =
    appToken === undefined && signingSecret !== undefined
      ? createHttpReceiver({ signingSecret, clock, handle: track, ...(onAcknowledged && { onAcknowledged }) })
      : undefined
  const socket =
    appToken === undefined ? undefined : createSocketReceiver({ appToken, apiUrl, timeout, clock, log })
  const receiver = socket ?? http
  if (!receiver) throw new Error('Slack needs SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET.')

  const routes = oauth
    ? createInstallRoutes({
        ...{ clientId, clientSecret, stateSecret, publicUrl, installations, webApi, clock, log },
        scopes,
        authorizeUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      })
    : undefined

  const app = createBoltApp({ receiver, apiUrl, installations, onRefused, log })

  /** Says why to whoever asked, where there is something to say. */
  function onRefused(error: unknown, url: string | undefined): void {
    const message = renderWhy(error, routes ? `${publicUrl}${installPath}` : undefined)
    if (!message || url === undefined) return
    const responseUrl = createResponseUrl({ url, at: clock.now() }, { clock, timeout, leaving })
    track(() =>
      responseUrl.post(
        renderMessage(message, () => undefined),
        { seenBy: 'person' },
      ),
    )
  }

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
      openHome: (body) => track(() => showHome(readVisit(body))),
      take: (received) =>
        track(async () => {
          await handle(received)
          if (received.home) await showHome(received)
        }),
    },
  })

  return {
    name: 'slack',
    send,
    team: (id) => createTeam(id, () => open(readTeamId(id))),
    async start() {
      if (botToken !== undefined) single = await meetWorkspace(botToken, { webApi, scopes, apiUrl, log })
      await app.start().catch((error) => {
        throw explainStart(readFault(error), 'SLACK_APP_TOKEN', apiUrl)
      })
    },
    async stop() {
      stopping = true
      leaving.hurry(timing.leaving)
      await app.stop()
    },
    async close() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
    ...((http || routes) && {
      async fetch(request: Request) {
        const { pathname } = new URL(request.url)
        if (http && pathname === eventsPath && request.method === 'POST') return await http.fetch(request)
        if (routes && pathname === installPath && request.method === 'GET') return routes.begin()
        if (routes && pathname === redirectPath && request.method === 'GET') return await routes.end(request)
        return new Response(null, { status: 404 })
      },
    }),
  }
}

/** Undefined where it was nothing that the person could know of. `install` is where the app can be installed again. */
function renderWhy(error: unknown, install: string | undefined): Message | undefined {
  if (error instanceof CoreError) return renderRefusal(error)
  if (!(error instanceof SlackFault) || error.code !== 'not_installed') return undefined
  const button = install === undefined ? [] : [{ label: words.install, url: install }]
  return {
    private: true,
    blocks: [
      { kind: 'text', text: [words.notInstalled] },
      { kind: 'buttons', buttons: button },
    ],
  }
}
