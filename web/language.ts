/** The language of a page, and how it shows the words of that language. */
import { html } from 'hono/html'
import { speak, type Text, type TextPart, type Words } from '#core/index.ts'

/** As many as a browser names before it is no longer read. */
const mostNamed = 20

/** The first of the browser's languages (`Accept-Language`, RFC 9110, 12.5.4) that is one of ours; else English. */
export function readLanguage(accepted: string | null): Words {
  const named = (accepted ?? '').slice(0, 500).split(',', mostNamed).map(readNamed)
  const best = named
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .find(({ tag }) => speak(tag).tag === tag.split('-', 1)[0])
  return speak(best?.tag)
}

function readNamed(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((each) => each.startsWith('q='))
  return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
}

/** As markup, in which every value is escaped. */
export const renderText = (text: Text) => html`${text.map(renderPart)}`

function renderPart(part: TextPart) {
  if (typeof part === 'string') return part
  if ('bold' in part) return html`<strong>${part.bold}</strong>`
  if ('code' in part) return html`<code>${part.code}</code>`
  if ('link' in part) return html`<a href="${part.link}">${part.label}</a>`
  return new Date(part.since).toISOString()
}
