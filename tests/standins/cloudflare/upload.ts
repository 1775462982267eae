/**
 * Reads an upload as strictly as Cloudflare Images does. The limits are from
 * developers.cloudflare.com/images/get-started/limits and the rules for ids from its page on custom paths; the numbers of
 * the 54xx errors are not published, apart from 5455 and 5409 seen in use, so nobody should branch on them.
 */
import sharp from 'sharp'
import { Fault } from './answer.ts'

export interface StoredImage {
  id: string
  filename: string
  uploaded: string
  meta: Record<string, unknown>
  bytes: Uint8Array<ArrayBuffer>
  mime: string
}

const mimes: Record<string, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  heif: 'image/heic',
}

/** Throws a `Fault`. Uploading by `url` is refused: nothing here fetches from elsewhere. */
export async function readUpload(form: FormData): Promise<StoredImage> {
  for (const name of form.keys()) {
    if (!['file', 'url', 'id', 'metadata', 'requireSignedURLs', 'creator'].includes(name)) {
      throw new Fault(400, 5400, `Bad request: unknown field ${name}`)
    }
    if (form.getAll(name).length > 1) throw new Fault(400, 5400, `Bad request: repeated field ${name}`)
  }
  const file = form.get('file')
  if (form.has('url') === form.has('file'))
    throw new Fault(400, 5400, 'Bad request: file or url, and one of them')
  if (!(file instanceof File)) throw new Fault(400, 5400, 'Bad request: file must be a file')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return {
    id: readId(form),
    filename: file.name,
    uploaded: new Date().toISOString(),
    meta: readMetadata(form),
    mime: await readMime(bytes),
    bytes,
  }
}

function readId(form: FormData): string {
  const id = form.get('id')
  if (id === null) return crypto.randomUUID()
  if (typeof id !== 'string' || id.length === 0 || id.length > 1024)
    throw new Fault(400, 5411, 'Bad id: length')
  if (id.startsWith('/') || id.endsWith('/')) throw new Fault(400, 5411, 'Bad id: a slash at an end')
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Fault(400, 5411, 'Bad id: a UUID')
  if (form.get('requireSignedURLs') === 'true')
    throw new Fault(400, 5411, 'An image with a custom id is public')
  return id
}

function readMetadata(form: FormData): Record<string, unknown> {
  const text = form.get('metadata') ?? '{}'
  if (typeof text !== 'string') throw new Fault(400, 5400, 'Bad request: metadata must be text')
  if (Buffer.byteLength(text) > 1024) throw new Fault(400, 5400, 'Bad request: metadata over 1024 bytes')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Answered below, as any other value that is no object.
  }
  throw new Fault(400, 5400, 'Bad request: metadata must be a JSON object')
}

async function readMime(bytes: Uint8Array): Promise<string> {
  if (bytes.length > 10_000_000) throw new Fault(413, 5413, 'The image is over 10 MB')
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ format: 'unknown', width: 0, height: 0 }))
  const mime = mimes[format]
  if (!mime) throw new Fault(400, 5455, 'The image must be a JPEG, PNG, WebP, GIF, SVG or HEIC')
  if (Math.max(width, height) > 12_000)
    throw new Fault(400, 5443, 'The image has over 12,000 pixels on a side')
  if (width * height > 100_000_000) throw new Fault(400, 5443, 'The image has over 100 megapixels')
  return mime
}
