/** A placeholder as SVG: its words stay words, in whatever font there is where it is shown. */
import stringWidth from 'string-width'
import type { Placeholder } from './read-placeholder.ts'

/** Of a letter's height: how wide a column of bold text is at most, and how far apart lines are. */
const column = 0.66
const leading = 1.2

/** `room`: shares of a side that the words may take. */
export function renderSvg(
  { width, height, text, color, language }: Placeholder,
  ink: string,
  room: { width: number; height: number },
): string {
  const words = text.split(/\s+/)
  const fits = Array.from({ length: words.length }, (_, index) => breakLines(words, index + 1)).map(
    (lines) => ({
      lines,
      size: Math.min(
        (width * room.width) / (column * Math.max(1, ...lines.map((line) => stringWidth(line)))),
        (height * room.height) / (leading * lines.length),
      ),
    }),
  )
  const { lines, size } = fits.reduce((best, each) => (each.size > best.size ? each : best))
  const top = height / 2 - ((lines.length - 1) / 2) * leading * size
  const shown = lines.map(
    (line, index) =>
      `<text x="50%" y="${round(top + index * leading * size)}" dominant-baseline="central">${escapeText(line)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"${language === 'zh' ? '' : ` lang="${language}"`}>
<rect width="100%" height="100%" fill="${color}"/>
<g fill="${ink}" font-family="system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif" font-weight="bold" font-size="${round(size)}" text-anchor="middle">
${shown.join('\n')}
</g>
</svg>
`
}

/** So many lines at most, about as long as each other. */
function breakLines(words: readonly string[], most: number): string[] {
  const longest = stringWidth(words.join(' ')) / most
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && (stringWidth(last) < longest || lines.length === most))
      lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

const round = (value: number) => Math.round(value * 100) / 100

const escapeText = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
