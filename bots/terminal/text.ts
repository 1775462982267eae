/** Writes words and tables for a terminal, in which nothing that was typed is obeyed. */
import { styleText } from 'node:util'
import type { Text } from '#core/index.ts'
import type { Block } from '../platform.ts'
import { alignTable } from '../table.ts'
import { measureWidth } from '../width.ts'
import { renderPlace } from './hyperlink.ts'
import { escapeControls } from './literal.ts'
import { wrapText } from './wrap.ts'

/** How much a terminal can show of words. */
export interface Style {
  /** Bold and dim; false gives plain text without any escape code. */
  styled: boolean
  /** Milliseconds since 1970. */
  now: number
  /** Lines are broken between words to fit; absent where nobody looks at a screen. */
  columns?: number | undefined
}

export const renderText = (text: Text, look: Style): string => wrapText(renderParts(text, look), look.columns)

function renderParts(text: Text, look: Style): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return escapeControls(part)
      if ('bold' in part) return bold(escapeControls(part.bold), look)
      if ('code' in part) return escapeControls(part.code)
      if ('link' in part) return `${escapeControls(part.label)} ${renderPlace(part.link, look)}`
      return `${Math.max(0, Math.floor((look.now - part.since) / 1000))} s`
    })
    .join('')
}

export function renderTable({ head, rows }: Extract<Block, { kind: 'table' }>, look: Style): string[] {
  const cells = [head, ...rows].map((row) => row.map(escapeControls))
  const aligned = alignTable(cells)
  const { columns } = look
  const isWide = columns !== undefined && aligned.some((line) => measureWidth(line) > columns)
  const lines = isWide ? cells.map((row) => wrapText(row.join(' · ').trimEnd(), columns)) : aligned
  return lines.map((line, index) => (index === 0 ? dim(line, look) : line))
}

const bold = (text: string, { styled }: Style) =>
  styled ? styleText('bold', text, { validateStream: false }) : text

export const dim = (text: string, { styled }: Style) =>
  styled ? styleText('dim', text, { validateStream: false }) : text
