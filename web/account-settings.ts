/** The account's settings: sessions, export and deletion. */
import { Hono } from 'hono'
import { type Core, type ExportFile, type Log, languages, readWord } from '#core/index.ts'
import { readForm } from './form.ts'
import { findWords } from './language.ts'
import { findDone } from './pages/done.ts'
import { renderFarewell } from './pages/farewell.ts'
import { renderProblem } from './pages/problem.ts'
import { renderSettings } from './pages/settings.ts'
import { renderDelete } from './pages/settings-forms.ts'
import { FreshSignInNeeded, type Visitors } from './visitors.ts'
import { type Watched, watch, watchAnswer } from './watched-stream.ts'

export function createSettingsRoutes(
  core: Pick<
    Core,
    'accounts' | 'accountLimits' | 'credits' | 'erase' | 'exportData' | 'preferences' | 'sessions'
  >,
  visitors: Visitors,
  log: Log,
): Hono {
  const { accounts, sessions, credits, accountLimits, exportData, erase, preferences } = core
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
    const [identities, signedIn, { chosen }] = await Promise.all([
      accounts.listIdentities(account.id),
      sessions.list(account.id),
      preferences.findLanguages(account.id),
    ])
    const page = { account, identities, languages, chosen, current: session.handle, done }
    return c.html(renderSettings({ ...page, sessions: signedIn }))
  })

  routes.post('/account/language', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const tag = (await readForm(c))('language')
    // What is none of ours is what nobody chose.
    await preferences.chooseLanguage(account.id, languages.find((each) => each.tag === tag)?.tag)
    return c.redirect('/account/settings?done=language', 303)
  })

  routes.post('/account/sign-out-session', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    await sessions.end(account.id, (await readForm(c))('handle'))
    return c.redirect('/account/settings?done=signed-out', 303)
  })

  routes.post('/account/sign-out-others', async (c) => {
    const { account, session } = await visitors.require(c.req.raw)
    await sessions.endOthers(account.id, session.handle)
    return c.redirect('/account/settings?done=others-signed-out', 303)
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
    const watched = watchAnswer(c, log)
    const zip = makeZip(watch(renderEntries(exportData(account), watched), watched))
    return c.body(zip, 200, headers)
  })

  routes.get('/account/delete', async (c) => {
    const { account } = await requireFresh(c.req.raw, '/account/delete')
    return c.html(renderDelete({ balance: await credits.findBalance(account.id) }))
  })

  routes.post('/account/delete', async (c) => {
    const { account } = await requireFresh(c.req.raw, '/account/delete')
    const { word, mistyped } = findWords().deletion
    if (readWord((await readForm(c))('word')) !== word) {
      const fault = mistyped(word)
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
