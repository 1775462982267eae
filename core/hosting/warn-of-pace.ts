/** Tells the operator at start where more pictures may be drawn than Cloudflare takes. */
import type { Log } from '#core/log.ts'

/**
 * 1,200 calls in five minutes of one user, those of the dashboard among them; whoever goes beyond is refused for five
 * minutes: developers.cloudflare.com/fundamentals/api/reference/limits. A picture is one call.
 */
export const callsPerMinute = 240

export function warnOfPace(imagesPerMinute: number, log: Log): void {
  if (imagesPerMinute <= callsPerMinute) return
  log.warn(
    { imagesPerMinute, callsPerMinute },
    'IMAGES_PER_MINUTE is more than Cloudflare takes, which then refuses all calls for five minutes: set it lower, or ask Cloudflare for more',
  )
}
