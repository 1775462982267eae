/** The frame around every page. */
import { html } from 'hono/html'
import { assets } from '../assets.ts'

/** Finished or coming markup, in which every value has been escaped. */
export type Markup = ReturnType<typeof html>

/** `title` is the page's own; the site's name is added to it. */
export function renderLayout(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · imgsrc bot</title>
    <link rel="stylesheet" href="${assets.style.href}">
    <link rel="stylesheet" href="${assets.formStyle.href}">
    <link rel="stylesheet" href="${assets.accountStyle.href}">
    <link rel="icon" type="image/svg+xml" href="${assets.icon.href}">
  </head>
  <body>
    <a class="skip" href="#content">Skip to content</a>
    <header class="bar">
      <a class="brand" href="/"><img src="${assets.icon.href}" alt="" width="28" height="28">imgsrc bot</a>
      <nav aria-label="Site">
        <a href="/pricing">Pricing</a>
        <a href="/account">Account</a>
      </nav>
    </header>
    <main id="content" tabindex="-1">${content}</main>
    <footer class="bar">
      <p>imgsrc bot: the image tools of imgsrc.pub in team chat. <a href="/privacy">Privacy</a></p>
    </footer>
  </body>
</html>`
}
