/** Slack's part of the web server: its events, and the installation by a browser. */
import { eventsPath, type HttpReceiver } from './http.ts'
import { type InstallRoutes, installPath, redirectPath } from './oauth.ts'

export function createFetch({
  http,
  routes,
}: {
  http: HttpReceiver | undefined
  routes: InstallRoutes | undefined
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (http && pathname === eventsPath && request.method === 'POST') return await http.fetch(request)
    if (routes && pathname === installPath && request.method === 'GET') return routes.begin()
    if (routes && pathname === redirectPath && request.method === 'GET') return await routes.end(request)
    return new Response(null, { status: 404 })
  }
}
