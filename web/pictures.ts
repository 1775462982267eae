/** Serves the pictures that are hosted on this machine's disk. */
import { Hono } from 'hono'
import type { Core } from '#core/index.ts'

const mimes = { png: 'image/png', jpg: 'image/jpeg' } as const

/**
 * `<key>.png` and `<key>.jpg`. Whoever keeps one asks each time whether it is still there, so that a deletion is final
 * for them too; a key never means another picture, so that the answer is short while it is.
 */
export function createPictureRoutes(pictures: Core['pictures']): Hono {
  const routes = new Hono()
  routes.get('/:file', async (c) => {
    const { key, mime } = readName(c.req.param('file'))
    if (!key) return c.notFound()
    const headers = {
      'cache-control': 'public, no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      etag: `"${key}"`,
    }
    const isKnown = isListed(key, c.req.header('if-none-match'))
    if (isKnown && pictures.find) {
      return (await pictures.find(key)) === mime ? c.body(null, 304, headers) : c.notFound()
    }
    const picture = await pictures.read(key)
    if (picture?.mime !== mime) return c.notFound()
    if (isKnown) return c.body(null, 304, headers)
    const length = String(picture.bytes.byteLength)
    return c.body(picture.bytes, 200, { ...headers, 'content-type': mime, 'content-length': length })
  })
  return routes
}

function readName(file: string) {
  const [, key, extension] = /^([a-z0-9-]{1,64})\.(png|jpg)$/.exec(file) ?? []
  return { key, mime: mimes[extension === 'jpg' ? 'jpg' : 'png'] }
}

/** Whether the tag is among those of an If-None-Match header; proxies weaken the tags of what they compress. */
function isListed(key: string, header = ''): boolean {
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === `"${key}"`)
}
