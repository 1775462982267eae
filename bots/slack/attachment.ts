/** Pictures that people upload to Slack, as attachments. */
import { CoreError } from '#core/errors.ts'
import type { Attachment } from '../platform.ts'
import { isSlacks } from './hosts.ts'

/** What Slack says of a file: docs.slack.dev/reference/objects/file-object */
export interface SlackFile {
  name?: string | null
  size?: number
  mimetype?: string
  url_private?: string
  url_private_download?: string
}

/** The first that says it is a picture. */
export function findPicture(files: readonly SlackFile[]): SlackFile | undefined {
  return files.find(({ mimetype }) => mimetype?.startsWith('image/'))
}

/** Reads the file with the bot's token, which goes to Slack's own hosts and to `apiUrl`'s alone. */
export function createAttachment(
  file: SlackFile,
  { token, apiUrl, timeout }: { token: string; apiUrl?: string; timeout: number },
): Attachment {
  const url = file.url_private_download ?? file.url_private ?? ''

  return {
    name: file.name ?? 'picture',
    size: file.size ?? 0,
    async read(limit) {
      if ((file.size ?? 0) > limit) throw new CoreError('attachment-too-large', { limit })
      if (!isSlacks(url, apiUrl)) throw new CoreError('attachment-unreadable', {})
      try {
        const response = await fetch(url, {
          headers: { authorization: `Bearer ${token}` },
          redirect: 'error',
          signal: AbortSignal.timeout(timeout),
        })
        // Without permission Slack shows its sign-in page instead, with status 200.
        const type = response.headers.get('content-type') ?? ''
        if (!response.ok || type.startsWith('text/html')) throw new CoreError('attachment-unreadable', {})
        return await readBytes(response, limit)
      } catch (cause) {
        throw cause instanceof CoreError ? cause : new CoreError('attachment-unreadable', {}, { cause })
      }
    },
  }
}

async function readBytes(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limit) throw new CoreError('attachment-too-large', { limit })
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
