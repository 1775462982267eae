/** Tells the operator at start how far Socket Mode reaches. */
import type { Log } from '#core/index.ts'

/** Of one app, all its processes together: docs.slack.dev/apis/events-api/using-socket-mode */
const mostConnections = 10

/** `isShared`: several processes may run. */
export function hintAtHttp({ isShared, log }: { isShared: boolean; log: Log }): void {
  if (!isShared) return
  log.info(
    { mostConnections },
    'Slack comes by Socket Mode, for at most ten processes: for more, use HTTP, by SLACK_SIGNING_SECRET in place of SLACK_APP_TOKEN',
  )
}
