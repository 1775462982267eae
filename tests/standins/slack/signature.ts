/** Signs what Slack sends over HTTP: https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac } from 'node:crypto'
import type { World } from './world.ts'

/** `stale` and `future` are rightly signed, six minutes off; `missing` has no headers at all. */
export type SignatureKind = 'right' | 'wrong' | 'stale' | 'future' | 'missing'

const sixMinutes = 360

/** The two headers for that body at this time. */
export function signBody(world: World, body: string, kind: SignatureKind): Record<string, string> {
  if (kind === 'missing') return {}
  const shift = { right: 0, wrong: 0, stale: -sixMinutes, future: sixMinutes }[kind]
  const timestamp = Math.floor(world.clock.now() / 1000) + shift
  const secret = kind === 'wrong' ? `${world.settings.signingSecret}x` : world.settings.signingSecret
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` }
}
