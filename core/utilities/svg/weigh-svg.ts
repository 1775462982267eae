/** Tells how much there is to draw in a drawing whose parts may be drawn many times over. */
/** An element that may be drawn. */
export interface SvgNode {
  name: string
  attributes: ReadonlyMap<string, string>
  children: readonly (SvgNode | string)[]
}

/** A plain shape weighs 1; so do so many characters of attributes or words more. */
const charactersPerShape = 200
/** One step of a filter, and a mask, reads and writes all pixels of what it is laid on. */
const filterStep = 30

type Child = SvgNode | string

/**
 * In plain shapes, each reference as if what it leads to stood there. Undefined where something leads back to itself.
 * What is filled with a pattern hands that on to all within it, and a style sheet may mean anything: both multiply.
 */
export function weighSvg(root: SvgNode): number | undefined {
  const nodes = list(root)
  const targets = new Map(nodes.map((node) => [node.attributes.get('id') ?? '', node]))
  const weights = new Map<SvgNode, number | undefined>()

  function weigh(node: SvgNode): number {
    if (weights.has(node)) return weights.get(node) ?? Number.NaN
    // Until it is known, whoever asks for it stands within it.
    weights.set(node, undefined)
    const own =
      weighOwn(node) + sum(node.children.map((child) => (typeof child === 'string' ? 0 : weigh(child))))
    const weight = addReferences(own, [...node.attributes.values()].flatMap(findReferences))
    weights.set(node, weight)
    return weight
  }

  function addReferences(own: number, ids: readonly string[]): number {
    const used = ids.flatMap((id) => targets.get(id) ?? [])
    const [patterns, others] = [used.filter(isPattern), used.filter((node) => !isPattern(node))]
    return own * (1 + sum(patterns.map(weigh))) + sum(others.map(weigh))
  }

  const sheets = nodes.filter(({ name }) => name === 'style').flatMap(({ children }) => children)
  const named = sheets.flatMap((sheet) => (typeof sheet === 'string' ? findReferences(sheet) : []))
  const styled = sum(named.flatMap((id) => targets.get(id) ?? []).map(weigh))
  const weight = weigh(root) * (1 + styled)
  return Number.isNaN(weight) ? undefined : weight
}

const isPattern = ({ name }: SvgNode) => name === 'pattern'
export const isElement = (child: Child) => typeof child !== 'string'
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

export function list(node: SvgNode): SvgNode[] {
  return [node, ...node.children.filter(isElement).flatMap(list)]
}

/** Colours that run into each other cost no more than plain ones. */
function weighOwn({ name, attributes, children }: SvgNode): number {
  if (/Gradient$|^stop$/.test(name)) return 0
  const said = sum([...attributes.values()].map(({ length }) => length))
  const words = sum(children.map((child) => (typeof child === 'string' ? child.trim().length : 0)))
  return (name === 'mask' || name.startsWith('fe') ? filterStep : 1) + (said + words) / charactersPerShape
}

export function findReferences(text: string): string[] {
  if (/^#\S+$/.test(text)) return [text.slice(1)]
  return [...text.matchAll(/url\(["']?#([^"')\s]+)/gi)].map(([, id = '']) => id)
}
