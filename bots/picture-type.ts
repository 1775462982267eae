/** Tells from what a platform says of a file whether it can be a picture. */
import { CoreError } from '#core/errors.ts'

/** Types that say nothing: then the bytes decide. */
const unsure = ['', 'application/octet-stream', 'binary/octet-stream', 'application/x-binary']

/** What people call files of a type or a family of types. */
const formats: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
  video: 'video',
  audio: 'audio',
  text: 'text',
}

/** For choosing among the files of a message; what is chosen is held against its bytes. */
export function mayBePicture(type: unknown): boolean {
  const name = readType(type)
  return unsure.includes(name) || name.startsWith('image/')
}

const readType = (type: unknown) => (typeof type === 'string' ? type.trim().toLowerCase() : '')

/**
 * Whatever is called an image may be one: which formats are taken is decided where they are read. Throws
 * `attachment-unreadable` for the rest.
 */
export function requirePictureType(type: unknown): void {
  if (mayBePicture(type)) return
  const name = readType(type)
  const [family = ''] = name.split('/')
  const key = Object.hasOwn(formats, name) ? name : family
  const format = Object.hasOwn(formats, key) ? formats[key] : undefined
  throw new CoreError('attachment-unreadable', format === undefined ? {} : { format })
}
