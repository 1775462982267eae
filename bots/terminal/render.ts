/** Turns messages into text for a terminal. */
import { cutText } from '#core/index.ts'
import type { Block, Button, Message, Press, SentFile, ShownPicture } from '../platform.ts'
import { cutToWidth } from '../width.ts'
import { escapeControls, escapeLines } from './literal.ts'
import { renderLine } from './press.ts'
import { dim, renderTable, renderText, type Style } from './text.ts'

export type PictureMime = 'image/png' | 'image/jpeg'

/** How much a terminal can show. */
export interface Look extends Style {
  /** Escape codes that show pictures. */
  inline?: ReadonlyMap<ShownPicture | SentFile, string>
  /** Where files were put. */
  paths?: ReadonlyMap<SentFile, string>
  /** Gives each button the number that presses it. */
  number?: (press: Press) => number
}

/** Longer quotations are cut: the person has just typed them. */
const longestQuote = 1_000
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
    return block.kind === 'buttons' ? block.buttons.flatMap((button) => renderButton(button)) : []
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
      return renderQuote(block.text)
    case 'pictures':
      return block.pictures.flatMap((picture) => renderPicture(picture, picture.url, look))
    case 'entry': {
      const small = block.picture && look.inline?.get(block.picture)
      return [
        renderText(block.text, look),
        ...(small === undefined ? [] : [small]),
        ...renderQuote(block.quote),
      ]
    }
    case 'file': {
      const path = look.paths?.get(block.file)
      return path === undefined
        ? [renderText(block.file.otherwise, look)]
        : renderPicture(block.file, path, look)
    }
    case 'preview':
      return []
    case 'facts':
      return [
        dim(block.facts.map(({ label, value }) => `${label} ${escapeControls(value)}`).join(' · '), look),
      ]
    case 'table':
      return renderTable(block, look)
    case 'buttons':
      return block.buttons.flatMap((button) => renderButton(button, look))
  }
}

const renderQuote = (text: string) => escapeLines(cutText(text, longestQuote)).map((line) => `│ ${line}`)

/** Above where it is found. */
function renderPicture(picture: ShownPicture | SentFile, place: string, { inline }: Look): string[] {
  const shown = inline?.get(picture)
  return [...(shown === undefined ? [] : [shown]), escapeControls(place)]
}

function renderButton(button: Button, { number }: Pick<Look, 'number'> = {}): string[] {
  if ('sku' in button) return []
  const label = escapeControls(button.label)
  if ('url' in button) return [`${label}: ${escapeControls(button.url)}`]
  return [`${number ? `[${number(button)}] ` : ''}${label}: ${renderLine(button)}`]
}
