/** Turns messages into text for a terminal. */
import { cutText } from '#core/index.ts'
import type { Block, Button, Message, Press, SentFile, ShownPicture } from '../platform.ts'
import { cutToWidth } from '../width.ts'
import { renderPlace } from './hyperlink.ts'
import { escapeControls, escapeLines } from './literal.ts'
import { renderLine } from './press.ts'
import { dim, renderTable, renderText, type Style } from './text.ts'
import { wrapLine, wrapText } from './wrap.ts'

export type PictureMime = 'image/png' | 'image/jpeg'

/** How much a terminal can show. */
export interface Look extends Style {
  /** Escape codes that show pictures. */
  inline?: ReadonlyMap<ShownPicture | SentFile, string>
  /** Where files were put, and pictures are kept on this machine. */
  paths?: ReadonlyMap<ShownPicture | SentFile, string>
  /** Gives each button the number that presses it. */
  number?: (press: Press) => number
}

/** Longer quotations are cut: the person has just typed them. */
const longestQuote = 1_000
const quoteMark = '│ '
/** Columns of a status line that the quotation may take. */
const longestExcerpt = 30

/** Ends with a line end. Nothing that was typed can reach the terminal as an escape code. */
export function renderMessage({ blocks }: Message, look: Look): string {
  const lines = blocks.flatMap((block, index) => [
    ...(needsSpace(blocks[index - 1], block) ? [''] : []),
    ...renderBlock(block, look),
  ])
  return `${lines.join('\n')}\n`
}

/** One line, without its end, for a message that is still changing: an excerpt of the quotation and the text. */
export function renderStatus({ blocks }: Message, look: Look): string {
  const parts = blocks.flatMap((block) => {
    if (block.kind === 'quote') return [cutToWidth(escapeControls(block.text), longestExcerpt, '…')]
    if (block.kind === 'text') return [renderText(block.text, look)]
    return block.kind === 'buttons' ? block.buttons.flatMap((button) => renderButton(button, look)) : []
  })
  return parts.join(' · ')
}

function needsSpace(before: Block | undefined, block: Block): boolean {
  if (!before) return false
  return block.kind === 'table' || (block.kind === 'text' && ['quote', 'table'].includes(before.kind))
}

function renderBlock(block: Block, look: Look): string[] {
  switch (block.kind) {
    case 'text':
      return [renderText(block.text, look)]
    case 'quote':
      return renderQuote(block.text, look)
    case 'pictures':
      return block.pictures.flatMap((picture) => renderPicture(picture, [picture.url], look))
    case 'entry': {
      const small = block.picture && look.inline?.get(block.picture)
      return [
        renderText(block.text, look),
        ...(small === undefined ? [] : [small]),
        ...renderQuote(block.quote, look),
      ]
    }
    case 'file': {
      const path = look.paths?.get(block.file)
      return path === undefined
        ? [renderText(block.file.otherwise, look)]
        : renderPicture(block.file, [], look)
    }
    case 'preview':
      return []
    case 'facts':
      return [dim(wrapText(renderFacts(block.facts), look.columns), look)]
    case 'table':
      return renderTable(block, look)
    case 'buttons':
      return block.buttons.flatMap((button) => renderButton(button, look))
  }
}

function renderQuote(text: string, { columns = Number.POSITIVE_INFINITY }: Look): string[] {
  const lines = escapeLines(cutText(text, longestQuote))
  return lines.flatMap((line) => wrapLine(line, columns - quoteMark.length)).map((line) => quoteMark + line)
}

const renderFacts = (facts: Extract<Block, { kind: 'facts' }>['facts']) =>
  facts.map(({ label, value }) => `${label} ${escapeControls(value)}`).join(' · ')

/** Above where it is found: at addresses, and on this machine, where it stays when the program has ended. */
function renderPicture(picture: ShownPicture | SentFile, addresses: readonly string[], look: Look): string[] {
  const shown = look.inline?.get(picture)
  const path = look.paths?.get(picture)
  const places = [...addresses, ...(path === undefined ? [] : [path])]
  return [...(shown === undefined ? [] : [shown]), ...places.map((place) => renderPlace(place, look))]
}

function renderButton(button: Button, look: Look): string[] {
  const { number } = look
  if ('sku' in button) return []
  const label = escapeControls(button.label)
  if ('url' in button) return [wrapText(`${label}: ${renderPlace(button.url, look)}`, look.columns)]
  const line = `${number ? `[${number(button)}] ` : ''}${label}: ${renderLine(button)}`
  return [wrapText(line, look.columns)]
}
