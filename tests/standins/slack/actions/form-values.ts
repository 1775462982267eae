/** What a person enters, as `view.state.values` says it, within what Slack's client lets them enter. */
import {
  elementsOf,
  flattenBlocks,
  isShape,
  renderShapes,
  type Shape,
  shapeIn,
  shapesIn,
  stringIn,
} from '../blocks/shape.ts'
import type { Payload } from '../payloads.ts'
import type { View } from '../view.ts'
import { requireOption } from './find-element.ts'

/** What is entered, by block id, action id or label; a list where several may be picked. */
export type Entries = Readonly<Record<string, string | readonly string[]>>

/** The fields an element's choice has in a payload; for a button none. */
export function readChoice(element: Shape, choice: string | readonly string[] | undefined): Payload {
  if (element.type === 'button') return {}
  if (element.type === 'checkboxes') {
    const given = typeof choice === 'string' ? [choice] : choice
    const options = given?.map((one) => requireOption(element, one)) ?? shapesIn(element, 'initial_options')
    return { selected_options: renderShapes(options) }
  }
  const single = typeof choice === 'string' ? choice : choice?.[0]
  if (element.type === 'static_select') {
    const option = single === undefined ? shapeIn(element, 'initial_option') : requireOption(element, single)
    return { selected_option: option ? renderShapes(option) : null }
  }
  if (element.type === 'conversations_select') {
    return { selected_conversation: single ?? (stringIn(element, 'initial_conversation') || null) }
  }
  if (element.type === 'users_select') {
    return { selected_user: single ?? (stringIn(element, 'initial_user') || null) }
  }
  return { value: single ?? (stringIn(element, 'initial_value') || null) }
}

/** Files as Slack describes them, by the block that they are uploaded into. */
type Uploads = Readonly<Record<string, readonly Payload[]>>

/** Every field of the view with what was entered, by block and action id. Throws where the client would not send. */
export function fillForm(
  view: View,
  entries: Entries,
  uploads: Uploads = {},
): Record<string, Record<string, unknown>> {
  const used = new Set<string>()
  const values: Record<string, Record<string, unknown>> = {}
  for (const block of flattenBlocks(shapesIn(view.content, 'blocks'))) {
    for (const element of elementsOf(block).filter((one) => one.type !== 'button')) {
      const [blockId, actionId] = [stringIn(block, 'block_id'), stringIn(element, 'action_id')]
      const name = [blockId, actionId, labelOfInput(block)].find((one) => one in entries)
      if (name !== undefined) used.add(name)
      const chosen = name === undefined ? view.values[blockId]?.[actionId] : undefined
      const value = isShape(chosen)
        ? chosen
        : { type: element.type, ...readChoice(element, name === undefined ? undefined : entries[name]) }
      const along = element.type === 'file_input' ? takeFiles(element, uploads[blockId]) : undefined
      if (along) used.add(blockId)
      checkEntry(block, element, along ?? value)
      values[blockId] = { ...values[blockId], [actionId]: along ?? value }
    }
  }
  const lost = Object.keys({ ...entries, ...uploads }).filter((name) => !used.has(name))
  if (lost.length > 0) throw new Error(`The form has no field ${lost.join(', ')}`)
  return values
}

/** Throws for more than are taken, or of another kind: docs.slack.dev/reference/block-kit/block-elements/file-input-element */
function takeFiles(element: Shape, files: readonly Payload[] = []): Shape | undefined {
  if (files.length === 0) return undefined
  const { max_files: most = 10, filetypes } = element as { max_files?: number; filetypes?: string[] }
  if (files.length > most) throw new Error(`Slack would not take more than ${most} files`)
  const odd = files.find(({ filetype }) => filetypes && !filetypes.includes(String(filetype)))
  if (odd) throw new Error(`Slack would not take ${String(odd.name)}`)
  return { type: 'file_input', files: [...files] }
}

function labelOfInput(block: Shape): string {
  const label = shapeIn(block, 'label')
  return label ? stringIn(label, 'text') : ''
}

function checkEntry(block: Shape, element: Shape, value: Shape): void {
  if (block.type !== 'input') return
  const { type: _type, ...fields } = value
  const [entered] = Object.values(fields)
  const empty = entered === null || entered === '' || (Array.isArray(entered) && entered.length === 0)
  const name = labelOfInput(block)
  if (empty && block.optional !== true)
    throw new Error(`Slack would ask for ${name} before it sends the form`)
  if (empty || typeof entered !== 'string' || element.type !== 'plain_text_input') return
  const { min_length: least = 0, max_length: most = 3000 } = element as {
    min_length?: number
    max_length?: number
  }
  if (entered.length < least || entered.length > most) {
    throw new Error(
      `Slack would not send ${name} with ${entered.length} characters: ${least} to ${most} are allowed`,
    )
  }
}
