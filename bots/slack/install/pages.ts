/** What somebody is shown who comes back from Slack: whether the app is in their workspace now. */
import { createHash } from 'node:crypto'
import type { Words } from '#core/index.ts'

export type InstallPage = Exclude<keyof Words['slack']['installing'], 'again'>

const style = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fbfbfd,#0d0d13);color:light-dark(#17151f,#f2f1f8);font:1rem/1.6 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:clamp(2rem,10vh,6rem) 1.25rem}
h1{font-size:1.6rem;line-height:1.25;text-wrap:balance;word-break:auto-phrase}
a{display:inline-block;padding:.25rem 0;color:light-dark(#5442d6,#a79cff)}`
const digest = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** `again`: where it can be tried again. */
export function renderInstallPage(
  { tag, slack: { installing } }: Words,
  page: InstallPage,
  { status, cookie, again }: { status: number; cookie: string; again: string },
): Response {
  const { title, text } = installing[page]
  const way = page === 'installed' ? '' : `<p><a href="${again}">${installing.again}</a></p>`
  const html = `<!doctype html>
<html lang="${tag}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · imgsrc bot</title>
    <style>${style}</style>
  </head>
  <body><main><h1>${title}</h1><p>${text}</p>${way}<p><a href="/">imgsrc bot</a></p></main></body>
</html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': tag,
    'set-cookie': cookie,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
  return new Response(html, { status, headers })
}
