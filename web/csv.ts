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

export const renderCsv = (rows: CsvFile['rows']): string => byteOrderMark + rows.map(renderRow).join('')

const renderRow = (row: readonly Cell[]): string => `${row.map(renderCell).join(',')}\r\n`

const renderHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
})

/** Begins with the first row, however many follow; how a stream that fails ends is for `rows` to say. */
export function streamCsvAnswer({
  name,
  rows,
}: {
  name: string
  rows: AsyncIterable<readonly Cell[]>
}): Response {
  const encoder = new TextEncoder()
  async function* encode() {
    yield encoder.encode(byteOrderMark)
    for await (const row of rows) yield encoder.encode(renderRow(row))
  }
  return new Response(ReadableStream.from(encode()), { headers: renderHeaders(name) })
}

export const renderCsvAnswer = ({ name, rows }: CsvFile): Response =>
  new Response(renderCsv(rows), { headers: renderHeaders(name) })

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
