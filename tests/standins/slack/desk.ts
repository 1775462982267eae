/** A stand-in with its demo world, and what Slack's own libraries make of it: for the stand-in's own tests. */
import type { App } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { onTestFinished } from 'vitest'
import { createQuietLogger, startSocketApp } from './bolt-app.ts'
import { createDemoWorld } from './demo-world.ts'
import { startSlackStandin } from './start.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** Call it inside a test or a hook of one. */
export async function openDesk(options: Parameters<typeof startSlackStandin>[0] = {}) {
  const slack = await startSlackStandin(options)
  onTestFinished(() => slack.close())
  const world = createDemoWorld(slack)
  const connect = (token: string) =>
    new WebClient(token, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: createQuietLogger(),
    })
  /** An app by Socket Mode. */
  async function start(listen: (app: App) => void) {
    const app = await startSocketApp(slack, world.installation.token, listen)
    onTestFinished(async () => void (await app.stop()))
    return app.client
  }
  return { slack, world, connect, client: connect(world.installation.token), start }
}

/** What a call is refused with. */
export const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'accepted',
    (error: { data?: { error?: string }; code?: string }) => error.data?.error ?? error.code,
  )
