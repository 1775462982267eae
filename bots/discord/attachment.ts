/** Reads pictures that people attached, or that messages of ours show, from Discord's own servers only. */
import type { APIAttachment } from 'discord-api-types/v10'
import { CoreError } from '#core/errors.ts'
import { findLargest } from '#core/index.ts'
import { requirePictureType } from '../picture-type.ts'
import type { Attachment } from '../platform.ts'

/** docs.discord.com/developers/reference#image-formatting and #signed-attachment-cdn-urls */
const hosts = ['cdn.discordapp.com', 'media.discordapp.net']
/** Milliseconds for the whole download. */
const patience = 15_000

/** What Discord says of a file, as far as it is used. */
export type SaidAttachment = {
  readonly [Field in keyof Pick<APIAttachment, 'filename' | 'size' | 'url' | 'content_type'>]?:
    | APIAttachment[Field]
    | undefined
}

/**
 * `read` rejects with `attachment-too-large` or `attachment-unreadable`, also where Discord says nothing of the file, or
 * that it is no picture. With `apiUrl` set, files come from there.
 */
export function createAttachment(given: SaidAttachment | null | undefined, apiUrl?: string): Attachment {
  const { filename, url = '', content_type: type } = given ?? {}
  const size = typeof given?.size === 'number' ? given.size : 0

  async function read(limit: number): Promise<Uint8Array<ArrayBuffer>> {
    requirePictureType(type)
    if (size <= 0) throw new CoreError('attachment-unreadable', {})
    if (size > limit) throw new CoreError('attachment-too-large', { limit })
    const response = await fetch(requireOwn(url, apiUrl), {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok || !response.body) throw new Error(`Discord answered ${response.status}`)
    const bytes = new Uint8Array(size)
    let length = 0
    for await (const chunk of response.body) {
      if (length + chunk.length > size) throw new Error('The file is larger than Discord said')
      bytes.set(chunk, length)
      length += chunk.length
    }
    return bytes.subarray(0, length)
  }

  return {
    name: typeof filename === 'string' ? filename : 'picture',
    size,
    kept: chooseFields(given ?? {}),
    async read(limit) {
      try {
        return await read(limit)
      } catch (cause) {
        throw cause instanceof CoreError ? cause : new CoreError('attachment-unavailable', {}, { cause })
      }
    },
  }
}

/** What is needed to read it again. */
export const chooseFields = ({ filename = '', size = 0, url = '', content_type: type }: SaidAttachment) => ({
  ...{ filename, size, url },
  ...(type !== undefined && { content_type: type }),
})

/** Of what a message of ours has, the largest picture, which is in a zip where it has one. */
export function findShownPicture(
  attachments: readonly Partial<APIAttachment>[] = [],
  apiUrl?: string,
): Attachment | undefined {
  const zip = attachments.find(({ content_type: type }) => type === 'application/zip')
  const [first] = attachments.filter(({ content_type: type }) => type?.startsWith('image/'))
  if (!zip) return first && createAttachment(first, apiUrl)
  // What is in it is looked at where its picture is read.
  const file = createAttachment({ ...zip, content_type: '' }, apiUrl)
  return {
    ...file,
    kept: chooseFields(zip),
    async read(limit) {
      const picture = findLargest(await file.read(limit))
      if (!picture) throw new CoreError('attachment-unreadable', { format: 'ZIP' })
      return picture
    },
  }
}

function requireOwn(address: string, apiUrl: string | undefined): URL {
  const url = new URL(address)
  const own =
    apiUrl === undefined
      ? url.protocol === 'https:' && hosts.includes(url.host)
      : url.origin === new URL(apiUrl).origin
  if (!own) throw new Error('The file is not at Discord')
  return url
}
