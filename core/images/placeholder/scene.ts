/** The landscape behind a placeholder's words, as SVG without text; its colours and forms come from a digest. */

export interface Scene {
  width: number
  height: number
  /** At least 16 bytes that decide how it looks. */
  seed: Uint8Array
  /** Leaves everything outside a round window transparent. */
  round: boolean
}

/** A sky with a sun or moon above four ranges of hills. */
export function renderScene({ width, height, seed, round }: Scene): string {
  const pick = (at: number, least: number, most: number) => least + ((seed[at] ?? 0) / 255) * (most - least)
  const hue = pick(0, 0, 360)
  const shift = pick(1, 25, 75) * (pick(2, 0, 1) < 0.5 ? -1 : 1)
  const edge = Math.min(width, height)
  const x = width * pick(3, 0.25, 0.75)
  const y = height * pick(4, 0.24, 0.42)
  const radius = edge * pick(5, 0.08, 0.13)
  const ranges = [0, 1, 2, 3].map((range) => {
    const level = height * (0.48 + range * 0.13)
    const swing = edge * (0.09 - range * 0.012)
    const outline = renderHills(
      width,
      height,
      level,
      swing,
      pick(6 + range, 0, 6.28),
      pick(10 + range, 1.2, 2.6),
    )
    return `<path d="${outline}" fill="${color(hue + (shift * (3 - range)) / 3, 45, 46 - range * 11)}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="${color(hue, 58, 30)}"/>
        <stop offset="0.45" stop-color="${color(hue + shift / 2, 62, 56)}"/>
        <stop offset="0.7" stop-color="${color(hue + shift, 82, 80)}"/>
      </linearGradient>
      <radialGradient id="glow">
        <stop offset="0" stop-color="#fff" stop-opacity="0.75"/>
        <stop offset="1" stop-color="#fff" stop-opacity="0"/>
      </radialGradient>
      <clipPath id="window">${renderWindow(width, height, round)}</clipPath>
    </defs>
    <g clip-path="url(#window)">
      <rect width="${width}" height="${height}" fill="url(#sky)"/>
      <circle cx="${x}" cy="${y}" r="${radius * 3.2}" fill="url(#glow)"/>
      <circle cx="${x}" cy="${y}" r="${radius}" fill="${color(hue + shift, 95, 94)}"/>
      ${ranges.join('')}
    </g>
  </svg>`
}

/** A sheet of the seed's colour to lay over a source, half transparent. */
export function renderTint({ width, height, seed }: Scene): string {
  const hue = ((seed[0] ?? 0) / 255) * 360
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${color(hue, 60, 40)}" fill-opacity="0.4"/></svg>`
}

/** The shape that stays visible, in white. */
export function renderMask({ width, height, round }: Scene): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <g fill="#fff">${renderWindow(width, height, round)}</g></svg>`
}

function renderWindow(width: number, height: number, round: boolean): string {
  if (!round) return `<rect width="${width}" height="${height}"/>`
  return `<circle cx="${width / 2}" cy="${height / 2}" r="${Math.min(width, height) * 0.48}"/>`
}

function renderHills(
  width: number,
  height: number,
  level: number,
  swing: number,
  phase: number,
  waves: number,
): string {
  const points = Array.from({ length: 65 }, (_, at) => {
    const along = (at / 64) * waves * Math.PI + phase
    const y = level + swing * (Math.sin(along) * 0.7 + Math.sin(along * 2.3 + phase) * 0.3)
    return `L${((at / 64) * width).toFixed(1)} ${y.toFixed(1)}`
  })
  return `M0 ${height}${points.join('')}L${width} ${height}Z`
}

function color(hue: number, saturation: number, lightness: number): string {
  return `hsl(${Math.round(((hue % 360) + 360) % 360)},${saturation}%,${lightness}%)`
}
