/** What small drawings are made with. */

/** What is drawn into: pixels, colours as `#rrggbb` in the order in which a drawing wants them, and what its ids begin with. */
export interface Canvas {
  width: number
  height: number
  colors: readonly string[]
  id: string
}

/** SVG that fills the canvas. */
export type Draw = (canvas: Canvas) => string

/** Fine noise over everything. */
export const grain = (id: string, width: number, height: number) => `
  <filter id="${id}grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0.5 0.5 0 0 -0.42"/></filter>
  <rect width="${width}" height="${height}" filter="url(#${id}grain)" opacity="0.3"/>`

/** So many things in places that look like chance and are always the same; all three from 0 to 1. */
export function scatter(count: number, draw: (x: number, y: number, r: number) => string): string {
  const part = (value: number) => value - Math.floor(value)
  // Steps by the plastic ratio spread evenly in two directions.
  return Array.from({ length: count }, (_, at) =>
    draw(part(0.5 + at * 0.7549), part(0.5 + at * 0.5698), part(at * 0.618)),
  ).join('')
}

/** Large pixels, a character each, by their places in `colors`; a dot is none. */
export function drawPixels(rows: readonly string[], { width, height, colors }: Omit<Canvas, 'id'>): string {
  const side = Math.min(width, height) / rows.length
  const left = (width - side * (rows[0]?.length ?? 0)) / 2
  return rows
    .flatMap((row, y) =>
      Array.from(row, (sign, x) =>
        sign === '.'
          ? ''
          : `<rect x="${left + x * side}" y="${y * side}" width="${side + 0.3}" height="${side + 0.3}" shape-rendering="crispEdges" fill="${colors[Number(sign)]}"/>`,
      ),
    )
    .join('')
}
