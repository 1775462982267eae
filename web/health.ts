/** For whatever watches the process: is it up, and can it work. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import type { Core, Log, Version } from '#core/index.ts'

/** Those who ask commonly wait one or a few seconds. Milliseconds. */
const usualPatience = 2_000

/** Something of the outside that is away. */
export interface Absence {
  /** Milliseconds since 1970. */
  since: number
  /** A word or two that may be shown to anybody. */
  reason: string
}

export interface HealthOptions {
  core: Pick<Core, 'check'>
  /** The chat platforms that are away, by name. */
  listAway(): Readonly<Record<string, Absence>>
  log: Log
  /** Which program answers. */
  version?: Version
  /** Milliseconds that the store may take to answer. */
  patience?: number
}

/**
 * `/healthz` answers 200 as long as the process does; `/readyz` answers 503 while the store does not answer, or not
 * within `patience`, and while a platform is away, and names what is.
 */
export function createHealthRoutes(options: HealthOptions): Hono {
  const { core, listAway, log, version, patience = usualPatience } = options
  const routes = new Hono()

  async function checkStore(): Promise<Record<string, object>> {
    const enough = new AbortController()
    const isLate = sleep(patience, true, { signal: enough.signal }).catch(() => false)
    try {
      if (await Promise.race([core.check().then(() => false), isLate])) throw new Error('It takes too long')
      return {}
    } catch (error) {
      log.warn({ err: error }, 'Not ready: the store does not answer')
      return { store: { reason: 'no_answer' } }
    } finally {
      enough.abort()
    }
  }

  routes.get('/healthz', (c) => c.json({ status: 'up', ...version }))
  routes.get('/readyz', async (c) => {
    const platforms = Object.entries(listAway()).map(([name, { since, reason }]) => {
      return [name, { since: new Date(since).toISOString(), reason }] as const
    })
    const away = { ...(await checkStore()), ...Object.fromEntries(platforms) }
    const isReady = Object.keys(away).length === 0
    return isReady ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', away }, 503)
  })
  return routes
}
