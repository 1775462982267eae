/** Makes of a drawing in SVG one that only draws: nothing in it runs, and nothing in it leads out of it. */
import { parseXml, XmlCdata, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml'
import { CoreError, type SvgFault } from '#core/errors.ts'
import { countLayers } from './count-layers.ts'
import { type SvgNode, weighSvg } from './weigh-svg.ts'

export interface CleanSvg {
  text: string
  /** How much there is to draw, in plain shapes. */
  weight: number
  /** Pictures as large as the whole that are held at once while it is drawn, at most. */
  layers: number
  /** Its words are set in whatever fonts the reader has. */
  hasWords: boolean
}

/** Bytes; a detailed illustration has half as many. */
const mostBytes = 256_000
/** Elements within each other; librsvg takes 256. */
const deepest = 100

const drawn = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'title', 'desc', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feDropShadow', 'feFlood', 'feFuncA'],
  ...['feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge', 'feMergeNode', 'feOffset'],
])
/** What editors leave behind, and what moves: a picture is the same without it. */
const dropped = new Set(['metadata', 'animate', 'animateMotion', 'animateTransform', 'set'])
const refused: Readonly<Record<string, SvgFault>> = {
  script: 'script',
  handler: 'script',
  foreignObject: 'script',
  image: 'picture',
  feImage: 'picture',
  a: 'reference',
}

/** Attributes that only name something. */
const names = new Set(['id', 'class', 'role', 'lang', 'font-family'])
/** All that style may call; of `url` only what begins with `#`. */
const functions = new Set([
  ...['url', 'rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'translatex', 'translatey', 'scale'],
  ...['scalex', 'scaley', 'rotate', 'skewx', 'skewy', 'var', 'calc', 'not', 'nth-child', ''],
])
const longestFunction = 20

/** Rejects with `svg-refused` what holds more than a drawing, or too much of one. */
export function cleanSvg(bytes: Uint8Array): CleanSvg {
  if (bytes.byteLength > mostBytes) throw refuseSvg('too-much')
  const root = clean(parse(bytes), 0)
  if (root?.name !== 'svg') throw refuseSvg('nothing')
  const text = render(root)
  return { text: `${text}\n`, ...measure(root), hasWords: /<text/.test(text) }
}

function measure(root: SvgNode): Pick<CleanSvg, 'weight' | 'layers'> {
  try {
    const weight = weighSvg(root)
    if (weight !== undefined) return { weight, layers: countLayers(root) }
  } catch (cause) {
    // Both call themselves for each reference within what another leads to.
    if (!(cause instanceof RangeError)) throw cause
  }
  throw refuseSvg('too-much')
}

export const refuseSvg = (holds: SvgFault, name?: string) =>
  new CoreError('svg-refused', { holds, ...(name !== undefined && { name }) })

function parse(bytes: Uint8Array): XmlElement {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (/<!ENTITY/i.test(text)) throw refuseSvg('entities')
    const { root } = parseXml(text)
    if (root) return root
  } catch (cause) {
    if (cause instanceof CoreError) throw cause
    // The parser calls itself for each element within another.
    if (cause instanceof RangeError) throw refuseSvg('too-much')
    throw new CoreError('svg-refused', { holds: 'nothing' }, { cause })
  }
  throw refuseSvg('nothing')
}

/** Undefined for what is left out. */
function clean(element: XmlElement, depth: number): SvgNode | undefined {
  const { name } = element
  if (depth > deepest) throw refuseSvg('too-much')
  if (dropped.has(name) || name.includes(':')) return undefined
  if (!drawn.has(name))
    throw refuseSvg(Object.hasOwn(refused, name) ? (refused[name] ?? 'element') : 'element', name)
  const children = element.children.flatMap((child) => cleanChild(child, depth + 1) ?? [])
  if (name !== 'style') return { name, attributes: cleanAttributes(element.attributes), children }
  const sheet = leaveOutComments(element.text)
  requireStyle(sheet)
  return { name, attributes: new Map(), children: [sheet] }
}

function cleanChild(child: XmlNode, depth: number): SvgNode | string | undefined {
  if (child instanceof XmlText || child instanceof XmlCdata) return child.text
  return child instanceof XmlElement ? clean(child, depth) : undefined
}

function cleanAttributes(given: Readonly<Record<string, string>>): Map<string, string> {
  const kept = new Map<string, string>()
  for (const [full, value] of Object.entries(given)) {
    const name = full === 'xlink:href' ? 'href' : full
    if (/^on/i.test(name)) throw refuseSvg('script')
    if (name === 'href') {
      if (!/^#\S+$/.test(value.trim())) throw refuseSvg('reference')
      kept.set(name, value.trim())
    } else if (names.has(name)) kept.set(name, value)
    else if (/^(?!xmlns|data-|aria-|src$)[a-z][a-z0-9-]*$/i.test(name)) {
      requireStyle(value)
      kept.set(name, value)
    }
  }
  return kept
}

/** Of a style sheet, or of what an attribute may say of style. */
function requireStyle(text: string): void {
  // A backslash could spell any of the words below.
  if (text.includes('\\') || /@(?!media\b)/i.test(text)) throw refuseSvg('reference')
  if (/url\((?!["']?#)/i.test(text) || /javascript:/i.test(text)) throw refuseSvg('reference')
  for (const before of text.split('(').slice(0, -1)) {
    const called =
      before
        .slice(-longestFunction)
        .split(/[^\w-]/)
        .at(-1) ?? ''
    if (!functions.has(called.toLowerCase())) throw refuseSvg('reference')
  }
}

/** A comment may hold any words; without its end it goes to that of the sheet. */
function leaveOutComments(sheet: string): string {
  const [first = '', ...others] = sheet.split('/*')
  return [first, ...others.map((each) => each.split('*/').slice(1).join('*/'))].join(' ')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string) => text.replaceAll(/[&<>"]/g, (each) => escapes[each] ?? '')

function render({ name, attributes, children }: SvgNode, isRoot = true): string {
  const said = [...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')
  const head = `${name}${isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : ''}${said}`
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : render(child, false)))
  return inner.length === 0 ? `<${head}/>` : `<${head}>${inner.join('')}</${name}>`
}
