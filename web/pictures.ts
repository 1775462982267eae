/** Serves the pictures that are hosted on this machine's disk, and their smaller copies. */
import { type Context, Hono } from 'hono'
import { type Core, thumbnailWidths } from '#core/index.ts'
import { readRange } from './range.ts'

const mimes = { png: 'image/png', jpg: 'image/jpeg' } as const

/** A browser that has a small copy keeps it: the pages name it only while its picture is there. */
const kept = 'private, max-age=31536000, immutable'

/**
 * `<key>.png` and `<key>.jpg`. Whoever keeps one asks each time whether it is still there, so that a deletion is final
 * for them too; a key never means another picture, so that the answer is short while it is. One range of it is answered with that part. `<key>.440.webp` is a small copy.
 */
export function createPictureRoutes(pictures: Core['pictures']): Hono {
  const routes = new Hono()
  routes.get('/:file', async (c) => {
    const small = readSmallName(c.req.param('file'))
    if (small) return await answerSmall(c, pictures, small)
    const { key, mime } = readName(c.req.param('file'))
    if (!key) return c.notFound()
    const headers = {
      'cache-control': 'public, no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      etag: `"${key}"`,
    }
    const found = await pictures.find?.(key)
    if (found?.mime !== mime) return c.notFound()
    if (isListed(key, c.req.header('if-none-match'))) return c.body(null, 304, headers)
    const { size } = found
    const isGet = c.req.method === 'GET'
    const mayBePart = isGet && isOfThis(key, c.req.header('if-range'))
    const part = mayBePart ? readRange(c.req.header('range'), size) : undefined
    if (part === 'none') return c.body(null, 416, { ...headers, 'content-range': `bytes */${size}` })
    // To HEAD no file is opened, since nobody would read it.
    const stream = isGet ? await pictures.stream?.(key, part) : null
    if (stream === undefined) return c.notFound()
    const content = { ...headers, 'accept-ranges': 'bytes', 'content-type': mime }
    if (part === undefined) return c.newResponse(stream, 200, { ...content, 'content-length': String(size) })
    const { start, end } = part
    return c.newResponse(stream, 206, {
      ...content,
      'content-length': String(end - start + 1),
      'content-range': `bytes ${start}-${end}/${size}`,
    })
  })
  return routes
}

type SmallName = NonNullable<ReturnType<typeof readSmallName>>

async function answerSmall(c: Context, pictures: Core['pictures'], { key, width }: SmallName) {
  const bytes = await pictures.readThumbnail?.(key, width)
  if (!bytes) return c.notFound()
  const headers = { 'cache-control': kept, etag: `"${key}.${width}"` }
  if (isListed(`${key}.${width}`, c.req.header('if-none-match'))) return c.body(null, 304, headers)
  const length = String(bytes.byteLength)
  return c.body(bytes, 200, { ...headers, 'content-type': 'image/webp', 'content-length': length })
}

function readSmallName(file: string) {
  const [, key, digits] = /^([a-z0-9-]{1,64})\.(\d{3})\.webp$/.exec(file) ?? []
  const width = thumbnailWidths.find((each) => String(each) === digits)
  return key !== undefined && width !== undefined ? { key, width } : undefined
}

function readName(file: string) {
  const [, key, extension] = /^([a-z0-9-]{1,64})\.(png|jpg)$/.exec(file) ?? []
  return { key, mime: mimes[extension === 'jpg' ? 'jpg' : 'png'] }
}

/** Whether a part of the picture fits what the browser has of it, by If-Range, which takes no weak tag (RFC 9110, 13.1.5). */
const isOfThis = (key: string, header = `"${key}"`) => header === `"${key}"`

/** Whether the tag is among those of an If-None-Match header; proxies weaken the tags of what they compress. */
function isListed(tag: string, header = ''): boolean {
  return header
    .split(',')
    .some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === `"${tag}"`)
}
