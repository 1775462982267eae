/** Says why a drawing in SVG is not taken. */
import type { ErrorData, SvgFault } from '#core/errors.ts'
import type { Text } from '../platform.ts'
import { quoteTyped } from './words.ts'

const asPicture = 'Export it anew as a plain SVG, or attach it as PNG.'

const reasons: Readonly<Record<SvgFault, string>> = {
  script: `This SVG holds a script or a page, which we don’t take. ${asPicture}`,
  reference: `This SVG points to something outside of it, which we don’t follow. ${asPicture}`,
  entities: `This SVG defines entities of its own, which we don’t resolve. ${asPicture}`,
  picture: `This SVG holds a picture that is not drawn. Attach that picture itself, or the whole as PNG.`,
  element: `This SVG holds something we don’t draw. ${asPicture}`,
  'too-much': 'This SVG is too much to draw. Attach a simpler one, or a PNG.',
  nothing: 'This file could not be read as SVG. Export it anew, or attach a PNG.',
}

export function renderRefusedSvg({ holds, name }: ErrorData['svg-refused']): Text {
  if (holds !== 'element' || name === undefined) return [reasons[holds]]
  return ['This SVG holds ', quoteTyped(name), `, which we don’t draw. ${asPicture}`]
}
