/** Reads the bodies of requests whole, up to a bound, however they are framed. */
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

const withoutBody = ['GET', 'HEAD']

/**
 * A body of more than `largest` bytes is answered by `refuse`, without its rest; one that breaks off, by 400. What comes
 * after has the request with its body there. (Hono's own `bodyLimit` cannot copy the requests that its server makes.)
 */
export function limitBody(
  largest: number,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    const { method, url, headers, signal } = c.req.raw
    if (withoutBody.includes(method)) return await next()
    const body = await readBody(c.req.raw, largest)
    if (!body) return await refuse(c)
    c.req.raw = new Request(url, { method, headers: new Headers([...headers]), body, signal })
    return await next()
  }
}

/** Undefined when it is too large. */
async function readBody(request: Request, largest: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return undefined
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength
      if (size > largest) return undefined
      parts.push(part)
    }
  } catch (cause) {
    throw new HTTPException(400, { cause })
  }
  return Buffer.concat(parts)
}
