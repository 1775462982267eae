/** Words and tables as rich text, in which every character is literal. */

import type { types } from '@slack/bolt'
import { cutText, type Text } from '#core/index.ts'
import { cleanLine } from '../literal.ts'
import type { Block } from '../platform.ts'
import { alignTable, fitLines } from '../table.ts'
import { cleanInline } from './literal.ts'

type Part = types.RichTextElement

/** What a section's text may hold; rich text is kept to the same: docs.slack.dev/reference/block-kit/blocks/section-block */
export const longestText = 3_000

export function renderText(text: Text): Part[] {
  return text.flatMap((part) => renderPart(part))
}

/** The same words without any style, for notifications. */
export function renderWords(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : readWords(part))).join('')
}

/** Columns aligned by spaces; rows that do not fit are left out, which an ellipsis shows. */
export function renderTable({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const lines = alignTable([head, ...rows].map((row) => row.map(cleanLine)))
  return fitLines(lines, longestText - 1).join('\n')
}

function renderPart(part: Text[number]): Part[] {
  if (typeof part === 'object' && 'since' in part) {
    const timestamp = Math.floor(part.since / 1_000)
    return [{ type: 'date', timestamp, format: '{ago}', fallback: 'a while' }]
  }
  const text = cutText(cleanInline(typeof part === 'string' ? part : readWords(part)), longestText)
  if (text === '') return []
  if (typeof part === 'string') return [{ type: 'text', text }]
  if ('link' in part) return [{ type: 'link', url: part.link, text }]
  return [{ type: 'text', text, style: 'bold' in part ? { bold: true } : { code: true } }]
}

function readWords(part: Exclude<Text[number], string>): string {
  if ('bold' in part) return part.bold
  if ('code' in part) return part.code
  return 'link' in part ? part.label : ''
}
