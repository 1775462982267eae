/** The platforms' own sign-ins that are configured. */
import type { Clock } from '#core/clock.ts'
import { createDiscordSignIn } from './discord-sign-in.ts'
import type { PlatformSignIn } from './platform-sign-in.ts'
import { createSlackSignIn } from './slack-sign-in.ts'

/** The app that asks; `baseUrl` is of the platform's API, without a slash at its end. */
export interface SignInApp {
  kind: PlatformSignIn['platform']
  /** Slack's is among the secrets. */
  clientId?: string
  baseUrl?: string
}

export interface SignInSettings {
  discordClientSecret?: string
  slackClientId?: string
  slackClientSecret?: string
}

export function openSignIns(
  apps: readonly SignInApp[],
  secrets: SignInSettings,
  clock: Pick<Clock, 'now'>,
): PlatformSignIn[] {
  return apps.map(({ kind, clientId = '', ...app }) =>
    kind === 'discord'
      ? createDiscordSignIn({ ...app, clientId, clientSecret: secrets.discordClientSecret ?? '' })
      : createSlackSignIn({
          ...{ ...app, clock },
          clientId: secrets.slackClientId ?? '',
          clientSecret: secrets.slackClientSecret ?? '',
        }),
  )
}
