/** Slack's part of the web server: its events, and the installation by a browser. */

import { type InstallRoutes, installPath, redirectPath } from '../install/routes.ts'
import { eventsPath, type HttpReceiver, isSslCheck } from './http-receiver.ts'

interface Route {
  allow: readonly string[]
  answer(request: Request): Response | Promise<Response>
}

export function createFetch({
  http,
  routes,
}: {
  http: HttpReceiver | undefined
  routes: InstallRoutes | undefined
}): (request: Request) => Promise<Response> {
  const looking = ['GET', 'HEAD']
  const table = new Map<string, Route>()
  if (http) table.set(eventsPath, { allow: ['POST'], answer: http.fetch })
  if (routes) {
    table.set(installPath, { allow: looking, answer: routes.begin })
    table.set(redirectPath, { allow: looking, answer: routes.end })
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const { allow, answer } = table.get(pathname) ?? { allow: looking, answer: answerNowhere }
    if (allow.includes(request.method)) return await answer(request)
    const isCheck = pathname === eventsPath && looking.includes(request.method) && isSslCheck(searchParams)
    if (http && isCheck) return new Response(null, { status: 200 })
    if (request.method === 'POST' && !table.has(pathname)) return answerNowhere()
    const headers = { allow: [...allow, 'OPTIONS'].join(', ') }
    return new Response(null, { status: request.method === 'OPTIONS' ? 204 : 405, headers })
  }
}

const answerNowhere = () => new Response(null, { status: 404 })
