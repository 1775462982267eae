/** Pictures as tiles: side by side in rows that fill the width, each as wide as its shape asks, with its colour until it has loaded. */
import { html } from 'hono/html'
import type { Core, Generation, Picture } from '#core/index.ts'
import type { Markup } from './layout.ts'
import { shorten } from './words.ts'

export type ListThumbnails = Core['listThumbnails']

/** Shapes that the style sheet knows, width by height in hundredths: one of a hundred colours may not style itself. */
export const shapes = [33, 42, 50, 56, 67, 75, 80, 90, 100, 110, 125, 133, 150, 178, 190, 200, 240, 300]

export function findShape({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  const distance = (shape: number) => Math.abs(Math.log((100 * width) / (height * shape)))
  return shapes.reduce((best, shape) => (distance(shape) < distance(best) ? shape : best))
}

/** How soon a picture is wanted: at the top of the page, in its first window, or when somebody gets there. */
export type Urgency = 'first' | 'soon' | 'later'

/** As many as a window of a desktop shows at once, and the first of them. */
const inFirstWindow = 12
const inFirstRow = 5

export const findUrgency = (index: number): Urgency =>
  index < inFirstRow ? 'first' : index < inFirstWindow ? 'soon' : 'later'

interface Shown {
  alt: string
  /** As the `sizes` of an image. */
  sizes: string
  urgency: Urgency
  list: ListThumbnails
  /** Also as large as it is. */
  isWhole?: boolean
}

/** With its average colour behind it until it has loaded. */
export function renderImage(picture: Picture, { alt, sizes, urgency, list, isWhole = false }: Shown): Markup {
  const { url, width, height, color } = picture
  const thumbnails = list(picture)
  const sources = [...thumbnails, ...(isWhole ? [{ url, width }] : [])].map(
    (each) => `${each.url} ${each.width}w`,
  )
  const src = isWhole ? url : (thumbnails[0]?.url ?? url)
  return html`${renderColor(color)}<img src="${src}" ${sources.length > 1 ? html`srcset="${sources.join(', ')}" sizes="${sizes}"` : ''} width="${width}" height="${height}" alt="${alt}" decoding="async" ${renderUrgency(urgency)}>`
}

function renderUrgency(urgency: Urgency): Markup | '' {
  if (urgency === 'later') return html`loading="lazy"`
  return urgency === 'first' ? html`fetchpriority="high"` : ''
}

/** The policy lets no style stand in a page; what an SVG is filled with is none. */
function renderColor(color: string | undefined): Markup | '' {
  if (color === undefined) return ''
  return html`<svg class="color" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><rect width="1" height="1" fill="${color}"/></svg>`
}

/** The largest a row is high, in the width of the window or in `rem`; one of several takes half of its tile. */
function findSizes(shape: number, isOneOfMany: boolean): string {
  const share = isOneOfMany ? 0.5 : 1
  return `(max-width: 40rem) ${Math.round(50 * share)}vw, ${((shape / 100) * 15 * share).toFixed(1)}rem`
}

export interface TileOptions {
  list: ListThumbnails
  urgency: Urgency
  /** Each leads to itself in its own size; else nothing leads anywhere. */
  opens?: boolean
}

/** What is in a tile: a picture, or several in its place. */
export function renderTilePictures(generation: Generation, options: TileOptions): Markup {
  const { pictures, asked } = generation
  const [first] = pictures
  if (!first) return html``
  const isMany = pictures.length > 1
  const sizes = findSizes(findShape(first), isMany)
  const words = shorten(asked.prompt, 150)
  const images = pictures.map((picture, index) => {
    if (options.opens) {
      const alt = isMany ? `${index + 1}: ${words}` : words
      return html`<a href="${picture.url}">${renderImage(picture, { ...options, sizes, alt })}</a>`
    }
    // Said once, however many there are.
    return html`<span>${renderImage(picture, { ...options, sizes, alt: index === 0 ? words : '' })}</span>`
  })
  return html`<span class="frame ${isMany ? `many of-${pictures.length}` : ''}">${images}</span>`
}

export const findTileShape = ({ pictures: [first] }: Pick<Generation, 'pictures'>): number =>
  first ? findShape(first) : 100
