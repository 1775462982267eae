/** Draws Slack's JSON of a message much as its client shows it: the blocks and the rich text that the bot writes. */
import { element, escapeHtml, type Json, listOf, textOf } from './markup.ts'

/** `findImage`: where the page has a picture for an address or a file. */
export type FindImage = (block: Json) => string

export function renderSlack(blocks: unknown, findImage: FindImage): string {
  return listOf(blocks)
    .map((block) => renderBlock(block, findImage))
    .join('')
}

function renderBlock(block: Json, findImage: FindImage): string {
  switch (block.type) {
    case 'section': {
      const accessory = block.accessory ? renderElement(block.accessory as Json, findImage) : ''
      return element('div', 's-section', `<div>${renderObject(block.text)}</div>${accessory}`)
    }
    case 'rich_text':
      return element('div', 's-text', listOf(block.elements).map(renderRich).join(''))
    case 'context': {
      const inside = listOf(block.elements).map((each) =>
        each.type === 'image' ? renderElement(each, findImage) : renderObject(each),
      )
      return element('div', 's-context', inside.join(' '))
    }
    case 'actions':
      return element(
        'div',
        's-actions',
        listOf(block.elements)
          .map((each) => renderElement(each, findImage))
          .join(''),
      )
    case 'image': {
      const title = block.title ? element('div', 's-title', renderObject(block.title)) : ''
      return `${title}<img class="s-image" src="${findImage(block)}" alt="${escapeHtml(textOf(block.alt_text))}">`
    }
    case 'header':
      return element('div', 's-header', renderObject(block.text))
    case 'divider':
      return '<hr>'
    case 'table':
      return renderTable(listOf(block.rows))
    default:
      throw new Error(`The sheet cannot draw Slack's block ${block.type}`)
  }
}

function renderTable(rows: readonly unknown[]): string {
  const cells = (row: unknown) => listOf(row).map((cell) => `<td>${renderCell(cell)}</td>`)
  return `<table class="s-table">${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('')}</table>`
}

const renderCell = (cell: Json): string =>
  cell.type === 'rich_text' ? listOf(cell.elements).map(renderRich).join('') : escapeHtml(textOf(cell.text))

function renderElement(part: Json, findImage: FindImage): string {
  if (part.type === 'image') {
    return `<img class="s-thumbnail" src="${findImage(part)}" alt="${escapeHtml(textOf(part.alt_text))}">`
  }
  if (part.type === 'button') {
    const arrow = typeof part.url === 'string' ? ' ↗' : ''
    return element(
      'span',
      `s-button s-${textOf(part.style) || 'plain'}`,
      `${renderObject(part.text)}${arrow}`,
    )
  }
  throw new Error(`The sheet cannot draw Slack's element ${part.type}`)
}

/** A text object: plain, or mrkdwn as far as the bot writes any. */
function renderObject(value: unknown): string {
  const { type, text } = (value ?? {}) as Json
  const plain = textOf(text)
  if (type !== 'mrkdwn') return escapeHtml(plain).replaceAll('\n', '<br>')
  return escapeHtml(plain)
    .replaceAll('&amp;amp;', '&amp;')
    .replace(/&lt;(https?:[^|&]+)\|([^&]+)&gt;/g, '<a title="$1">$2</a>')
    .replace(/\*([^*\n]+)\*/g, '<b>$1</b>')
    .replaceAll('\n', '<br>')
}

function renderRich(part: Json): string {
  const inside = () => listOf(part.elements).map(renderRun).join('')
  switch (part.type) {
    case 'rich_text_section':
      return element('div', 's-line', inside())
    case 'rich_text_quote':
      return element('div', 's-quote', inside())
    case 'rich_text_preformatted':
      return element('pre', 's-code', inside())
    default:
      throw new Error(`The sheet cannot draw Slack's rich text ${part.type}`)
  }
}

function renderRun(run: Json): string {
  if (run.type === 'date') return '<span class="s-time">a few seconds ago</span>'
  const text = escapeHtml(textOf(run.text) || textOf(run.url)).replaceAll('\n', '<br>')
  if (run.type === 'link') return `<a title="${escapeHtml(textOf(run.url))}">${text}</a>`
  const style = (run.style ?? {}) as Json
  if (style.code) return `<code>${text}</code>`
  return style.bold ? `<b>${text}</b>` : text
}
