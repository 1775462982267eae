/** A person installs the app in a browser: the app's install page, Slack's consent, the way back. */
import type { Person } from '../person.ts'
import type { World } from '../world.ts'

/** What the person decides on the consent page. */
export interface InstallOptions {
  /** For the whole organisation. */
  org?: boolean
  /** Presses Cancel instead of Allow. */
  deny?: boolean
  /** What the browser prefers: `Accept-Language`. */
  language?: string
}

/** What the browser shows at the end. */
export interface Arrival {
  status: number
  body: string
  url: string
}

/** Follows the app's install URL, or an authorize URL, to its end. Rejects when no link leads to Slack's consent. */
export async function installApp(
  world: World,
  person: Person,
  from: string,
  options: InstallOptions,
): Promise<Arrival> {
  const cookies = new Map<string, string>()
  const authorizeUrl = from.startsWith(world.url) ? from : await findAuthorizeUrl(world, cookies, from)
  const consent = new URL(authorizeUrl)
  const form = new URLSearchParams(consent.search)
  form.set('person', person.id)
  if (options.org) form.set('org', 'true')
  form.set('decision', options.deny ? 'deny' : 'allow')
  const answer = await fetch(`${world.url}${consent.pathname}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  const back = answer.headers.get('location')
  if (!back) return { status: answer.status, body: await answer.text(), url: authorizeUrl }
  const last = await visit(cookies, back, options.language)
  return { status: last.status, body: await last.text(), url: back }
}

async function findAuthorizeUrl(world: World, cookies: Map<string, string>, from: string): Promise<string> {
  const page = await visit(cookies, from)
  const hrefs = Array.from((await page.text()).matchAll(/href="([^"]+)"/g), ([, link]) => link)
  const links = [page.headers.get('location'), ...hrefs]
  const found = links.find((link) => link?.startsWith(`${world.url}/oauth/`))
  if (!found) throw new Error(`${from} (${page.status}) leads to no consent page of Slack`)
  return found.replaceAll('&amp;', '&')
}

/** Keeps cookies as a browser would on one host. */
async function visit(cookies: Map<string, string>, url: string, language = 'en'): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, { headers: { cookie, 'accept-language': language }, redirect: 'manual' })
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? []
    if (name !== undefined && value !== undefined) cookies.set(name, value)
  }
  return response
}
