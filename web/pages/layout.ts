/** The frame around every page. */
import { html } from 'hono/html'
import { assets } from '../assets.ts'
import { findFrame } from '../frame.ts'
import { findWords } from '../language.ts'
import { renderHeader } from './header.ts'
import type { Markup } from './markup.ts'

export type { Markup }

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

/** `title` is the page's own; the site's name is added to it. */
export async function renderLayout(
  title: string,
  content: Markup,
  { isWide = false, styles = [], scripts = [] }: PageOptions = {},
): Promise<Awaited<Markup>> {
  const frame = findFrame()
  const reader = await frame?.findReader()
  const look = [isWide && 'wide', typeof reader === 'object' && 'signed-in'].filter(Boolean).join(' ')
  return await html`<!doctype html>
<html lang="${findWords().tag}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · imgsrc bot</title>
    ${[assets.style.href, assets.accountStyle.href, ...styles].map((href) => html`<link rel="stylesheet" href="${href}">`)}
    <link rel="icon" type="image/svg+xml" href="${assets.icon.href}">
    ${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
  </head>
  <body class="${look}">
    <a class="skip" href="#content">Skip to content</a>
    ${renderHeader(reader, frame?.path)}
    <main id="content" tabindex="-1">${content}</main>
    <footer>
      <div class="bar">
        <p>imgsrc bot: the image tools of imgsrc.pub in team chat.</p>
        <nav aria-label="About"><a href="/pricing">Pricing</a><a href="/privacy">Privacy</a>${frame?.hasTerms ? html`<a href="/terms">Terms</a>` : ''}</nav>
      </div>
    </footer>
  </body>
</html>`
}
