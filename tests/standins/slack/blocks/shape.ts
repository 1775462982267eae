/** What every part of Block Kit has in common, and how to walk through it. */
import { randomText } from '../ids.ts'

/** An object of Block Kit: its `type` says the rest. */
export interface Shape {
  type: string
  [key: string]: unknown
}

/** True for any object that is not a list; its type may still be missing. */
export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The shape under a key, when there is one. */
export function shapeIn(shape: Shape, key: string): Shape | undefined {
  const value = shape[key]
  return isShape(value) ? value : undefined
}

/** The shapes in the list under a key; none when there is no list. */
export function shapesIn(shape: Shape, key: string): readonly Shape[] {
  const value = shape[key]
  return Array.isArray(value) ? value.filter(isShape) : []
}

/** The string under a key, else an empty one. */
export function stringIn(shape: Shape, key: string): string {
  const value = shape[key]
  return typeof value === 'string' ? value : ''
}

/** The blocks with those inside containers, from top to bottom. */
export function flattenBlocks(blocks: readonly Shape[]): readonly Shape[] {
  return blocks.flatMap((block) => [block, ...flattenBlocks(shapesIn(block, 'blocks'))])
}

/** The elements a person can work, of one block. */
export function elementsOf(block: Shape): readonly Shape[] {
  const single = [shapeIn(block, 'accessory'), shapeIn(block, 'element')].filter((one) => one !== undefined)
  return [...single, ...shapesIn(block, 'elements')].filter((element) => 'action_id' in element)
}

const still = new Set(['image', 'plain_text', 'mrkdwn'])

/** A copy in which every block has a `block_id` and every element that acts an `action_id`, as Slack adds them. */
export function completeBlocks(blocks: readonly Shape[]): readonly Shape[] {
  const copy = structuredClone(blocks)
  for (const block of flattenBlocks(copy)) {
    block.block_id ??= randomText(5)
    const acting = block.type === 'actions' ? shapesIn(block, 'elements') : []
    const single = [shapeIn(block, 'accessory'), shapeIn(block, 'element')].filter((one) => one !== undefined)
    for (const element of [...acting, ...single]) {
      if (!still.has(element.type)) element.action_id ??= randomText(5)
    }
  }
  return copy
}

/** The three characters of mrkdwn that Slack escapes in everything it sends. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The inverse of `escapeText`. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** A copy as payloads carry it: plain text comes back escaped (slackapi/bolt-python issue 513). */
export function renderShapes<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(renderShapes) as Value
  if (!isShape(value)) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renderShapes(part)]))
  if (value.type === 'plain_text')
    return { emoji: true, ...copy, text: escapeText(stringIn(value, 'text')) } as Value
  return copy as Value
}
