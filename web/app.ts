/** The web module as one function from Request to Response. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { hasCode } from '#core/errors.ts'
import type { Core, Log } from '#core/index.ts'
import { createAssetRoutes } from './assets.ts'
import { createHealthRoutes } from './health.ts'
import { renderProblem } from './pages/problem.ts'
import { renderStart } from './pages/start.ts'
import { createPictureRoutes } from './pictures.ts'
import { guard } from './security.ts'
import type { Status } from './status.ts'

export interface AppOptions {
  core: Pick<Core, 'pictures' | 'check'>
  status: Status
  /** Where people reach this app, without a slash at its end. */
  publicUrl: string
  log: Log
  /** Pictures are on this machine's disk, so they are served here, under `/i/`. */
  servesPictures: boolean
}

/** Nothing that is thrown reaches the visitor: it is logged, and a page says that something went wrong. */
export function createApp({ core, status, publicUrl, log, servesPictures }: AppOptions): Hono {
  const app = new Hono()
  app.use(guard(publicUrl))
  app.route('/', createAssetRoutes())
  app.route('/', createHealthRoutes(core, log))
  if (servesPictures) app.route('/i', createPictureRoutes(core.pictures))
  app.get('/', (c) => c.html(renderStart(status)))

  app.notFound((c) => c.html(renderProblem('not-found'), 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return c.html(renderProblem('refused'), error.status)
    // The route's pattern, not the path: a path may hold what must not be logged.
    log.error({ err: error, method: c.req.method, route: routePath(c) }, 'A page failed')
    if (!hasCode(error, 'store-unavailable')) return c.html(renderProblem('failed'), 500)
    c.header('retry-after', '30')
    return c.html(renderProblem('unavailable'), 503)
  })
  return app
}
