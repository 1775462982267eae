/** Figures for Prometheus, for whoever has the token. */
import { Hono } from 'hono'
import { isSameSecret, type ReadableMetrics } from '#core/index.ts'

/** `GET /metrics` with `Authorization: Bearer <token>`. */
export function createMetricsRoutes(metrics: Pick<ReadableMetrics, 'render'>, token: string): Hono {
  const routes = new Hono()
  routes.get('/metrics', async (c) => {
    if (!isSameSecret(c.req.header('authorization') ?? '', `Bearer ${token}`)) {
      c.header('www-authenticate', 'Bearer')
      return c.text('', 401)
    }
    const { contentType, body } = await metrics.render()
    return c.body(body, 200, { 'content-type': contentType })
  })
  return routes
}
