/** Lays a table out with aligned columns, in a code block. */
import { cleanLine } from '../literal.ts'
import { alignTable } from '../table.ts'
import { measureWidth } from '../width.ts'

/** In columns. Wider ones would be folded by the narrow windows of desktop clients: they become lines instead. */
const widest = 90

/** Markdown of at most `limit` characters; rows that do not fit are left out, which an ellipsis shows. */
export function renderTable(
  table: { head: readonly string[]; rows: readonly (readonly string[])[] },
  limit: number,
): string {
  const rows = [table.head, ...table.rows].map((row) => row.map(cleanCell))
  const aligned = alignTable(rows)
  const isWide = aligned.some((line) => measureWidth(line) > widest)
  const lines = isWide ? rows.map((row) => row.join(' · ').trimEnd()) : aligned
  const fence = '```'
  let length = fence.length * 2 + 2
  const shown: string[] = []
  for (const line of lines) {
    length += line.length + 1
    if (length > limit) {
      shown.push('…')
      break
    }
    shown.push(line)
  }
  return shown.length > 0 ? [fence, ...shown, fence].join('\n') : ''
}

/** Three backticks in a row would end the code block; an invisible space keeps them apart. */
function cleanCell(cell: string): string {
  return cleanLine(cell).replace(/`(?=`)/g, '`\u200b')
}
