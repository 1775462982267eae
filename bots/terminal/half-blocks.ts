/** Draws pictures with coloured characters, for terminals that show no other: each holds two squares, one above the other. */
import sharp from 'sharp'

/** How many colours a terminal has. */
export type ColourDepth = 'true' | '256'

/** The environment variables by which terminals say how many colours they have. */
export type ColourVariables = Readonly<Partial<Record<'TERM' | 'COLORTERM' | 'WT_SESSION', string>>>

/** Undefined where so few that no picture can be told. */
export function findColourDepth({ TERM = '', COLORTERM = '', WT_SESSION }: ColourVariables) {
  if (TERM === 'dumb' || TERM === 'linux') return undefined
  if (/^(truecolor|24bit)$/i.test(COLORTERM) || WT_SESSION) return 'true'
  return TERM.endsWith('-256color') ? '256' : undefined
}

/** Larger pictures are not opened. */
const mostPixels = 50_000_000

/** As large as fits, line by line; undefined for bytes that hold no picture. What shows through stays the terminal's own. */
export async function renderHalfBlocks(
  bytes: Uint8Array,
  room: { columns: number; rows: number },
  depth: ColourDepth,
): Promise<string[] | undefined> {
  const drawn = await sharp(bytes, { limitInputPixels: mostPixels })
    .resize({ width: room.columns, height: room.rows * 2, fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (!drawn) return undefined
  const { data, info } = drawn
  const find = (column: number, row: number): string | undefined => {
    if (row >= info.height) return undefined
    const at = (row * info.width + column) * info.channels
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4)
    return alpha < 128 ? undefined : nameColour(red, green, blue, depth)
  }
  return Array.from({ length: Math.ceil(info.height / 2) }, (_, line) => {
    const cells = Array.from({ length: info.width }, (_, column) =>
      renderCell(find(column, line * 2), find(column, line * 2 + 1)),
    )
    return `${cells.join('')}\u001b[0m`
  })
}

function renderCell(top: string | undefined, bottom: string | undefined): string {
  if (top === undefined) return bottom === undefined ? '\u001b[0m ' : `\u001b[0;38;${bottom}m▄`
  return bottom === undefined ? `\u001b[0;38;${top}m▀` : `\u001b[38;${top};48;${bottom}m▀`
}

/** As it follows 38 or 48 in an escape code (ECMA-48, ISO 8613-6). */
function nameColour(red: number, green: number, blue: number, depth: ColourDepth): string {
  if (depth === 'true') return `2;${red};${green};${blue}`
  // The 216 colours of xterm's cube, six steps of each.
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((level) =>
    level < 48 ? 0 : level < 115 ? 1 : Math.trunc((level - 35) / 40),
  )
  return `5;${16 + 36 * r + 6 * g + b}`
}
