/** The pages' own files: style sheets and one icon. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

function readAsset(name: string, mime: string) {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { path: `/${name}`, href: `/${name}?v=${version}`, text, mime }
}

/** Read once; `href` changes with the content, so that a browser may keep each version for good. */
export const assets = {
  style: readAsset('style.css', 'text/css; charset=utf-8'),
  formStyle: readAsset('forms.css', 'text/css; charset=utf-8'),
  accountStyle: readAsset('account.css', 'text/css; charset=utf-8'),
  icon: readAsset('icon.svg', 'image/svg+xml'),
}

export function createAssetRoutes(): Hono {
  const routes = new Hono()
  for (const { path, text, mime } of Object.values(assets)) {
    routes.get(path, (c) =>
      c.body(text, 200, { 'content-type': mime, 'cache-control': 'public, max-age=31536000, immutable' }),
    )
  }
  return routes
}
