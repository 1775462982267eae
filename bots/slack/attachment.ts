/** Pictures that people upload to Slack, as attachments. What cannot be used is refused when it is read, never left out. */
import { CoreError } from '#core/errors.ts'
import { limitAttachments } from '../attached.ts'
import { requirePictureType } from '../picture-type.ts'
import type { Attachment } from '../platform.ts'
import { type Download, downloadFile } from './download.ts'

/** What Slack says of a file: docs.slack.dev/reference/objects/file-object */
export interface SlackFile {
  id?: string
  name?: string | null
  size?: number
  mimetype?: string
  /** `tombstone` and `hidden_by_limit` are gone; `external` is at another company's. */
  mode?: string
  is_external?: boolean
  /** `check_file_info`: in a channel that companies share, Slack says the rest only when it is asked. */
  file_access?: string
  url_private?: string
  url_private_download?: string
}

export type FileAccess = Omit<Download, 'limit'> & {
  /** `files.info`; absent where nobody can be asked. Rejects as Slack refuses. */
  findFile?(id: string): Promise<SlackFile | undefined>
}

/** All that came along, also what cannot be understood. */
export function readFiles(given: unknown): SlackFile[] {
  if (given === undefined || given === null) return []
  const files: readonly unknown[] = Array.isArray(given) ? given : [given]
  return files.map((file) => (typeof file === 'object' && file !== null ? file : {}))
}

/**
 * What came along, one by one: at most so many pictures, or the last one's `read` refuses. The first one's reference finds
 * them all again.
 */
export function attachFiles(files: readonly SlackFile[], access: FileAccess, most: number): Attachment[] {
  const [first, ...others] = files.map((file) => createAttachment(file, access))
  if (!first) return []
  return limitAttachments([{ ...first, reference: nameFiles(files) }, ...others], most)
}

/** By which they are found again. */
export const nameFiles = (files: readonly SlackFile[]): string =>
  files.map(({ id }) => (/^\w+$/.test(text(id)) ? text(id) : unknown)).join(between)

/** What `nameFiles` was given, as far as Slack tells the rest when it is asked. */
export const readNamedFiles = (reference: string): SlackFile[] =>
  reference.split(between).map((id) => (id === unknown ? {} : { id }))

/** What came along earlier, by its reference. */
export const findFiles = (reference: string, access: FileAccess, most: number): Attachment[] =>
  attachFiles(readNamedFiles(reference), access, most)

const between = '+'
/** A file without an id came along too. */
const unknown = '?'

/** `read` rejects with `attachment-too-large`, `attachment-unavailable` or `attachment-unreadable`. */
export function createAttachment(file: SlackFile, access: FileAccess): Attachment {
  return {
    name: text(file.name) || 'picture',
    size: typeof file.size === 'number' ? file.size : 0,
    kept: chooseFields(file),
    async read(limit) {
      const found = await complete(file, access)
      if (isGone(found) || isElsewhere(found)) throw new CoreError('attachment-unavailable', {})
      requirePictureType(found.mimetype)
      if ((found.size ?? 0) > limit) throw new CoreError('attachment-too-large', { limit })
      return await downloadFile(findUrl(found), { ...access, limit })
    },
  }
}

/** What is needed to read it again. */
const chooseFields = (file: SlackFile) =>
  Object.fromEntries(fields.flatMap((name) => (name in file ? [[name, file[name]]] : [])))

const fields = [
  ...(['id', 'name', 'size', 'mimetype', 'mode', 'is_external', 'file_access'] as const),
  ...(['url_private', 'url_private_download'] as const),
]

/** With what Slack says when it is asked, where the event says too little. */
async function complete(file: SlackFile, { findFile }: FileAccess): Promise<SlackFile> {
  const isStub = file.file_access === 'check_file_info'
  const isWhole = !isStub && findUrl(file) !== '' && text(file.mimetype) !== ''
  const id = text(file.id)
  if (isWhole || id === '' || !findFile || isGone(file)) return file
  try {
    return { ...file, ...(await findFile(id)) }
  } catch (cause) {
    if (cause instanceof CoreError) throw cause
    // What the event says may do.
    if (findUrl(file) !== '') return file
    throw new CoreError('attachment-unavailable', {}, { cause })
  }
}

const isGone = ({ mode }: SlackFile) => mode === 'tombstone' || mode === 'hidden_by_limit'

const isElsewhere = ({ is_external: external, mode }: SlackFile) => external === true || mode === 'external'

const findUrl = ({ url_private_download: download, url_private: address }: SlackFile) =>
  text(download) || text(address)

const text = (value: unknown) => (typeof value === 'string' ? value : '')
