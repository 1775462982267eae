/** The frame of every mail: one text, as plain characters and as HTML. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { assets } from '../assets.ts'
import type { Mail } from '../mailer.ts'
import { renderStyles, styles } from './styles.ts'

/** A paragraph; the code; the one button; another address; what is said in passing. */
export type MailPart =
  | string
  | { code: string }
  | { url: string; label: string; isButton?: true }
  | { note: string }

export interface MailContent {
  to: string
  subject: string
  heading: string
  /** What lists of mails show behind the subject. */
  preheader: string
  parts: readonly MailPart[]
  messageId?: string
}

/** So that lists of mails show nothing of what follows. */
const filler = '\u034f\u200c\u00a0'.repeat(120)

/** `publicUrl` names the site at the mail's end, and is where its icon is. */
export async function renderMail(words: Words, content: MailContent, publicUrl: string): Promise<Mail> {
  const { heading, preheader, parts, ...mail } = content
  const { host } = new URL(publicUrl)
  const text = [heading, ...parts.map(renderText), `imgsrc bot, ${publicUrl}`].join('\n\n')
  const markup = await html`<!doctype html>
<html lang="${words.tag}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>${heading}</title>
    ${renderStyles()}
  </head>
  <body class="ground" style="${styles.body}">
    <div style="${styles.preheader}">${preheader}${filler}</div>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
        <tr><td class="text" style="${styles.brand}"><img src="${publicUrl}${assets.mailIcon.href}" width="32" height="32" alt="" style="${styles.icon}">imgsrc bot</td></tr>
        <tr><td class="card" style="${styles.card}">
          <h1 class="text" style="${styles.heading}">${heading}</h1>
          ${parts.map(renderMarkup)}
        </td></tr>
        <tr><td class="quiet" style="${styles.foot}">imgsrc bot · <a class="quiet" href="${publicUrl}" style="color:#5d596f">${host}</a></td></tr>
      </table>
    </td></tr></table>
  </body>
</html>
`
  return { ...mail, text: `${text}\n`, html: markup.toString() }
}

function renderText(part: MailPart): string {
  if (typeof part === 'string') return part
  if ('note' in part) return part.note
  return 'code' in part ? `    ${part.code}` : `${part.label}:\n${part.url}`
}

function renderMarkup(part: MailPart) {
  if (typeof part === 'string') return html`<p class="text" style="${styles.paragraph}">${part}</p>`
  if ('note' in part) return html`<p class="quiet" style="${styles.note}">${part.note}</p>`
  if ('code' in part) return html`<p class="code" style="${styles.code}">${part.code}</p>`
  const { url, label, isButton } = part
  if (!isButton)
    return html`<p style="${styles.paragraph}"><a class="link" href="${url}" style="${styles.link}">${label}</a></p>`
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr><td class="button" style="${styles.button}"><a class="on-button" href="${url}" style="${styles.onButton}">${label}</a></td></tr></table>`
}
