/** Draws what was typed and answered in a terminal as one animated SVG: lines appear as they would. */
import { escapeHtml } from './markup.ts'

export interface Exchange {
  line: string
  answer: string
}

const width = 880
const lineHeight = 20
const rows = 24
/** Seconds. */
const perCharacter = 0.035
const beforeAnswer = 0.6
const afterAnswer = 2.6
const atTheEnd = 4

interface Row {
  text: string
  kind: 'typed' | 'said'
  /** Seconds from the beginning. */
  at: number
}

export function renderTerminal(exchanges: readonly Exchange[]): string {
  const { shown, end } = findTimes(exchanges)
  const total = end + atTheEnd
  const kept = shown.slice(-rows * 3)
  const height = rows * lineHeight + 56
  const moves = kept.flatMap((row, index) => (index >= rows ? [{ at: row.at, by: index - rows + 1 }] : []))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The bot in a terminal">
<style>text{font:14px ui-monospace,Menlo,Consolas,monospace;fill:#e6e6f0;white-space:pre}.typed{fill:#9ad1ff}</style>
<rect width="${width}" height="${height}" rx="10" fill="#16161e"/>
${['#ff5f57', '#febc2e', '#28c840'].map((fill, index) => `<circle cx="${22 + index * 20}" cy="20" r="6" fill="${fill}"/>`).join('')}
<clipPath id="screen"><rect x="0" y="36" width="${width}" height="${rows * lineHeight + 8}"/></clipPath>
<g clip-path="url(#screen)"><g>${renderScroll(moves, total)}
${kept.map((row, index) => renderRow(row, index, total)).join('\n')}
</g></g></svg>
`
}

function renderRow({ text, kind, at }: Row, index: number, total: number): string {
  const y = 56 + index * lineHeight
  const appears = `<animate attributeName="opacity" values="0;0;1;1" keyTimes="0;${share(at, total)};${share(at, total)};1" dur="${total}s" repeatCount="indefinite"/>`
  return `<text class="${kind}" x="20" y="${y}" opacity="0">${escapeHtml(text)}${appears}</text>`
}

function renderScroll(moves: readonly { at: number; by: number }[], total: number): string {
  if (moves.length === 0) return ''
  const values = ['0 0', ...moves.map(({ by }) => `0 ${-by * lineHeight}`)]
  const times = ['0', ...moves.map(({ at }) => share(at, total))]
  return `<animateTransform attributeName="transform" type="translate" calcMode="discrete" values="${values.join(';')}" keyTimes="${times.join(';')}" dur="${total}s" repeatCount="indefinite"/>`
}

const share = (at: number, total: number) => (at / total).toFixed(4)

/** Typed lines appear once they are typed, answers all at once a little later. */
function findTimes(exchanges: readonly Exchange[]): { shown: Row[]; end: number } {
  let now = 0.5
  const shown: Row[] = []
  for (const { line, answer } of exchanges) {
    now += line.length * perCharacter
    shown.push({ text: `imgsrc> ${line}`, kind: 'typed', at: now })
    now += beforeAnswer
    for (const text of answer.trimEnd().split('\n'))
      shown.push({ text: text.slice(0, 100), kind: 'said', at: now })
    now += afterAnswer
  }
  return { shown, end: now }
}
