/** Answers for every path what may be done there, and refuses the rest. */
import type { Hono, MiddlewareHandler } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { renderProblem } from './pages/problem.ts'

/** What any path may be asked, so that only whoever may see a page learns whether it is there. */
const everywhere = ['GET', 'HEAD', 'POST']

/**
 * OPTIONS is answered with 204, a method that the path's routes in `app` do not have with 405; both say in Allow which
 * there are.
 */
export function answerMethods(app: Pick<Hono, 'routes'>): MiddlewareHandler {
  let router: TrieRouter<string> | undefined

  function openRouter(): TrieRouter<string> {
    const opened = new TrieRouter<string>()
    for (const { method, path } of app.routes) {
      if (method === 'ALL') continue
      opened.add('ALL', path, method)
      if (method === 'GET') opened.add('ALL', path, 'HEAD')
    }
    return opened
  }

  return async (c, next) => {
    router ??= openRouter()
    const own = [...new Set(router.match('ALL', c.req.path)[0].map(([method]) => method))]
    const { method } = c.req
    const isThere = own.length > 0
    if (method !== 'OPTIONS' && (isThere ? own : everywhere).includes(method)) return await next()
    const allow = [...(isThere ? own : ['GET', 'HEAD']), 'OPTIONS'].join(', ')
    return method === 'OPTIONS'
      ? c.body(null, 204, { allow })
      : c.html(renderProblem('refused'), 405, { allow })
  }
}
