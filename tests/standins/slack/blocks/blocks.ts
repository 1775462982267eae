/** Blocks and their limits: https://docs.slack.dev/reference/block-kit/blocks */
import { z } from 'zod'
import { accessory, action, contextItem, input } from './elements.ts'
import { anyText, hasOneSource, oneSource, pictureFields, plainText } from './objects.ts'

const named = { block_id: z.string().max(255).optional() }
const kind = <Type extends string>(type: Type) => ({ type: z.literal(type), ...named })

const section = z
  .strictObject({
    ...kind('section'),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'missing required field: text or fields',
  })
const image = z
  .strictObject({ ...kind('image'), ...pictureFields, title: plainText(2000).optional() })
  .refine(hasOneSource, oneSource)
const inputBlock = z.strictObject({
  ...kind('input'),
  label: plainText(2000),
  element: input,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
})
const richPart = z.looseObject({
  type: z.enum(['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted']),
  elements: z.array(z.looseObject({ type: z.string() })),
})
const richText = z.strictObject({ ...kind('rich_text'), elements: z.array(richPart) })
const cell = z.looseObject({ type: z.enum(['rich_text', 'raw_text', 'raw_number']) })
/** Those blocks that are asked for here; any other is refused. */
export const block = z.discriminatedUnion('type', [
  section,
  image,
  inputBlock,
  richText,
  z.strictObject(kind('divider')),
  z.strictObject({ ...kind('header'), text: plainText(150), level: z.int().min(1).max(4).optional() }),
  z.strictObject({ ...kind('actions'), elements: z.array(action).min(1).max(25) }),
  z.strictObject({ ...kind('context'), elements: z.array(contextItem).min(1).max(10) }),
  z.strictObject({ ...kind('markdown'), text: z.string().min(1).max(12_000) }),
  z.looseObject({ ...kind('table'), rows: z.array(z.array(cell).max(20)).min(1).max(100) }),
])

/** What a message may hold: https://docs.slack.dev/reference/block-kit/blocks (50 blocks). */
export const messageBlocks = z.array(block).max(50)

const surface = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
}

/** A modal: https://docs.slack.dev/reference/views/modal-views */
export const modal = z
  .strictObject({
    type: z.literal('modal'),
    ...surface,
    title: plainText(24),
    blocks: z.array(block).max(100),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some((one) => one.type === 'input'), {
    error: 'submit is required when an input block is within the blocks array',
    path: ['submit'],
  })

/** A Home tab: https://docs.slack.dev/reference/views/home-tab-views */
export const home = z.strictObject({ type: z.literal('home'), ...surface, blocks: z.array(block).max(100) })
