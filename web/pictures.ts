/** Serves the pictures that are hosted on this machine's disk. */
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Core } from '#core/index.ts'

const mimes: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg' }

/** `<key>.png` and `<key>.jpg`; kept for a year by whoever fetched them, since a key never means another picture. */
export function createPictureRoutes(pictures: Core['pictures']): Hono {
  const routes = new Hono()
  routes.get('/:file', etag(), async (c) => {
    const [, key, extension] = /^([a-z0-9-]{1,64})\.(png|jpg)$/.exec(c.req.param('file')) ?? []
    if (!key || !extension) return c.notFound()
    const picture = await pictures.read(key)
    if (!picture || picture.mime !== mimes[extension]) return c.notFound()
    return c.body(picture.bytes, 200, {
      'content-type': picture.mime,
      'content-length': String(picture.bytes.byteLength),
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      etag: `"${key}"`,
    })
  })
  return routes
}
