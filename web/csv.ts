/** Tables as CSV: RFC 4180, in UTF-8 and marked as such, since spreadsheets take it for something else otherwise. */

/** Words, also those that somebody typed; a number is ours. */
export type Cell = string | number

/** Such as `usage-2026-11.csv`. */
export interface CsvFile {
  name: string
  /** The first says what stands in which column, and in which unit. */
  rows: readonly (readonly Cell[])[]
}

const byteOrderMark = '\ufeff'

export const renderCsv = (rows: CsvFile['rows']): string =>
  byteOrderMark + rows.map((row) => `${row.map(renderCell).join(',')}\r\n`).join('')

export const renderCsvAnswer = ({ name, rows }: CsvFile): Response =>
  new Response(renderCsv(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })

/**
 * Where a spreadsheet would begin to reckon: at the begin of a cell (OWASP, CSV injection) and, as some split a line at other
 * marks than commas, after each of these. An apostrophe there makes it words.
 */
const formula = /(?<=^|[;,\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/g

function renderCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell.replace(formula, "'")
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
