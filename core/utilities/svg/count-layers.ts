/** Tells how much of a drawing is held at once while it is drawn: what is laid on the rest only when it is whole. */
import { findReferences, isElement, list, type SvgNode } from './weigh-svg.ts'

/** What style may say that has a part drawn by itself, unless it is as usual. */
const apart = new Set(['opacity', 'mask', 'filter', 'mix-blend-mode', 'isolation'])
const usual = new Set(['1', 'none', 'normal', 'auto'])

/** As many as are held of what a mask hides, measured. */
const ofMask = 3

/** Pictures as large as the whole. Takes what `weighSvg` found to lead nowhere back to itself. */
export function countLayers(root: SvgNode): number {
  const nodes = list(root)
  const targets = new Map(nodes.map((node) => [node.attributes.get('id') ?? '', node]))
  const sheets = nodes.filter(({ name }) => name === 'style').flatMap(({ children }) => children)
  const sheet = sheets.filter((each) => !isElement(each)).join('\n')
  // Which parts a style sheet means is not looked at.
  const least = saysApart(sheet) ? 1 : 0
  const counts = new Map<SvgNode, number>()

  function count(node: SvgNode): number {
    const known = counts.get(node)
    if (known !== undefined) return known
    const inner = [...node.children.filter(isElement), ...findTargets([...node.attributes.values()])]
    const layers = Math.max(least, countOwn(node)) + Math.max(0, ...inner.map(count))
    counts.set(node, layers)
    return layers
  }

  const findTargets = (texts: readonly string[]) =>
    texts.flatMap(findReferences).flatMap((id) => targets.get(id) ?? [])

  return findTargets([sheet]).reduce((total, target) => total + count(target), count(root))
}

function countOwn({ name, attributes, children }: SvgNode): number {
  if (name === 'mask') return ofMask
  if (name === 'pattern') return 1
  // Each step may be asked for again by a later one.
  if (name === 'filter') return 1 + children.filter(isElement).length
  const said = [...attributes].map(([key, value]) => (key === 'style' ? value : `${key}:${value}`))
  return said.some(saysApart) ? 1 : 0
}

function saysApart(style: string): boolean {
  return style.split(/[;{}]/).some((declaration) => {
    const [name = '', value = ''] = declaration.split(':')
    const isUsual = usual.has((value.split('!')[0] ?? '').trim().toLowerCase())
    // Not worth reading around a comment.
    return name.includes('/*') || (apart.has(name.trim().toLowerCase()) && !isUsual)
  })
}
