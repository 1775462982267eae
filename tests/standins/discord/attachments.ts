/** Uploaded files, and the loopback CDN that serves them by URLs that expire as Discord's do. */
import type { Json } from './form.ts'
import type { Channel, UploadedFile, World } from './world.ts'

/** docs.discord.com/developers/reference#signed-attachment-cdn-urls gives no number; a day is what is seen. */
const urlLife = 24 * 60 * 60 * 1000

/** Without a boost, a file may be this large: docs.discord.com/developers/reference#uploading-files. */
export const defaultSizeLimit = 10 * 1024 * 1024

/** In bytes. */
export function findSizeLimit(channel: Channel): number {
  return channel.guild?.attachmentSizeLimit ?? defaultSizeLimit
}

export interface Attachment {
  id: string
  filename: string
  size: number
  url: string
  proxy_url: string
  content_type: string
  description?: string
  ephemeral?: boolean
}

/** Keeps the file and gives what Discord says of it. */
export function storeAttachment(
  world: World,
  channelId: string,
  file: UploadedFile,
  more: { description?: string; ephemeral?: boolean },
): Attachment {
  const id = world.nextId()
  const filename = file.name.replaceAll(/[^\w.-]/g, '_')
  const path = `/attachments/${channelId}/${id}/${filename}`
  world.files.set(path, file)
  const expires = Math.floor((world.clock.now() + urlLife) / 1000).toString(16)
  const url = `${world.origin}${path}?ex=${expires}`
  return {
    id,
    filename,
    size: file.data.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...more,
  }
}

/** The file behind a URL's path and query; undefined once the URL has expired. */
export function findFile(world: World, url: URL): UploadedFile | undefined {
  const expires = Number.parseInt(url.searchParams.get('ex') ?? '0', 16) * 1000
  return expires > world.clock.now() ? world.files.get(url.pathname) : undefined
}

/** Discord's description of a piece of media: an uploaded file, or a URL elsewhere. */
export function describeMedia(world: World, url: string, attachments: readonly Attachment[]): Json {
  const file = attachments.find(({ filename }) => url === `attachment://${filename}`)
  const known = file ?? attachments.find((attachment) => attachment.url === url)
  if (!known)
    return { id: world.nextId(), url, proxy_url: url, width: null, height: null, content_type: null }
  return {
    id: world.nextId(),
    url: known.url,
    proxy_url: known.proxy_url,
    width: null,
    height: null,
    content_type: known.content_type,
    attachment_id: known.id,
  }
}
