/** The pages' own files: style sheets, modules of script and icons, under names that change with what is in them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Hono } from 'hono'

export interface Asset {
  /** Changes with the content, so that a browser may keep each version for good. */
  href: string
  mime: string
  bytes: Buffer<ArrayBuffer>
}

const mimes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const folder = '/assets/'

/** Several files of one kind become one, called by the first. */
function readAsset(...names: readonly [string, ...string[]]): Asset {
  const bytes = Buffer.concat(names.map((name) => readFileSync(new URL(name, import.meta.url))))
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const [first] = names
  const extension = extname(first)
  const stem = first.slice(0, -extension.length).replaceAll('/', '-')
  return { href: `${folder}${stem}.${version}${extension}`, mime: mimes[extension] ?? '', bytes }
}

/** Read once, at the start. */
export const assets = {
  style: readAsset('style.css', 'parts.css', 'forms.css', 'frame.css'),
  accountStyle: readAsset('account.css'),
  icon: readAsset('icon.svg'),
}

const nameOf = (path: string): string => path.replace(/\.[0-9a-f]{10}\./, '.')

export function createAssetRoutes(): Hono {
  const byName = new Map(Object.values(assets).map((asset) => [nameOf(asset.href), asset]))
  const routes = new Hono()
  routes.get(`${folder}:file`, (c) => {
    const asset = byName.get(nameOf(c.req.path))
    if (!asset) return c.notFound()
    // A page of another version of this program asks for its own: today's is better than none.
    const isIts = asset.href === c.req.path
    return c.body(asset.bytes, 200, {
      'content-type': asset.mime,
      'cache-control': isIts ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  return routes
}
