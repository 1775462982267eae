/** /openid/connect/authorize: the page that asks a person whether the app may know who they are. */
import { escapeText } from './blocks/shape.ts'
import type { Answer, Args } from './http.ts'
import { randomText } from './ids.ts'
import { readText } from './posting.ts'
import type { World } from './world.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }
const showFault = (fault: string): Answer => ({
  status: 400,
  headers: html,
  body: `<h1>${escapeText(fault)}</h1>`,
})

/** GET: with a form for each person of the workspace that is named, or of all. */
export function showSignIn(world: World, args: Args): Answer {
  const fault = findFault(world, args)
  if (fault) return showFault(fault)
  const team = readText(args, 'team')
  const people = [...world.people.values()].filter((person) => team === undefined || person.team.id === team)
  const forms = people.map(
    ({
      id,
      name,
    }) => `<form method="post"><p>${escapeText(name)}</p><input type="hidden" name="person" value="${id}">
<button name="decision" value="allow">Allow as ${escapeText(name)}</button>
<button name="decision" value="deny">Cancel as ${escapeText(name)}</button></form>`,
  )
  const page = `<!doctype html><link rel="icon" href="data:,"><title>Slack stand-in</title><h1>${escapeText(world.settings.name)} asks who you are</h1>`
  return { status: 200, headers: html, body: `${page}${forms.join('')}` }
}

/** POST: the address keeps its query, as the page's own form does. */
export function decideSignIn(world: World, args: Args): Answer {
  const person = world.people.get(readText(args, 'person') ?? '')
  const fault = findFault(world, args) ?? (person ? undefined : 'nobody_answered')
  const redirectUri = readText(args, 'redirect_uri') ?? ''
  if (fault || !person) return showFault(fault ?? '')
  const back = new URL(redirectUri)
  const state = readText(args, 'state')
  if (state !== undefined) back.searchParams.set('state', state)
  if (args.decision !== 'allow') {
    back.searchParams.set('error', 'access_denied')
    return { status: 302, headers: { location: back.href }, body: '' }
  }
  const code = `${person.team.id.slice(1)}.${randomText(12)}.${randomText(40)}`
  const nonce = readText(args, 'nonce')
  world.signIns.set(code, { person, redirectUri, nonce, at: world.clock.now(), used: false })
  back.searchParams.set('code', code)
  return { status: 302, headers: { location: back.href }, body: '' }
}

function findFault({ settings }: World, args: Args): string | undefined {
  const target = readText(args, 'redirect_uri') ?? ''
  if (readText(args, 'client_id') !== settings.clientId) return 'invalid_client_id'
  if (readText(args, 'response_type') !== 'code') return 'unsupported_response_type'
  if (readText(args, 'scope') !== 'openid') return 'invalid_scope'
  const isAllowed = settings.redirectUrls?.some((one) => target.startsWith(one)) ?? target !== ''
  return isAllowed ? undefined : 'bad_redirect_uri'
}
