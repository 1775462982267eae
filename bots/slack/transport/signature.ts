/**
 * Whether Slack has signed a request, and if not, what is likely to be wrong:
 * docs.slack.dev/authentication/verifying-requests-from-slack. The SDK's check takes those dated into the future.
 */
import { createHmac } from 'node:crypto'
import { createSparseLog, isSameSecret, type Log } from '#core/index.ts'
import type { Clock } from '../api.ts'

/** In both directions, in seconds. */
export const tolerance = 300

/** `secondsOff` is by how much this machine's clock is ahead of the one that signed. */
export type Doubt =
  | { kind: 'unsigned' }
  | { kind: 'clock'; secondsOff: number }
  | { kind: 'signature'; secondsOff: number }

/** Undefined for what Slack has just signed. */
export function findDoubt(
  request: { body: Buffer; timestamp: string; signature: string },
  { secret, now }: { secret: string; now: number },
): Doubt | undefined {
  const { body, timestamp, signature } = request
  if (!/^\d{1,12}$/.test(timestamp) || signature === '') return { kind: 'unsigned' }
  const right = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
  const secondsOff = Math.floor(now / 1_000) - Number(timestamp)
  if (!isSameSecret(signature, `v0=${right}`)) return { kind: 'signature', secondsOff }
  return Math.abs(secondsOff) > tolerance ? { kind: 'clock', secondsOff } : undefined
}

const sentences: Readonly<Record<Doubt['kind'], string>> = {
  unsigned:
    'A request to Slack’s address was refused: nobody has signed it. Slack signs all, so that it came from elsewhere, or a proxy drops its headers',
  clock:
    'A request from Slack was refused: it is signed rightly, but for another time. Set the clock of this machine, unless somebody repeats old requests',
  signature:
    'A request to Slack’s address was refused: its signature does not match SLACK_SIGNING_SECRET. Compare it with Basic Information, Signing Secret, unless it came from elsewhere',
}

/** Warns of a refused request with nothing of what was in it; seldom, and then with how many there were. */
export function createDoubtLog({ clock, log }: { clock: Pick<Clock, 'now'>; log: Log }) {
  const sparse = createSparseLog(clock)
  return ({ kind, ...fields }: Doubt): void =>
    sparse(kind, (refused) => log.warn({ doubt: kind, ...fields, refused }, sentences[kind]))
}
