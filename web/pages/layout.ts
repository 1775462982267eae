/** The frame around every page. */
import { html } from 'hono/html'
import { findFrame } from '../frame.ts'
import { findWords } from '../language.ts'
import { type PageOptions, renderHead } from './head.ts'
import { renderHeader } from './header.ts'
import type { Markup } from './markup.ts'

export type { Markup, PageOptions }

/** `title` is the page's own; the site's name is added to it. */
export async function renderLayout(
  title: string,
  content: Markup,
  options: PageOptions = {},
): Promise<Awaited<Markup>> {
  const frame = findFrame()
  const words = findWords()
  const reader = await frame?.findReader()
  const look = [options.isWide && 'wide', typeof reader === 'object' && 'signed-in'].filter(Boolean).join(' ')
  return await html`<!doctype html>
<html lang="${words.tag}">
  <head>${renderHead(title, options, frame)}</head>
  <body class="${look}">
    <a class="skip" href="#content">${words.frame.skip}</a>
    ${renderHeader(words, reader, frame?.path)}
    <main id="content" tabindex="-1">${content}</main>
    <footer>
      <div class="bar">
        <p>${words.frame.about}</p>
        <nav aria-label="${words.frame.aboutSite}">
          <a href="/pricing">${words.frame.pricing}</a>
          <a href="/privacy">${words.frame.privacy}</a>
          ${frame?.hasTerms ? html`<a href="/terms">${words.frame.terms}</a>` : ''}
        </nav>
      </div>
    </footer>
  </body>
</html>`
}
