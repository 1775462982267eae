/** What somebody typed stays words in a spreadsheet, and every cell is read back as it was. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderCsv } from '#web/csv.ts'

/** By RFC 4180. */
function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.replace(/^\ufeff/, '').matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const begin = /^[=+\-@＝＋－＠\t\r\n]/

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', '"\'\r\'=1"'],
    [' =1', '" =1"'],
    ['＝1', "'＝1"],
    ['Ann;=1+1', '"Ann;\'=1+1"'],
    ['a-b', 'a-b'],
    ['Ann "A", of Bath', '"Ann ""A"", of Bath"'],
    [-3, '-3'],
  ])('of %j is %j', (given, written) => {
    expect(renderCsv([[given]])).toBe(`\ufeff${written}\r\n`)
  })

  it('of any words begins no formula, whichever mark splits a line, and has all of the words', () => {
    const words = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;, "\'aé＝'), maxLength: 12 })
    const rows = fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
    fc.assert(
      fc.property(rows, (given) => {
        const text = renderCsv(given)
        const cells = readCsv(text)
        expect(cells.map((row) => row.length)).toEqual(given.map((row) => row.length))
        for (const [at, row] of cells.entries()) {
          for (const [column, cell] of row.entries()) {
            expect(cell.replaceAll("'", '')).toBe(given[at]?.[column]?.replaceAll("'", ''))
            for (const part of cell.split(/[;,\t\r\n]/)) expect(part).not.toMatch(begin)
          }
        }
      }),
    )
  })
})
