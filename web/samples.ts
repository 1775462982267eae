/** Serves the sheets that show a preset's styles, under names that change with what is on them. */
import { Hono } from 'hono'
import { createStyleSheets } from '#core/index.ts'

/** Public and for good: chat platforms fetch and keep them. */
export function createSampleRoutes(): Hono {
  const sheets = createStyleSheets()
  const routes = new Hono()
  routes.get('/:file', async (c) => {
    const sheet = await sheets.find(c.req.param('file'))
    if (!sheet) return c.notFound()
    return c.body(sheet, 200, {
      'content-type': 'image/png',
      'content-length': String(sheet.byteLength),
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })
  return routes
}
