/** The files of a message: pictures the platform cannot fetch from their host, previews, and what is sent to be kept. */
import { type Core, holdFile } from '#core/index.ts'
import { renderFileName } from '../file-name.ts'
import type { SentFile, ShownPicture } from '../platform.ts'

/** docs.discord.com/developers/reference#uploading-files; some of it is for the words. */
const mostBytes = 24 * 1024 * 1024
/** What Discord takes where it gives no limit of its own. */
export const usualFileSize = 10 * 1024 * 1024

export interface Uploads {
  /** Answers with the address that shows it in this message, or undefined when it is too large. */
  add(file: Pick<SentFile, 'name' | 'type' | 'bytes'>, description: string): string | undefined
  /** The same for a picture, whose name has no ending; undefined also when Discord shows none of its kind. */
  addPicture(name: string, bytes: Uint8Array<ArrayBuffer>, description: string): string | undefined
  files: File[]
  attachments: { id: string; filename: string; description: string }[]
}

/** @param fileSize the largest file, in bytes */
export function collectUploads(fileSize: number): Uploads {
  const files: File[] = []
  const attachments: Uploads['attachments'] = []
  let total = 0

  const add: Uploads['add'] = ({ name, type, bytes }, description) => {
    if (bytes.length > fileSize || total + bytes.length > mostBytes) return undefined
    total += bytes.length
    const plain = renderFileName(name)
    const filename = files.some((file) => file.name === plain) ? `${files.length}-${plain}` : plain
    attachments.push({ id: String(files.length), filename, description })
    files.push(holdFile(bytes, filename, type))
    return `attachment://${filename}`
  }

  return {
    ...{ files, attachments, add },
    addPicture(name, bytes, description) {
      const kind = findKind(bytes)
      return kind && add({ name: `${name}.${kind}`, type: `image/${kind}`, bytes }, description)
    },
  }
}

/** What a request has for a body: with files as the SDK would write it, but for its copy of each. docs.discord.com/developers/reference#uploading-files */
export function renderContent({ body, files }: { body: object; files: readonly File[] }): {
  body: unknown
  passThroughBody?: true
} {
  if (files.length === 0) return { body }
  const form = new FormData()
  for (const [index, file] of files.entries()) form.append(`files[${index}]`, file)
  form.append('payload_json', JSON.stringify(body))
  return { body: form, passThroughBody: true }
}

/** The bytes of a hosted picture, or of a small copy; undefined when they cannot be had. */
export async function findPicture(
  pictures: Core['pictures'],
  { key, small }: Pick<ShownPicture, 'key' | 'small'>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const read = ((small && pictures.readSmall) || pictures.read)(key).catch(() => undefined)
  return (await read)?.bytes
}

/** By its first bytes: the formats that Discord shows. */
function findKind(bytes: Uint8Array): 'png' | 'jpeg' | 'webp' | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : undefined
}
