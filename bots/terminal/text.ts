/** Writes words and tables for a terminal, in which nothing that was typed is obeyed. */
import { styleText } from 'node:util'
import type { Text } from '#core/index.ts'
import type { Block } from '../platform.ts'
import { alignTable } from '../table.ts'
import { renderPlace } from './hyperlink.ts'
import { escapeControls } from './literal.ts'

/** How much a terminal can show of words. */
export interface Style {
  /** Bold and dim; false gives plain text without any escape code. */
  styled: boolean
  /** Milliseconds since 1970. */
  now: number
}

export function renderText(text: Text, look: Style): string {
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
  const lines = alignTable([head, ...rows].map((row) => row.map(escapeControls)))
  return lines.map((line, index) => (index === 0 ? dim(line, look) : line))
}

const bold = (text: string, { styled }: Style) =>
  styled ? styleText('bold', text, { validateStream: false }) : text

export const dim = (text: string, { styled }: Style) =>
  styled ? styleText('dim', text, { validateStream: false }) : text
