/** What a page says of itself to browsers, search engines and whoever shows a link to it. */
import { html } from 'hono/html'
import { assets } from '../assets.ts'
import type { Frame } from '../frame.ts'
import type { Markup } from './markup.ts'

export interface PageOptions {
  /** What search engines and link previews say of it; a page without one is nobody's business but its reader's. */
  description?: string
  /** Takes the window's whole width, for pictures. */
  isWide?: boolean
  /** Addresses of style sheets that only some pages need. */
  styles?: readonly string[]
  /** Addresses of modules of script that make the page better, and without which it works. */
  scripts?: readonly string[]
}

/** As `--ground` of the style sheet. */
const grounds = { light: '#fbfbfd', dark: '#0d0d13' } as const

const name = 'imgsrc bot'

export function renderHead(title: string, options: PageOptions, frame: Frame | undefined): Markup {
  const { description, styles = [], scripts = [] } = options
  return html`
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · ${name}</title>
    ${Object.entries(grounds).map(([scheme, ground]) => html`<meta name="theme-color" content="${ground}" media="(prefers-color-scheme: ${scheme})">`)}
    ${description === undefined || !frame ? html`<meta name="robots" content="noindex">` : renderPreview(title, description, frame)}
    ${[assets.style.href, assets.accountStyle.href, ...styles].map((href) => html`<link rel="stylesheet" href="${href}">`)}
    <link rel="icon" href="${assets.icon.href}" type="image/svg+xml">
    <link rel="apple-touch-icon" href="${assets.touchIcon.href}">
    ${[assets.script.href, ...scripts].map((src) => html`<script type="module" src="${src}"></script>`)}
  `
}

/** ogp.me; without a card of its own X shows a small one. */
function renderPreview(title: string, description: string, { publicUrl, path }: Frame): Markup {
  const address = `${publicUrl}${path}`
  return html`<meta name="description" content="${description}">
    <link rel="canonical" href="${address}">
    <meta property="og:type" content="website">
    <meta property="og:site_name" content="${name}">
    <meta property="og:title" content="${title}">
    <meta property="og:description" content="${description}">
    <meta property="og:url" content="${address}">
    <meta property="og:image" content="${publicUrl}${assets.preview.href}">
    <meta property="og:image:width" content="1200">
    <meta property="og:image:height" content="630">
    <meta name="twitter:card" content="summary_large_image">`
}
