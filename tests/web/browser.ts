/** A browser without its window: keeps cookies, says where its requests come from, follows nothing by itself. */

import { createLedger } from '#core/credits/ledger.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import { findCode, publicUrl, type Rig } from './rig.ts'

export type Answer = Response & {
  /** Where it leads; empty where it leads nowhere. */
  location: string
}

type Texts = Record<string, string>

export type Browser = ReturnType<typeof createBrowser>

/** With the cookies that it is given. */
export function createBrowser(app: Rig['app'], network = '192.0.2.1', kept: Iterable<[string, string]> = []) {
  const cookies = new Map(kept)
  const renderCookies = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(path: string, init: RequestInit, headers: Texts): Promise<Answer> {
    const cookie = renderCookies()
    const answer = await app.fetch(
      new Request(`${publicUrl}${path}`, { ...init, headers: { ...(cookie && { cookie }), ...headers } }),
      { incoming: { socket: { remoteAddress: network } } },
    )
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return Object.assign(answer, { location: answer.headers.get('location') ?? '' })
  }

  const get = (path: string, headers: Texts = {}) => send(path, {}, headers)
  /** A name may occur several times. */
  const postAll = (path: string, fields: [string, string][], headers: Texts = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) }, { origin: publicUrl, ...headers })
  const post = (path: string, fields: Texts = {}, headers: Texts = {}) =>
    postAll(path, Object.entries(fields), headers)
  return {
    cookies,
    renderCookies,
    get,
    post,
    postAll,
    head: (path: string) => send(path, { method: 'HEAD' }, {}),
    /** The page at this path. */
    read: async (path: string) => await (await get(path)).text(),
    status: async (path: string) => (await get(path)).status,
    /** Answers with the status. */
    submit: async (...form: Parameters<typeof post>) => (await post(...form)).status,
  }
}

/** Signs a new browser in by a mailed code, as somebody who has linked no chat yet. */
export async function signInFirst({ app, mails }: Rig, email: string, network?: string): Promise<Browser> {
  const browser = createBrowser(app, network)
  await browser.post('/sign-in', { email })
  const answer = await browser.post('/sign-in/code', { code: findCode(mails, email) })
  if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}`)
  return browser
}

/** The same; the account has its welcome credits, as if a chat had been linked before. */
export async function signIn(rig: Rig, email: string, network?: string): Promise<Browser> {
  const { store, clock } = rig
  const browser = await signInFirst(rig, email, network)
  const account = await store.accounts.findAccount({ emailKey: email.toLowerCase() })
  if (!account) throw new Error('No such account')
  const grant = {
    wallet: account.id,
    key: 'welcome',
    kind: 'grant',
    amount: 100,
    reference: 'welcome',
  } as const
  await createLedger(store.ledger, clock).append(grant)
  const key = await createDurableHash(async () => 'a durable secret')('welcomed', account.emailKey ?? '')
  await store.records.insertRecord({ kind: 'welcomed', key, body: { account: account.id } }, clock.now())
  return browser
}
