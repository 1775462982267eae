/** Writes the wordy blocks of a message as Discord's markdown, within a number of characters. */

import type { Text } from '#core/index.ts'
import { cleanLine, cleanText } from '../literal.ts'
import type { Block } from '../platform.ts'
import { alignTable, fitLines } from '../table.ts'
import { measureWidth } from '../width.ts'
import { escapeInline, escapeText, fitText } from './literal.ts'

export type WordyBlock = Extract<Block, { kind: 'text' | 'quote' | 'facts' | 'table' | 'entry' }>

/** A quotation that is taller pushes the picture out of sight. */
const mostQuotedLines = 30
/** In columns. Wider ones would be folded by the narrow windows of desktop clients: they become lines instead. */
const widest = 90

/** Markdown of at most `limit` characters; empty when there is nothing to see. */
export function renderWordyBlock(block: WordyBlock, limit: number): string {
  switch (block.kind) {
    case 'text':
      return renderText(block.text, limit)
    case 'quote':
      return renderQuote(block.text, limit)
    case 'facts':
      return renderFacts(block.facts, limit)
    case 'table':
      return renderTable(block, limit)
    case 'entry': {
      const head = renderText(block.text, limit)
      const quote = renderQuote(block.quote, Math.max(0, limit - head.length - 1))
      return [head, quote].filter((part) => part !== '').join('\n')
    }
  }
}

/** A part that does not fit ends it, cut where it is plain words. */
export function renderText(text: Text, limit: number): string {
  let written = ''
  for (const part of text) {
    const room = limit - written.length
    const whole = typeof part === 'string' ? escapeInline(part) : renderPart(part)
    if (whole.length <= room) {
      written += whole
      continue
    }
    if (room > 0) written += typeof part === 'string' ? fitText(part, room, escapeInline) : '…'
    break
  }
  return written.trim() === '' ? '' : written
}

function renderPart(part: Exclude<Text[number], string>): string {
  if ('bold' in part) return renderBold(part.bold)
  if ('code' in part) return renderCode(part.code)
  if ('link' in part) return renderLink(part.link, part.label)
  // The client keeps it running: docs.discord.com/developers/reference#message-formatting.
  return `<t:${Math.floor(part.since / 1000)}:R>`
}

function renderBold(text: string): string {
  return mark(text, (line) => `**${escapeInline(line)}**`)
}

/** Marks must touch the words they are for: the spaces around these stay outside. */
function mark(text: string, render: (line: string) => string): string {
  const line = cleanLine(text)
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : '']
  return line === '' ? '' : `${before}${render(line)}${after}`
}

/** Nothing can be escaped inside code, so that code with a backtick is shown as plain words. */
function renderCode(text: string): string {
  return mark(text, (line) => (line.includes('`') ? escapeInline(line) : `\`${line}\``))
}

function renderLink(link: string, label: string): string {
  const url = findUrl(link)
  // Brackets would end the label, escaped or not.
  const words = escapeInline(cleanLine(label).replace(/[[\]]/g, ''))
  return url === undefined || words === '' ? words : `[${words}](<${url}>)`
}

/** The address as it may stand between angle brackets; undefined for anything but a page on the web. */
export function findUrl(link: string): string | undefined {
  const url = URL.parse(link)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  return url.href.replace(/[<>()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

function renderQuote(text: string, limit: number): string {
  const clean = cleanText(text)
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim()
  if (clean === '') return ''
  const lines = clean.split('\n')
  const shown = lines.length > mostQuotedLines ? `${lines.slice(0, mostQuotedLines).join('\n')}…` : clean
  return fitText(shown, limit, (part) => escapeText(part).replace(/^/gm, '> '))
}

/** Small print: docs.discord.com's "subtext". */
function renderFacts(facts: readonly { label: string; value: string }[], limit: number): string {
  const text = facts.map(({ label, value }) => `${label} ${value}`.replace(/\s+/g, ' ')).join(' · ')
  return text === '' ? '' : fitText(text, limit, (part) => `-# ${escapeInline(part)}`)
}

/** Markdown of at most `limit` characters; rows that do not fit are left out, which an ellipsis shows. */
function renderTable({ head, rows }: Extract<Block, { kind: 'table' }>, limit: number): string {
  const cells = [head, ...rows].map((row) => row.map(cleanCell))
  const aligned = alignTable(cells)
  const isWide = aligned.some((line) => measureWidth(line) > widest)
  const lines = isWide ? cells.map((row) => row.join(' · ').trimEnd()) : aligned
  const fence = '```'
  const shown = fitLines(lines, limit - 2 * (fence.length + 1))
  return shown.length > 0 ? [fence, ...shown, fence].join('\n') : ''
}

/** Three backticks in a row would end the code block; an invisible space keeps them apart. */
function cleanCell(cell: string): string {
  return cleanLine(cell).replace(/`(?=`)/g, '`\u200b')
}
