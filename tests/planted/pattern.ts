/**
 * Finds code by its syntax. A pattern is code in which `$name` stands for any expression, the same one wherever it is
 * named again, and `...$rest` for all that is left of an object or of a list; the order of an object's fields, layout and
 * types do not matter. A pattern that is a lone string is found in any text of the code.
 */
import { stripTypeScriptTypes } from 'node:module'
import { type AnyNode, parse } from 'acorn'

export interface Match {
  start: number
  end: number
  /** What each name stands for, as it is written in the code. */
  names: ReadonlyMap<string, string>
}

type Names = Map<string, string>

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value
const listChildren = (node: AnyNode) => Object.values(node).flat().filter(isNode)

const parsed = new Map<string, AnyNode>()

/** TypeScript, with blanks for its types: places stay. */
function parseModule(code: string): AnyNode {
  const known = parsed.get(code)
  if (known) return known
  const tree = parse(stripTypeScriptTypes(code), { ecmaVersion: 'latest', sourceType: 'module' })
  parsed.set(code, tree)
  return tree
}

/** The statements of a pattern; one that is a lone expression is that. */
function parsePattern(pattern: string): AnyNode[] {
  const code = pattern.startsWith('{') ? `(${pattern})` : pattern
  const program = parseModule(`async function* pattern() { for (;;) { ${code}\n} }`)
  const [loop] = listChildren(program)
    .flatMap(listChildren)
    .filter(({ type }) => type === 'BlockStatement')
  const [inner] = loop ? listChildren(loop).flatMap(listChildren) : []
  const body = inner?.type === 'BlockStatement' ? inner.body : []
  const [only] = body
  return body.length === 1 && only?.type === 'ExpressionStatement' ? [only.expression] : body
}

/** A name stands for a statement where it is one. */
function readName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'ExpressionStatement') return readName(node.expression)
  return node.type === 'Identifier' && /^\$\w/.test(node.name) ? node.name : undefined
}
const readRest = (node: unknown) =>
  isNode(node) && (node.type === 'SpreadElement' || node.type === 'RestElement')
    ? readName(node.argument)
    : undefined

/** What must stay together wherever it is put. */
const loose = /^(Logical|Binary|Conditional|Sequence|Assignment|ArrowFunction|Await|Yield)Expression$/

/** Compares a pattern with code, and notes in `names` what its names stand for. */
function createComparer(code: string) {
  const read = ({ type, start, end }: AnyNode) =>
    loose.test(type) ? `(${code.slice(start, end)})` : code.slice(start, end)

  function compareLists(wanted: unknown[], found: unknown[], names: Names, isOrdered: boolean): boolean {
    const rest = readRest(wanted.at(-1))
    const parts = rest ? wanted.slice(0, -1) : wanted
    const left = [...found]
    for (const part of parts) {
      const at = isOrdered ? 0 : left.findIndex((each) => compare(part, each, new Map(names)))
      if (at < 0 || left.length === 0 || !compare(part, left[at], names)) return false
      left.splice(at, 1)
    }
    if (rest) names.set(rest, left.filter(isNode).map(read).join(', '))
    return rest !== undefined || left.length === 0
  }

  function compare(wanted: unknown, found: unknown, names: Names): boolean {
    if (Array.isArray(wanted)) return Array.isArray(found) && compareLists(wanted, found, names, true)
    if (!isNode(wanted)) {
      return typeof wanted === 'object' && wanted !== null
        ? JSON.stringify(wanted) === JSON.stringify(found)
        : wanted === found
    }
    if (!isNode(found)) return false
    const name = readName(wanted)
    if (name) {
      const known = names.get(name)
      names.set(name, known ?? read(found))
      return known === undefined || known === read(found)
    }
    if (wanted.type !== found.type) return false
    if (wanted.type === 'ObjectExpression' || wanted.type === 'ObjectPattern') {
      return 'properties' in found && compareLists(wanted.properties, found.properties, names, false)
    }
    return Object.entries(wanted).every(
      ([key, value]) =>
        ['start', 'end', 'raw', 'shorthand'].includes(key) || compare(value, Reflect.get(found, key), names),
    )
  }

  return compare
}

/** Every place in the code that is as the pattern says. */
export function findMatches(pattern: string, code: string): Match[] {
  const compare = createComparer(code)
  const wanted = parsePattern(pattern)
  const [only] = wanted
  const matches: Match[] = []

  function meetText({ start, end }: AnyNode, text: string): void {
    for (let at = code.indexOf(text, start); at >= 0 && at < end; at = code.indexOf(text, at + 1)) {
      matches.push({ start: at, end: at + text.length, names: new Map() })
    }
  }

  function meetStatements(list: unknown[]): void {
    for (const at of list.keys()) {
      const names: Names = new Map()
      const found = list.slice(at, at + wanted.length).filter(isNode)
      const [first, last] = [found[0], found.at(-1)]
      if (first && last && compare(wanted, found, names)) {
        matches.push({ start: first.start, end: last.end, names })
      }
    }
  }

  function meet(node: AnyNode): void {
    if (wanted.length === 1 && only?.type === 'Literal' && typeof only.value === 'string') {
      if (node.type === 'Literal' || node.type === 'TemplateElement') meetText(node, only.value)
    } else if (wanted.length === 1) {
      const names: Names = new Map()
      if (compare(only, node, names)) matches.push({ start: node.start, end: node.end, names })
    } else {
      for (const list of Object.values(node).filter((value) => Array.isArray(value))) meetStatements(list)
    }
    listChildren(node).forEach(meet)
  }

  meet(parseModule(code))
  return matches
}
