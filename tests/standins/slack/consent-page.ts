/** /oauth/v2/authorize: the page that asks a person whether the app may come in. */
import { escapeText } from './blocks/shape.ts'
import type { Answer, Args } from './http.ts'
import { randomText } from './ids.ts'
import { readFlag, readText } from './posting.ts'
import type { World } from './world.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }

/** GET: the page, with one form for each person who could answer. */
export function showConsent(world: World, args: Args): Answer {
  const fault = findFault(world, args)
  if (fault)
    return { status: 400, headers: html, body: `<h1>Something went wrong</h1><p>${escapeText(fault)}</p>` }
  const hidden = Object.entries(args).map(([name, value]) => field(name, String(value)))
  const forms = [...world.people.values()].flatMap((person) =>
    [false, ...(person.team.enterprise ? [true] : [])].map(
      (
        org,
      ) => `<form method="post">${hidden.join('')}${field('person', person.id)}${field('org', String(org))}
<p>${escapeText(person.name)} for ${escapeText((org ? person.team.enterprise : person.team)?.name ?? '')}</p>
<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Cancel</button></form>`,
    ),
  )
  const title = `${escapeText(world.settings.name)} asks for: ${escapeText(readText(args, 'scope') ?? '')}`
  return {
    status: 200,
    headers: html,
    body: `<!doctype html><title>Slack stand-in</title><h1>${title}</h1>${forms.join('')}`,
  }
}

function field(name: string, value: string): string {
  return `<input type="hidden" name="${escapeText(name)}" value="${escapeText(value).replaceAll('"', '&quot;')}">`
}

/** POST: sends the person back to the app with a code, or with `access_denied`. */
export function decideConsent(world: World, args: Args): Answer {
  const person = world.people.get(readText(args, 'person') ?? '')
  const fault = findFault(world, args) ?? (person ? undefined : 'nobody_answered')
  const target = readText(args, 'redirect_uri') ?? world.settings.redirectUrls?.[0]
  if (fault || !person || !target)
    return { status: 400, headers: html, body: escapeText(fault ?? 'bad_redirect_uri') }
  const back = new URL(target)
  const state = readText(args, 'state')
  if (state !== undefined) back.searchParams.set('state', state)
  if (args.decision !== 'allow') {
    back.searchParams.set('error', 'access_denied')
    return { status: 302, headers: { location: back.href }, body: '' }
  }
  const code = `${person.team.id.slice(1)}.${randomText(12)}.${randomText(40)}`
  world.grants.set(code, {
    person,
    org: readFlag(args, 'org'),
    scopes: (readText(args, 'scope') ?? '').split(/[ ,]+/).filter((scope) => scope !== ''),
    redirectUri: readText(args, 'redirect_uri'),
    at: world.clock.now(),
    used: false,
  })
  back.searchParams.set('code', code)
  return { status: 302, headers: { location: back.href }, body: '' }
}

function findFault(world: World, args: Args): string | undefined {
  const { settings } = world
  const target = readText(args, 'redirect_uri')
  if (readText(args, 'client_id') !== settings.clientId) return 'invalid_client_id'
  if ((readText(args, 'scope') ?? '') === '') return 'invalid_scope'
  const allowed = settings.redirectUrls?.some((one) => target === undefined || target.startsWith(one)) ?? true
  if (!allowed) return 'bad_redirect_uri'
  return target === undefined && !settings.redirectUrls?.[0] ? 'no_redirect_uri' : undefined
}
