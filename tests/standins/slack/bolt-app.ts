/** Real Bolt apps pointed at the stand-in, for its own tests. */
import type { AddressInfo } from 'node:net'
import { App, type AppOptions, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { SlackStandin } from './start.ts'

/** Keeps what Bolt says, so that nothing reaches the console. */
export function createQuietLogger(said: string[] = []): Logger {
  const keep = (...parts: unknown[]) => void said.push(parts.map(String).join(' '))
  return {
    debug: () => {},
    info: keep,
    warn: keep,
    error: keep,
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

const once = { retryConfig: { retries: 0 } }

/** Connects by Socket Mode; a lost connection is opened again after about `reconnectAfter` milliseconds. */
export async function startSocketApp(
  slack: SlackStandin,
  token: string,
  listen: (app: App) => void,
  { reconnectAfter = 20 } = {},
): Promise<App> {
  const logger = createQuietLogger()
  const clientOptions = { slackApiUrl: slack.apiUrl, ...once }
  const receiver = new SocketModeReceiver({
    appToken: slack.app.appToken,
    logger,
    clientPingTimeout: reconnectAfter,
    installerOptions: { clientOptions: { ...clientOptions } },
  })
  const app = new App({ token, receiver, logger, clientOptions })
  listen(app)
  await app.start()
  await untilVerified(slack)
  return app
}

/** Listens over HTTP on a free port, and tells the stand-in where. */
export async function startHttpApp(
  slack: SlackStandin,
  options: Partial<AppOptions>,
  listen: (app: App) => void,
): Promise<{ app: App; url: string }> {
  const app = new App({
    signingSecret: slack.app.signingSecret,
    logger: createQuietLogger(),
    clientOptions: { slackApiUrl: slack.apiUrl, ...once },
    ...options,
  })
  listen(app)
  const server = await app.start(0)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  slack.operator.setRequestUrl(`${url}/slack/events`)
  if (options.token) await untilVerified(slack)
  return { app, url }
}

/** Bolt asks who its token is as soon as it is made, and waits for nobody. */
function untilVerified(slack: SlackStandin): Promise<unknown> {
  return slack.until(() => slack.requests.find((one) => one.method === 'auth.test' && one.answer))
}
