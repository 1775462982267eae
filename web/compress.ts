/** Sends text in fewer bytes to whoever takes it so. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { parseAccept } from 'hono/utils/accept'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** What saves more comes first. */
export const codings = ['br', 'gzip'] as const
export type Coding = (typeof codings)[number]

/** `header`: an Accept-Encoding (RFC 9110, 12.5.3). Undefined: the text goes as it is. */
export function chooseCoding(header: string | undefined): Coding | undefined {
  if (header === undefined) return undefined
  const taken = new Map(parseAccept(header).map(({ type, q }) => [type.toLowerCase(), q]))
  return codings.find((coding) => (taken.get(coding) ?? 0) > 0)
}

/** On a thread of its own. `once`: it is kept, so that it may take its time. */
export async function compress(
  bytes: Uint8Array,
  coding: Coding,
  once = false,
): Promise<Uint8Array<ArrayBuffer>> {
  if (coding === 'gzip') return new Uint8Array(await compressGzip(bytes, { level: once ? 9 : 6 }))
  const quality = once ? constants.BROTLI_MAX_QUALITY : 4
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
  return new Uint8Array(await compressBrotli(bytes, { params }))
}

/** Bytes; what fits into one packet arrives no sooner when it is smaller. */
const least = 1_024

/** Where people are shown what others are called, or asked for, beside what is theirs alone. */
const ofOthers = /^\/(link|unlink|team)\b|^\/account(\/(transactions|settings))?$|\/family$/

/**
 * Pages alone: pictures and archives are compressed in themselves, and files of ours are compressed once. Of what is
 * said to somebody with a cookie only what nobody else had a word in: where an address that another site chose is
 * shown beside a code or an e-mail address, their common length would tell what that is, guess by guess (BREACH). So
 * no answer to a form, none to an address with a query, and no page that names others.
 */
export const compressPages: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers, status } = c.res
  if (status === 304 || !headers.get('content-type')?.startsWith('text/html')) return
  headers.append('vary', 'Accept-Encoding')
  const coding = chooseCoding(c.req.header('accept-encoding'))
  const { path, method, url } = c.req
  const mayBeChosen = method === 'POST' || new URL(url).search !== '' || ofOthers.test(path)
  if (coding === undefined || (mayBeChosen && c.req.header('cookie') !== undefined)) return
  const bytes = new Uint8Array(await c.res.arrayBuffer())
  const isWorthIt = bytes.byteLength >= least
  const body = isWorthIt ? await compress(bytes, coding) : bytes
  c.res = new Response(body, c.res)
  c.res.headers.set('content-length', String(body.byteLength))
  if (isWorthIt) c.res.headers.set('content-encoding', coding)
}
