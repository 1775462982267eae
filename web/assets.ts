/** The pages' own files: style sheets, modules of script and pictures, under names that change with what is in them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Hono } from 'hono'
import { type Coding, chooseCoding, compress } from './compress.ts'

export interface Asset {
  /** Changes with the content, so that a browser may keep each version for good. */
  href: string
  version: string
  mime: string
  bytes: Buffer<ArrayBuffer>
}

const mimes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** Pictures of points are compressed in themselves. */
const packed = /^image\/(?!svg)/

const folder = '/assets/'

/** Several files of one kind become one, called by the first. */
function readAsset(...names: readonly [string, ...string[]]): Asset {
  const bytes = Buffer.concat(names.map((name) => readFileSync(new URL(name, import.meta.url))))
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const [first] = names
  const extension = extname(first)
  const stem = first.slice(0, -extension.length).replaceAll('/', '-')
  return { href: `${folder}${stem}.${version}${extension}`, version, mime: mimes[extension] ?? '', bytes }
}

/** Read once, at the start. */
export const assets = {
  style: readAsset('style.css', 'parts.css', 'forms.css', 'frame.css'),
  accountStyle: readAsset('account.css', 'credits.css'),
  pictureStyle: readAsset('pictures.css'),
  pictureScript: readAsset('pictures.js'),
  startStyle: readAsset('start.css'),
  script: readAsset('waiting.js', 'local-times.js'),
  icon: readAsset('icon.svg'),
  mailIcon: readAsset('mails/icon.png'),
  touchIcon: readAsset('drawn/apple-touch-icon.png'),
  discordIcon: readAsset('discord.svg'),
  slackIcon: readAsset('slack.svg'),
  // Drawn by tests/draw-site-pictures.ts.
  preview: readAsset('drawn/preview.jpg'),
  hero: readAsset('drawn/hero.webp'),
  heroSmall: readAsset('drawn/hero-small.webp'),
  ogPicture: readAsset('drawn/og.webp'),
  logoPicture: readAsset('drawn/logo.webp'),
  emojiPicture: readAsset('drawn/emoji.webp'),
  qrPicture: readAsset('drawn/qr.webp'),
  favicon: readAsset('drawn/favicon.ico'),
}

const nameOf = (path: string): string => path.replace(/\.[0-9a-f]{10}\./, '.')

export function createAssetRoutes(): Hono {
  const served = new Map(Object.values(assets).map((asset) => [nameOf(asset.href), serveAsset(asset)]))
  const routes = new Hono()
  routes.get(`${folder}:file`, async (c) => {
    const { path } = c.req
    const answer = await served.get(nameOf(path))?.(path, chooseCoding(c.req.header('accept-encoding')))
    if (!answer) return c.notFound()
    const { body, headers } = answer
    return c.req.header('if-none-match')?.includes(headers.etag) === true
      ? c.body(null, 304, headers)
      : c.body(body, 200, { ...headers, 'content-length': String(body.byteLength) })
  })
  return routes
}

/** Each coding's bytes are made when they are first asked for, and kept. */
function serveAsset({ href, version, mime, bytes }: Asset) {
  const made = new Map<Coding, ReturnType<typeof compress>>()
  const isPacked = packed.test(mime)

  function make(coding: Coding): ReturnType<typeof compress> {
    const making = made.get(coding) ?? compress(bytes, coding, true)
    made.set(coding, making)
    return making
  }

  return async (path: string, asked: Coding | undefined) => {
    const coding = isPacked ? undefined : asked
    return {
      body: coding === undefined ? bytes : await make(coding),
      headers: {
        'content-type': mime,
        // A page of another version of this program asks for its own: today's is better than none.
        'cache-control': path === href ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag: `"${[version, coding].filter(Boolean).join('-')}"`,
        ...(!isPacked && { vary: 'Accept-Encoding' }),
        ...(coding !== undefined && { 'content-encoding': coding }),
      },
    }
  }
}
