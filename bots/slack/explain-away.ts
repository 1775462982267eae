/** What it means when Slack cannot be reached, or has ended the connection; and what an operator must change, if that helps. */
import type { Away } from '../keep-connected.ts'
import { traceFault } from '../trace-fault.ts'
import type { SlackFault } from './errors.ts'

type Variable = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

/** `variable` names the token that was asked with. */
export function explainAway(fault: SlackFault, variable: Variable): Away {
  const { kind, code, retryAfter } = fault
  const advice = findAdvice(code, variable)
  return {
    reason: code,
    cause: traceFault(fault),
    ...(kind === 'limited' && { retryAfter }),
    ...(routine.has(code) && { routine: true }),
    ...(advice !== undefined && { advice }),
  }
}

/** Slack moves its connections every few hours, and says so some seconds before. */
const routine = new Set(['warning', 'refresh_requested'])

const socketModeOff =
  'Slack says that Socket Mode is off for this app: turn it on in the app’s settings, or unset SLACK_APP_TOKEN.'

/** Codes that say that a token is refused: docs.slack.dev/reference/methods/auth.test, and apps.connections.open */
const dead = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']
const refusals = new Set([
  ...dead,
  ...['access_denied', 'no_permission', 'team_access_not_granted', 'enterprise_is_restricted'],
])
/** And that it is one for something else. */
const mismatches = new Set(['missing_scope', 'not_allowed_token_type'])

/** Whatever was asked with it, the token itself is no good. */
export const isTokenRefusal = (code: string) => dead.includes(code)

function findAdvice(code: string, variable: Variable): string | undefined {
  if (code === 'socket_mode_not_enabled' || code === 'forbidden_team' || code === 'link_disabled') {
    return socketModeOff
  }
  if (mismatches.has(code)) return `Slack does not take ${variable} for this (${code}): ${advice[variable]}`
  if (refusals.has(code)) return `Slack refuses ${variable} (${code}): ${advice[variable]}`
  return undefined
}

const advice: Readonly<Record<Variable, string>> = {
  SLACK_BOT_TOKEN: 'install the app in the workspace and take its Bot User OAuth Token (xoxb-…).',
  SLACK_APP_TOKEN: 'make an App-Level Token (xapp-…) with the scope connections:write.',
}
