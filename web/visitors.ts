/** Who is looking at a page: the one cookie, and the session it stands for. */
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { type Account, type Core, longestSession, type Session } from '#core/index.ts'

/** A page that is only for who is signed in; `next` is where the visitor wanted to go. */
export class SignInNeeded extends Error {
  readonly next: string

  constructor(next: string) {
    super('Signing in is needed')
    this.name = 'SignInNeeded'
    this.next = next
  }
}

/** A page that only a session that has just begun may see; `next` is where its visitor comes back to. */
export class FreshSignInNeeded extends Error {
  readonly next: string

  constructor(next: string) {
    super('Signing in again is needed')
    this.name = 'FreshSignInNeeded'
    this.next = next
  }
}

export interface Visitor {
  account: Account
  session: Session
}

export interface Visitors {
  find(request: Request): Promise<Visitor | undefined>
  /** The same, but not counted as a use of the session. */
  peek(request: Request): Promise<Visitor | undefined>
  /** Rejects with `SignInNeeded`, to come back to `next`: the page itself, unless it is not one to be left standing on. */
  require(request: Request, next?: string): Promise<Visitor>
  /** The browser's token, signed in or not; undefined when it has none of ours. */
  findToken(request: Request): string | undefined
  /** Gives the browser this token; one of a browser that has signed in is kept when it is closed. */
  setToken(c: Context, token: string, signedIn: boolean): void
  forget(c: Context): void
}

/** With HTTPS the name binds the cookie to this very host and to TLS (RFC 6265bis, 4.1.3.2). */
export function createVisitors(
  { sessions, accounts }: Pick<Core, 'sessions' | 'accounts'>,
  publicUrl: string,
): Visitors {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-session' : 'session'
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const

  const findToken = (request: Request) => {
    const token = parse(request.headers.get('cookie') ?? '', name)[name]
    return token !== undefined && sessions.isToken(token) ? token : undefined
  }

  async function find(request: Request, isUse: boolean): Promise<Visitor | undefined> {
    const token = findToken(request)
    const session = token === undefined ? undefined : await sessions.find(token, isUse)
    const account = session && (await accounts.findAccount(session.account))
    return session && account && { account, session }
  }

  const use = (request: Request) => find(request, request.method !== 'HEAD')

  return {
    find: use,
    peek: (request) => find(request, false),
    findToken,
    async require(request, next) {
      const visitor = await use(request)
      if (visitor) return visitor
      const { pathname, search } = new URL(request.url)
      throw new SignInNeeded(next ?? (request.method === 'GET' ? `${pathname}${search}` : '/account'))
    },
    setToken(c, token, signedIn) {
      setCookie(c, name, token, { ...attributes, ...(signedIn && { maxAge: longestSession / 1000 }) })
    },
    forget(c) {
      deleteCookie(c, name, attributes)
    },
  }
}
