/** For whatever watches the process: is it up, and can it work. */
import { Hono } from 'hono'
import type { Core, Log } from '#core/index.ts'

/** `/healthz` answers 200 as long as the process does; `/readyz` answers 503 while the store does not answer. */
export function createHealthRoutes(core: Pick<Core, 'check'>, log: Log): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.json({ status: 'up' }))
  routes.get('/readyz', async (c) => {
    try {
      await core.check()
      return c.json({ status: 'ready' })
    } catch (error) {
      log.warn({ err: error }, 'Not ready: the store does not answer')
      return c.json({ status: 'not ready' }, 503)
    }
  })
  return routes
}
