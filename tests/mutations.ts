/** Spoils real payloads as the outside may: fields removed, nulled, retyped, nested deeper, filled with what nobody expects. */
import fc from 'fast-check'

/** One change at one place; `at` picks among all places that the payload has. */
export interface Mutation {
  at: number
  how: 'remove' | 'null' | 'retype' | 'nest' | 'grow' | 'swap'
  value: unknown
}

type Node = Record<string, unknown> | unknown[]
type Place = readonly [parent: Node, key: string]

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    0,
    -1,
    1e300,
    true,
    [],
    {},
    '\u0000',
    '💥'.repeat(50),
    '__proto__',
    '../..',
    '<@U1>',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

/** One to three changes of one payload. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('remove', 'null', 'retype', 'nest', 'grow', 'swap'),
    value: odd,
  }),
  { minLength: 1, maxLength: 3 },
)

/** Characters of JSON: grown within what has grown, a payload would soon be more than any connection carries. */
const largest = 100_000

/** A copy with the changes made, one after the other; one that makes it too large is left out. */
export function mutate(payload: unknown, changes: readonly Mutation[]): unknown {
  let root: [unknown] = [structuredClone(payload)]
  for (const change of changes) {
    const changed = structuredClone(root)
    const places = listPlaces(changed)
    const place = places[change.at % places.length]
    if (!place) continue
    apply(place, change, places)
    if ((JSON.stringify(changed)?.length ?? 0) <= largest) root = changed
  }
  return root[0]
}

function apply([parent, key]: Place, { how, value, at }: Mutation, places: readonly Place[]): void {
  const node = parent as Record<string, unknown>
  const [other, otherKey] = places[(at >> 3) % places.length] as Place
  const made = {
    remove: () => undefined,
    null: () => null,
    retype: () => value,
    nest: () => [{ [key]: [node[key]] }],
    grow: () => (typeof node[key] === 'string' ? node[key].repeat(50) : Array(50).fill(node[key])),
    swap: () => structuredClone((other as Record<string, unknown>)[otherKey]),
  }[how]()
  if (how === 'remove' && !Array.isArray(parent)) delete node[key]
  else node[key] = made
}

function listPlaces(node: Node): Place[] {
  return Object.entries(node).flatMap(([key, value]) => [
    [node, key] as Place,
    ...(typeof value === 'object' && value !== null ? listPlaces(value as Node) : []),
  ])
}
