/** Where a visitor goes after signing in: only ever a page of this site. */

const elsewhere = '/account'

/** The path, with its query, if it is one of ours; the account page otherwise. */
export function readNextPath(text: string): string {
  if (!/^\/[\x21-\x7e]*$/.test(text) || text.includes('\\') || text.length > 500) return elsewhere
  const base = 'http://site.invalid'
  const url = URL.parse(text, base)
  return url?.origin === base ? `${url.pathname}${url.search}`.replace(/^\/{2,}/, '/') : elsewhere
}
