/** The account's settings: sessions, export and deletion. */
import type { ServerResponse } from 'node:http'
import { Hono } from 'hono'
import { type Core, type ExportFile, type Log, readWord } from '#core/index.ts'
import { readForm } from './form.ts'
import { findDone } from './pages/done.ts'
import { renderFarewell } from './pages/farewell.ts'
import { renderProblem } from './pages/problem.ts'
import { deleteWord, renderDelete, renderSettings } from './pages/settings.ts'
import { FreshSignInNeeded, type Visitors } from './visitors.ts'

export function createSettingsRoutes(
  core: Pick<Core, 'sessions' | 'credits' | 'accountLimits' | 'exportData' | 'erase'>,
  visitors: Visitors,
  log: Log,
): Hono {
  const { sessions, credits, accountLimits, exportData, erase } = core
  const routes = new Hono()

  /**
   * For what cannot be undone, or hands everything out: rejects with `FreshSignInNeeded` where the session is an hour
   * old, to come back to `next`.
   */
  async function requireFresh(request: Request, next: string) {
    const visitor = await visitors.require(request, next)
    if (!sessions.isFresh(visitor.session)) throw new FreshSignInNeeded(next)
    return visitor
  }

  routes.get('/account/settings', async (c) => {
    const { account, session } = await visitors.require(c.req.raw)
    const done = findDone(c.req.query('done'))
    const page = { account, sessions: await sessions.list(account.id), current: session.handle }
    return c.html(renderSettings({ ...page, done }))
  })

  routes.post('/account/sign-out-session', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    await sessions.end(account.id, (await readForm(c))('handle'))
    return c.redirect('/account/settings?done=signed-out', 303)
  })

  routes.post('/account/sign-out-everywhere', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    await sessions.endAll(account.id)
    visitors.forget(c)
    return c.redirect('/', 303)
  })

  routes.get('/account/export', async (c) => {
    // Not back to the download, which would leave the page standing.
    const { account } = await requireFresh(c.req.raw, '/account/settings')
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="imgsrc-bot-export.zip"',
    }
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const wait = await accountLimits.take('export', account.id)
    if (wait > 0) return c.html(renderProblem('too-many'), 429)
    const { makeZip } = await import('client-zip')
    const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse }
    const watched = { left: c.req.raw.signal, log, ...(outgoing && { outgoing }) }
    const zip = makeZip(watch(renderEntries(exportData(account), watched), watched))
    return c.body(zip, 200, headers)
  })

  routes.get('/account/delete', async (c) => {
    const { account } = await requireFresh(c.req.raw, '/account/delete')
    return c.html(renderDelete({ balance: await credits.findBalance(account.id) }))
  })

  routes.post('/account/delete', async (c) => {
    const { account } = await requireFresh(c.req.raw, '/account/delete')
    const word = readWord((await readForm(c))('word'))
    if (word !== deleteWord) {
      const fault = `Nothing was deleted. Type “${deleteWord}” in the field to delete everything.`
      return c.html(renderDelete({ balance: await credits.findBalance(account.id), fault }), 400)
    }
    await erase(account.id)
    visitors.forget(c)
    return c.html(renderFarewell())
  })

  return routes
}

async function* renderEntries(files: AsyncIterable<ExportFile>, watched: Watched) {
  for await (const { name, content } of files) yield { name, input: watch(content, watched) }
}

interface Watched {
  left: AbortSignal
  log: Log
  /** Absent where a request is answered without a connection. */
  outgoing?: ServerResponse
}

/**
 * A stream that has begun cannot become a page that says what went wrong: it is cut, and the fault is logged. Thrown on
 * where there is a connection, it would be printed as a stack besides.
 */
async function* watch<Item>(items: AsyncIterable<Item>, { left, log, outgoing }: Watched) {
  try {
    yield* items
  } catch (err) {
    if (left.aborted) log.debug({ err }, 'Nobody waits for an export any more')
    else log.error({ err }, 'An export was cut short')
    if (!outgoing) throw err
    outgoing.destroy()
  }
}
