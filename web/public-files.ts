/** What programs look for at fixed places of every site: icons, robots.txt, the sitemap, whom to tell of a hole. */
import { Hono } from 'hono'
import { assets } from './assets.ts'
import type { Operator } from './site.ts'

export interface PublicFilesOptions {
  /** Without a slash at its end. */
  publicUrl: string
  operator: Operator
  /** Whether there are terms to read. */
  hasTerms: boolean
  /** Milliseconds since 1970. */
  now?(): number
}

const day = 24 * 60 * 60_000
/** RFC 9116, 2.5.5: less than a year ahead. */
const goodFor = 180 * day
/** Seconds for which a file under a name of its own may be kept. */
const kept = { 'cache-control': 'public, max-age=86400' }

/** Addresses under these are somebody's own, or lead nowhere without them. */
const own = [
  '/account',
  '/checkout',
  '/i/',
  '/link/',
  '/sign-in',
  '/slack/',
  '/team',
  '/unlink/',
  '/webhooks/',
]

/** Security.txt is there where the operator can be written to. */
export function createPublicFileRoutes(options: PublicFilesOptions): Hono {
  const { publicUrl, operator, hasTerms, now = Date.now } = options
  const routes = new Hono()
  const icons = { '/favicon.ico': assets.favicon, '/apple-touch-icon.png': assets.touchIcon }
  for (const [path, { bytes, mime }] of Object.entries(icons)) {
    routes.get(path, (c) => c.body(bytes, 200, { ...kept, 'content-type': mime }))
  }
  const pages = ['/', '/pricing', '/privacy', ...(hasTerms ? ['/terms'] : [])]
  routes.get('/robots.txt', (c) => c.text(renderRobots(publicUrl), 200, kept))
  routes.get('/sitemap.xml', (c) =>
    c.body(renderSitemap(pages.map((path) => `${publicUrl}${path}`)), 200, {
      ...kept,
      'content-type': 'application/xml; charset=utf-8',
    }),
  )
  const { email } = operator
  if (email !== undefined) {
    routes.get('/.well-known/security.txt', (c) => c.text(renderSecurity(email, publicUrl, now()), 200, kept))
  }
  return routes
}

const renderRobots = (publicUrl: string): string =>
  ['User-agent: *', ...own.map((path) => `Disallow: ${path}`), `Sitemap: ${publicUrl}/sitemap.xml`, ''].join(
    '\n',
  )

const renderSitemap = (addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `  <url><loc>${address.replaceAll('&', '&amp;')}</loc></url>`).join('\n')}
</urlset>
`

/** RFC 9116. */
const renderSecurity = (email: string, publicUrl: string, now: number): string =>
  [
    `Contact: mailto:${email}`,
    `Expires: ${new Date(now + goodFor).toISOString()}`,
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
