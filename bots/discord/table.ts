/** Lays a table out with aligned columns, in a code block. */
import { cleanLine } from '../literal.ts'

/** Wider ones would be folded by the narrow windows of desktop clients: they become lines instead. */
const widest = 90

/** Markdown of at most `limit` characters; rows that do not fit are left out, which an ellipsis shows. */
export function renderTable(
  table: { head: readonly string[]; rows: readonly (readonly string[])[] },
  limit: number,
): string {
  const rows = [table.head, ...table.rows].map((row) => row.map(cleanCell))
  const widths = table.head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const wide = widths.reduce((sum, width) => sum + width + 2, 0) > widest
  const numeric = widths.map((_, column) =>
    rows.slice(1).every((row) => /^[+-]?[\d,.]*$/.test(row[column] ?? '')),
  )

  function align(cell: string, column: number): string {
    const width = wide ? 0 : (widths[column] ?? 0)
    return numeric[column] ? cell.padStart(width) : cell.padEnd(width)
  }

  const lines = rows.map((row) =>
    row
      .map(align)
      .join(wide ? ' · ' : '  ')
      .trimEnd(),
  )
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
