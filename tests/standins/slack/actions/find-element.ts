/** Finds what a person points at: an element by its action id or by the words on it. */
import { elementsOf, flattenBlocks, type Shape, shapeIn, shapesIn, stringIn } from '../blocks/shape.ts'

/** An element and the block that holds it. */
export interface Found {
  block: Shape
  element: Shape
}

/** Throws with the labels that are there when none fits. */
export function requireElement(blocks: readonly Shape[], which: string | RegExp): Found {
  const all = flattenBlocks(blocks).flatMap((block) =>
    elementsOf(block).map((element) => ({ block, element })),
  )
  const found = all.find(({ element }) => fits(element, which))
  if (found) return found
  const labels = all.map(({ element }) => `${labelOf(element)} (${stringIn(element, 'action_id')})`)
  throw new Error(`Nothing to press is called ${which}; there are: ${labels.join(', ') || 'none'}`)
}

function fits(element: Shape, which: string | RegExp): boolean {
  if (which instanceof RegExp)
    return which.test(labelOf(element)) || which.test(stringIn(element, 'action_id'))
  return which === labelOf(element) || which === element.action_id
}

/** The words on a button, or in an empty menu. */
export function labelOf(element: Shape): string {
  const text = shapeIn(element, 'text') ?? shapeIn(element, 'placeholder')
  return text ? stringIn(text, 'text') : ''
}

/** The option of that value or those words. Throws with what there is. */
export function requireOption(element: Shape, wanted: string): Shape {
  const options = shapesIn(element, 'options')
  const found = options.find((option) => option.value === wanted || labelOf(option) === wanted)
  if (found) return found
  throw new Error(`No option ${wanted}; there are: ${options.map((option) => option.value).join(', ')}`)
}
