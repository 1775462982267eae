/** Draws pictures in sixels (DEC's VT330/VT340 Programmer Reference Manual, chapter 14): bands of six rows, colour by colour. */
import sharp from 'sharp'

/** Larger pictures are not opened. */
const mostPixels = 50_000_000
/** What terminals take at least; what shows through is none of them. */
const mostColours = 255
const bandRows = 6

/** As large as fits into so many pixels; undefined for bytes that hold no picture. */
export async function renderSixels(
  bytes: Uint8Array,
  room: { width: number; height: number },
): Promise<string | undefined> {
  const few = await sharp(bytes, { limitInputPixels: mostPixels })
    .resize({ ...room, fit: 'inside' })
    .toColourspace('srgb')
    .png({ palette: true, colours: mostColours, compressionLevel: 1 })
    .toBuffer()
    .catch(() => undefined)
  if (!few) return undefined
  const { data, info } = await sharp(few).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const { palette, dots } = indexColours(data)
  const bands = Array.from({ length: Math.ceil(info.height / bandRows) }, (_, band) =>
    renderBand(dots, info, band * bandRows),
  )
  const size = `"1;1;${info.width};${info.height}`
  return `\u001bP0;1;0q${size}${palette.join('')}${bands.join('-')}\u001b\\`
}

/** No colour, where what is behind shows through. */
const none = 255

/** Each dot's colour by its number, and what the numbers stand for, in hundredths of red, green and blue. */
function indexColours(data: Buffer): { palette: string[]; dots: Uint8Array } {
  const numbers = new Map<number, number>()
  const palette: string[] = []
  const dots = new Uint8Array(data.length / 4).fill(none)
  for (let at = 0; at < dots.length; at++) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at * 4, at * 4 + 4)
    if (alpha < 128) continue
    const colour = (red << 16) | (green << 8) | blue
    const number = numbers.get(colour) ?? numbers.size
    if (number === numbers.size) {
      numbers.set(colour, number)
      const parts = [red, green, blue].map((level) => Math.round((level * 100) / 255))
      palette.push(`#${number};2;${parts.join(';')}`)
    }
    dots[at] = number
  }
  return { palette, dots }
}

/** Its colours one over the other, each from the left. */
function renderBand(dots: Uint8Array, size: { width: number; height: number }, top: number): string {
  const columns = new Map<number, Uint8Array>()
  for (let row = 0; row < Math.min(bandRows, size.height - top); row++) {
    for (let column = 0; column < size.width; column++) {
      const number = dots[(top + row) * size.width + column] ?? none
      if (number === none) continue
      const bits = columns.get(number) ?? new Uint8Array(size.width)
      columns.set(number, bits)
      bits[column] = (bits[column] ?? 0) | (1 << row)
    }
  }
  return Array.from(columns, ([number, bits]) => `#${number}${renderRuns(bits)}`).join('$')
}

function renderRuns(bits: Uint8Array): string {
  let runs = ''
  for (let from = 0; from < bits.length; ) {
    let to = from + 1
    while (to < bits.length && bits[to] === bits[from]) to++
    const character = String.fromCharCode(63 + (bits[from] ?? 0))
    runs += to - from > 3 ? `!${to - from}${character}` : character.repeat(to - from)
    from = to
  }
  return runs
}
