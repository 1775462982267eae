/** A picture as HTML and Markdown, to be put into a page or a document, with its words as alternative text. */
import { html } from 'hono/html'
import type { Generation, Picture, Words } from '#core/index.ts'
import type { Markup } from './layout.ts'
import { shorten } from './words.ts'

/** Longer alternative texts are read out to nobody's joy. */
const longestAlt = 250

/** Of each of the pictures, a line. */
export function renderEmbed({ picturePage: picture }: Words, { asked, pictures }: Generation): Markup {
  const alt = shorten(asked.prompt, longestAlt)
  const kinds = [
    { id: 'as-html', name: picture.html, text: pictures.map((each) => writeHtml(each, alt)).join('\n') },
    {
      id: 'as-markdown',
      name: picture.markdown,
      text: pictures.map(({ url }) => writeMarkdown(url, alt)).join('\n'),
    },
  ]
  return html`<details class="embed">
    <summary>${picture.embed}</summary>
    <p class="quiet">${picture.embedNote}</p>
    ${kinds.map(
      ({ id, name, text }) => html`<div class="copyable">
        <label for="${id}">${name}</label>
        <button type="button" class="small" data-copy="${id}" data-copied="${picture.copied}" hidden>${picture.copy}<span class="unseen"> ${name}</span></button>
        <textarea id="${id}" readonly rows="3" spellcheck="false">${text}</textarea>
      </div>`,
    )}
  </details>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

export const writeHtml = (
  { url, width, height }: Pick<Picture, 'url' | 'width' | 'height'>,
  alt: string,
): string => `<img src="${escapeHtml(url)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`

/** Whatever means something in Markdown stands for itself. */
export const writeMarkdown = (url: string, alt: string): string =>
  `![${alt.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&')}](${url})`
