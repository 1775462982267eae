/** Opens the host on Cloudflare Images, and tells the operator at start what is wrong with how it is set up. */
import type { Log } from '#core/log.ts'
import {
  type CloudflareHost,
  type CloudflareHostOptions,
  CloudflareRefusal,
  createCloudflareHost,
} from './cloudflare-host.ts'
import { thumbnailWidths } from './thumbnail.ts'

/** Rejects with a sentence where Cloudflare refuses: found out before a picture is paid for. One that is away may come back. */
export async function openCloudflareHost(
  options: CloudflareHostOptions & { log: Log },
): Promise<CloudflareHost> {
  const { log, variant } = options
  const host = createCloudflareHost(options)
  try {
    const { stripsMarks, missing } = await host.check()
    if (missing) {
      log.warn(
        { missing, widths: thumbnailWidths },
        'Cloudflare Images has no such variants: galleries load whole pictures. Add variants that scale down to these widths and keep metadata, or name yours in CLOUDFLARE_IMAGES_THUMBNAILS',
      )
    }
    if (stripsMarks) {
      log.warn(
        { variant },
        'Cloudflare takes out of delivered pictures what says that they were made by AI: set this variant to keep metadata',
      )
    }
  } catch (error) {
    if (error instanceof CloudflareRefusal) {
      throw new Error(
        `Cloudflare Images refuses CLOUDFLARE_ACCOUNT_ID with CLOUDFLARE_API_TOKEN, or has no such CLOUDFLARE_IMAGES_VARIANT (${error.message}).`,
      )
    }
    log.warn({ err: error }, 'Cloudflare Images does not answer; starting all the same')
  }
  return host
}
