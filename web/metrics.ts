/** Figures for Prometheus, for whoever has the token. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { ReadableMetrics } from '#core/index.ts'

/** `GET /metrics` with `Authorization: Bearer <token>`. */
export function createMetricsRoutes(metrics: Pick<ReadableMetrics, 'render'>, token: string): Hono {
  const routes = new Hono()
  routes.get('/metrics', async (c) => {
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)) {
      c.header('www-authenticate', 'Bearer')
      return c.text('', 401)
    }
    const { contentType, body } = await metrics.render()
    return c.body(body, 200, { 'content-type': contentType })
  })
  return routes
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, wanted: string): boolean {
  const [one = new Uint8Array(), other = new Uint8Array()] = [given, wanted].map((text) =>
    createHash('sha256').update(text).digest(),
  )
  return timingSafeEqual(one, other)
}
