/** Lays rows of cells out in aligned columns, for every place that shows text in a fixed width. */
import { measureWidth, padToWidth } from './width.ts'

const number = /^[+−-]?\d[\d,.\u00a0\u202f]*$/

/** A line for each row, the head first: every column as wide as its widest cell, and numbers at the right of theirs. */
export function alignTable(rows: readonly (readonly string[])[], separator = '  '): string[] {
  const columns = (rows[0] ?? []).map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '')
    const values = cells.slice(1).filter((cell) => cell !== '')
    return {
      width: Math.max(...cells.map(measureWidth)),
      side:
        values.length > 0 && values.every((cell) => number.test(cell))
          ? ('start' as const)
          : ('end' as const),
    }
  })
  return rows.map((row) =>
    columns
      .map(({ width, side }, column) => padToWidth(row[column] ?? '', width, side))
      .join(separator)
      .trimEnd(),
  )
}

/** The lines that fit into `limit` characters, their ends counted; an ellipsis shows that some were left out. */
export function fitLines(lines: readonly string[], limit: number): string[] {
  let length = 0
  const cut = lines.findIndex((line) => {
    length += line.length + 1
    return length > limit
  })
  return cut < 0 ? [...lines] : [...lines.slice(0, cut), '…']
}
