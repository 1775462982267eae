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
  core: Pick<Core, 'check' | 'findStoreTrouble'>
  /** The chat platforms that are away, by name. */
  listAway(): Readonly<Record<string, Absence>>
  log: Log
  /** Which program answers. */
  version?: Version
  /** Milliseconds that the store may take to answer. */
  patience?: number
  /** Milliseconds since 1970. */
  now?: () => number
}

/**
 * `/healthz` answers 200 as long as the process does; `/readyz` answers 503 while the store does not answer, or not
 * within `patience`, and while a platform is away, and names what is.
 */
export function createHealthRoutes(options: HealthOptions): Hono {
  const { core, listAway, log, version, patience = usualPatience, now = Date.now } = options
  const routes = new Hono()

  /** When the store began not to answer; it is told of once, however often somebody asks. */
  let silentSince: number | undefined

  async function checkStore(): Promise<Record<string, Absence>> {
    const enough = new AbortController()
    const isLate = sleep(patience, true, { signal: enough.signal }).catch(() => false)
    try {
      if (await Promise.race([core.check().then(() => false), isLate])) throw new Error('It takes too long')
      silentSince = undefined
      return {}
    } catch (error) {
      if (silentSince === undefined) log.warn({ err: error }, 'Not ready: the store does not answer')
      silentSince ??= now()
      return { store: core.findStoreTrouble() ?? { since: silentSince, reason: 'no_answer' } }
    } finally {
      enough.abort()
    }
  }

  routes.get('/healthz', (c) => c.json({ status: 'up', ...version }))
  routes.get('/readyz', async (c) => {
    const away = Object.entries({ ...(await checkStore()), ...listAway() }).map(
      ([name, { since, reason }]) => {
        return [name, { since: new Date(since).toISOString(), reason }] as const
      },
    )
    if (away.length === 0) return c.json({ status: 'ready' })
    return c.json({ status: 'not ready', away: Object.fromEntries(away) }, 503)
  })
  return routes
}
