/** Draws Discord's JSON of a message much as its client shows it: Components V2 and the part of Markdown that the bot writes. */
import { ComponentType } from 'discord-api-types/v10'
import { element, escapeHtml, type Json, listOf, textOf } from './markup.ts'

/** `findImage`: where the page has a picture for an address or an attachment. */
export type FindImage = (url: string) => string

export function renderDiscord(components: unknown, findImage: FindImage): string {
  return listOf(components)
    .map((each) => renderComponent(each, findImage))
    .join('')
}

function renderComponent(part: Json, findImage: FindImage): string {
  const inside = () =>
    listOf(part.components)
      .map((each) => renderComponent(each, findImage))
      .join('')
  switch (part.type) {
    case ComponentType.ActionRow:
      return element('div', 'd-row', inside())
    case ComponentType.Button:
      return renderButton(part)
    case ComponentType.TextDisplay:
      return element('div', 'd-text', renderMarkdown(textOf(part.content)))
    case ComponentType.Section: {
      const accessory = renderComponent((part.accessory ?? {}) as Json, findImage)
      return element('div', 'd-section', `<div>${inside()}</div>${accessory}`)
    }
    case ComponentType.Thumbnail:
      return renderImage(part, 'd-thumbnail', findImage)
    case ComponentType.MediaGallery: {
      const items = listOf(part.items).map((item) => renderImage(item, 'd-image', findImage))
      return element('div', `d-gallery d-of-${items.length}`, items.join(''))
    }
    case ComponentType.File:
      return element(
        'div',
        'd-file',
        escapeHtml(textOf((part.file as Json)?.url).replace('attachment://', '')),
      )
    case ComponentType.Container:
      return element('div', 'd-container', inside())
    default:
      throw new Error(`The sheet cannot draw Discord's component ${part.type}`)
  }
}

function renderImage(item: Json, className: string, findImage: FindImage): string {
  const url = textOf((item.media as Json)?.url)
  return `<img class="${className}" src="${findImage(url)}" alt="${escapeHtml(textOf(item.description))}">`
}

const styles = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium']

function renderButton({ style, label, disabled }: Json): string {
  const kind = styles[Number(style)] ?? ''
  const text = kind === 'premium' ? 'Buy · $4.99' : escapeHtml(textOf(label))
  const arrow = kind === 'link' ? ' ↗' : ''
  return `<span class="d-button d-${kind}${disabled ? ' d-disabled' : ''}">${text}${arrow}</span>`
}

/** Lines, then what stands in them. */
function renderMarkdown(text: string): string {
  const [before = '', ...fences] = text.split('```')
  const parts = [before, ...fences].map((part, index) =>
    index % 2 === 1 ? element('pre', 'd-code', escapeHtml(part.replace(/^\n|\n$/g, ''))) : renderLines(part),
  )
  return parts.join('')
}

function renderLines(text: string): string {
  return text
    .split('\n')
    .filter((line, index, all) => line !== '' || (index > 0 && index < all.length - 1))
    .map((line) => {
      if (line.startsWith('> ')) return element('div', 'd-quote', renderInline(line.slice(2)))
      if (line.startsWith('-# ')) return element('div', 'd-small', renderInline(line.slice(3)))
      if (/^#{1,3} /.test(line)) return element('div', 'd-heading', renderInline(line.replace(/^#+ /, '')))
      return element('div', 'd-line', renderInline(line) || '&nbsp;')
    })
    .join('')
}

const inline =
  /\\(?<escaped>[^\w\s])|\*\*(?<bold>.+?)\*\*|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<link>[^)]+)\)|<(?<bare>https?:[^>]+)>|<t:\d+:R>(?<time>)|<#(?<channel>\d+)>/gs

function renderInline(text: string): string {
  let drawn = ''
  let end = 0
  for (const match of text.matchAll(inline)) {
    drawn += escapeHtml(text.slice(end, match.index))
    drawn += renderMatch(match.groups ?? {})
    end = match.index + match[0].length
  }
  return drawn + escapeHtml(text.slice(end))
}

function renderMatch({
  escaped,
  bold,
  code,
  label,
  link,
  bare,
  channel,
}: Readonly<Record<string, string>>): string {
  if (escaped !== undefined) return escapeHtml(escaped)
  if (bold !== undefined) return `<b>${renderInline(bold)}</b>`
  if (code !== undefined) return `<code>${escapeHtml(code)}</code>`
  if (label !== undefined) return `<a title="${escapeHtml(link ?? '')}">${renderInline(label)}</a>`
  if (bare !== undefined) return `<a>${escapeHtml(bare)}</a>`
  if (channel !== undefined) return '<a>#channel</a>'
  return '<span class="d-time">a few seconds ago</span>'
}
