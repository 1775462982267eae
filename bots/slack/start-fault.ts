/** What an operator reads when Slack cannot be started. */
import type { SlackFault } from './errors.ts'

/** A sentence for each cause, with the variable to look at. It has no cause of its own: it is all there is to say. */
export function explainStart(
  fault: SlackFault,
  variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
  apiUrl: string,
): Error {
  const { kind, code } = fault
  if (code === 'socket_mode_not_enabled' || code === 'forbidden_team') {
    return new Error(
      'Slack says that Socket Mode is off for this app: turn it on in the app’s settings, or unset SLACK_APP_TOKEN.',
    )
  }
  if (code === 'missing_scope' || code === 'not_allowed_token_type') {
    return new Error(`Slack does not take ${variable} for this (${code}): ${advice[variable]}`)
  }
  if (kind === 'refused') return new Error(`Slack refuses ${variable} (${code}): ${advice[variable]}`)
  if (kind === 'limited') return new Error('Slack asks to wait before connecting again: start later.')
  return new Error(
    `Slack does not answer at ${apiUrl} (${code}): look at the network, and at status.slack.com.`,
  )
}

const advice = {
  SLACK_BOT_TOKEN: 'install the app in the workspace and take its Bot User OAuth Token (xoxb-…).',
  SLACK_APP_TOKEN: 'make an App-Level Token (xapp-…) with the scope connections:write.',
} as const
