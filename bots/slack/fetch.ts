/** Slack's part of the web server: its events, and the installation by a browser. */
import { eventsPath, type HttpReceiver, isSslCheck } from './http.ts'
import { type InstallRoutes, installPath, redirectPath } from './oauth.ts'

export function createFetch({
  http,
  routes,
}: {
  http: HttpReceiver | undefined
  routes: InstallRoutes | undefined
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (http && pathname === eventsPath) {
      if (request.method === 'POST') return await http.fetch(request)
      if (request.method === 'GET' && isSslCheck(searchParams)) return new Response(null, { status: 200 })
      return new Response(null, { status: 405, headers: { allow: 'POST' } })
    }
    if (routes && pathname === installPath && request.method === 'GET') return routes.begin()
    if (routes && pathname === redirectPath && request.method === 'GET') return await routes.end(request)
    return new Response(null, { status: 404 })
  }
}
