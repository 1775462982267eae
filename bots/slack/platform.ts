/** Slack: connects the SDK to the bot. */
import { App, type StringIndexed } from '@slack/bolt'
import { CoreError } from '#core/errors.ts'
import type { Core, Log, Ports } from '#core/index.ts'
import type { Command } from '../command.ts'
import { createLeaving } from '../leaving.ts'
import { renderRefusal } from '../messages/refusal.ts'
import { createOnce } from '../once.ts'
import type { Dispatch, Platform } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import { createCalls, type Suggest } from './calls.ts'
import { readFault, SlackFault } from './errors.ts'
import { createHomeTab } from './home.ts'
import { createHttpReceiver, eventsPath } from './http.ts'
import { createInstallations, createSingleInstallation, type Installation } from './installations.ts'
import { listen } from './listen.ts'
import { createInstallRoutes, installPath, redirectPath } from './oauth.ts'
import { createPictures } from './pictures.ts'
import { readTeamId, renderTeamId } from './place.ts'
import { readVisit } from './receive.ts'
import { listScopes } from './register.ts'
import { renderMessage } from './render.ts'
import { createResponseUrl } from './response-url.ts'
import { createSdkLogger } from './sdk-logger.ts'
import { createSender } from './send.ts'
import { createSocketReceiver } from './socket.ts'
import { explainStart } from './start-fault.ts'
import { createTeam } from './team.ts'
import { createTurns } from './turns.ts'
import { createWebApi } from './web-api.ts'
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
  const showHome = createHomeTab({ core, commands, open, pictures, clock, log })
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
        scopes: listScopes(commands),
        authorizeUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      })
    : undefined

  /** The SDK is given no token: all requests are made by `webApi`, and it would keep a client for each workspace. */
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
    const url = body.response_url
    if (!(original instanceof CoreError) || typeof url !== 'string') return
    const content = renderMessage(renderRefusal(original), () => undefined)
    track(() =>
      createResponseUrl({ url, at: clock.now() }, { clock, timeout, leaving }).post(content, {
        seenBy: 'person',
      }),
    )
  })

  async function leave(body: StringIndexed): Promise<void> {
    const { event, authorizations } = body
    if (event.type === 'tokens_revoked' && !event.tokens?.bot?.length) return
    const org = authorizations?.[0]?.is_enterprise_install === true
    const workspace = org ? { enterprise: body.enterprise_id } : { team: body.team_id }
    // Slack's time is in whole seconds, and its events may come late: after a new installation they mean nothing.
    if (event.type === 'app_uninstalled' && !org && typeof body.team_id === 'string') {
      const id = renderTeamId({
        team: body.team_id,
        ...(body.enterprise_id && { enterprise: body.enterprise_id }),
      })
      await core.teams.removeTeam({ platform: 'slack', id })
    }
    await installations.remove(workspace, Number(body.event_time) * 1_000 + 999)
    log.warn({ event: event.type }, 'A workspace has removed the Slack app or its token')
  }

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

  async function meet(token: string): Promise<void> {
    const found = await webApi
      .ask('again', 'start', () => webApi.open(token).auth.test())
      .catch((error) => {
        throw explainStart(readFault(error), 'SLACK_BOT_TOKEN', apiUrl)
      })
    single = { token, botId: found.bot_id, botUserId: found.user_id }
    const given = found.response_metadata?.scopes
    const missing = given && listScopes(commands).filter((scope) => !given.includes(scope))
    if (missing?.length)
      log.warn({ missing }, 'The Slack app lacks scopes: install it again from the manifest')
  }

  return {
    name: 'slack',
    send,
    team: (id) => createTeam(id, () => open(readTeamId(id))),
    async start() {
      if (botToken !== undefined) await meet(botToken)
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
