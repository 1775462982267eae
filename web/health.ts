/** For whatever watches the process: is it up, and can it work. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import type { Core, Log } from '#core/index.ts'

/** How long the store may take to answer, in milliseconds: those who ask commonly wait one or a few seconds. */
const usualPatience = 2_000

/**
 * `/healthz` answers 200 as long as the process does; `/readyz` answers 503 while the store does not answer, or not
 * within `patience` ms.
 */
export function createHealthRoutes(
  core: Pick<Core, 'check'>,
  log: Log,
  patience: number = usualPatience,
): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.json({ status: 'up' }))
  routes.get('/readyz', async (c) => {
    const enough = new AbortController()
    const isLate = sleep(patience, true, { signal: enough.signal }).catch(() => false)
    try {
      if (await Promise.race([core.check().then(() => false), isLate])) throw new Error('It takes too long')
      return c.json({ status: 'ready' })
    } catch (error) {
      log.warn({ err: error }, 'Not ready: the store does not answer')
      return c.json({ status: 'not ready' }, 503)
    } finally {
      enough.abort()
    }
  })
  return routes
}
