/** What the frame around a page needs of the request that it is rendered for. */
import type { Context, MiddlewareHandler } from 'hono'
import { contextStorage, tryGetContext } from 'hono/context-storage'
import type { Core } from '#core/index.ts'
import type { Visitors } from './visitors.ts'

/** Who is signed in. */
export interface Reader {
  email: string | undefined
  balance: number
}

export interface Frame {
  /** Where people reach this app, without a slash at its end. */
  publicUrl: string
  /** The page's own, without its query. */
  path: string
  /** Undefined where nobody is signed in; `unknown` where the store does not say. Asks the store once a request. */
  findReader(): Promise<Reader | undefined | 'unknown'>
  /** The terms are whole, so that pages may link to them. */
  hasTerms: boolean
}

interface FrameEnv {
  Variables: { frame: Frame }
}

/** Every page has the frame, and none is handed it: so each request's is kept for whatever renders in its course. */
export function keepFrame(
  publicUrl: string,
  visitors: Visitors,
  { credits }: Pick<Core, 'credits'>,
  hasTerms: boolean,
): MiddlewareHandler[] {
  async function readReader({ req }: Context): Promise<Reader | undefined> {
    const visitor = await visitors.peek(req.raw)
    if (!visitor) return undefined
    const { id, email } = visitor.account
    return { email, balance: await credits.findBalance(id) }
  }

  return [
    contextStorage(),
    async (c: Context<FrameEnv>, next) => {
      let reader: ReturnType<Frame['findReader']> | undefined
      c.set('frame', {
        publicUrl,
        path: c.req.path,
        hasTerms,
        // Also the page that says that the store is away has a frame.
        findReader: () => {
          reader ??= readReader(c).catch(() => 'unknown')
          return reader
        },
      })
      await next()
    },
  ]
}

/** The present request's; undefined where a page is rendered for none. */
export const findFrame = (): Frame | undefined => tryGetContext<FrameEnv>()?.var.frame
