/** A browser without its window: keeps cookies, says where its requests come from, follows nothing by itself. */
import { findCode, publicUrl, type Rig } from './rig.ts'

export interface Browser {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>
}

export function createBrowser(app: Rig['app'], network = '192.0.2.1'): Browser {
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.fetch(
      new Request(`${publicUrl}${path}`, { ...init, headers: { ...(cookie && { cookie }), ...headers } }),
      { incoming: { socket: { remoteAddress: network } } },
    )
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  return {
    cookies,
    get: (path, headers = {}) => send(path, {}, headers),
    post: (path, fields = {}, headers = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields) }, { origin: publicUrl, ...headers }),
  }
}

/** Signs a new browser in by a mailed code. */
export async function signIn({ app, mails }: Rig, email: string, network?: string): Promise<Browser> {
  const browser = createBrowser(app, network)
  await browser.post('/sign-in', { email })
  const answer = await browser.post('/sign-in/code', { code: findCode(mails, email) })
  if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}`)
  return browser
}
