/** The frame of every mail: one text, as plain characters and as HTML. */
import { html } from 'hono/html'
import type { Mail } from '../mailer.ts'

/** A paragraph; a code to copy; an address to open. */
export type MailPart = string | { code: string } | { url: string; label: string }

export interface MailContent {
  to: string
  subject: string
  parts: readonly MailPart[]
  messageId?: string
}

/** `publicUrl` names the site at the mail's end. */
export async function renderMail({ parts, ...mail }: MailContent, publicUrl: string): Promise<Mail> {
  const { host } = new URL(publicUrl)
  const text = [...parts.map(renderText), `imgsrc bot, ${publicUrl}`].join('\n\n')
  const markup = await html`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${mail.subject}</title></head>
  <body style="margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif;color:#1c1930;background:#ffffff">
    ${parts.map(renderMarkup)}
    <p style="margin:24px 0 0;color:#5c5875;font-size:14px">imgsrc bot, <a href="${publicUrl}">${host}</a></p>
  </body>
</html>
`
  return { ...mail, text: `${text}\n`, html: markup.toString() }
}

function renderText(part: MailPart): string {
  if (typeof part === 'string') return part
  return 'code' in part ? `    ${part.code}` : `${part.label}:\n${part.url}`
}

function renderMarkup(part: MailPart) {
  if (typeof part === 'string') return html`<p style="margin:0 0 16px">${part}</p>`
  if ('code' in part) {
    return html`<p style="margin:0 0 16px;font:600 28px/1.4 ui-monospace,monospace">${part.code}</p>`
  }
  return html`<p style="margin:0 0 16px"><a href="${part.url}">${part.label}</a></p>`
}
