/** Those elements of Block Kit that are asked for here, and their limits: https://docs.slack.dev/reference/block-kit/block-elements */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { anyText, hasOneSource, oneSource, option, pictureFields, plainText, webUrl } from './objects.ts'

const acting = { action_id: z.string().min(1).max(255).optional() }
const focusable = { focus_on_load: z.boolean().optional() }
const asking = {
  ...acting,
  ...focusable,
  placeholder: plainText(150).optional(),
}
const typing = {
  ...acting,
  ...focusable,
  placeholder: plainText(150).optional(),
  dispatch_action_config: z.looseObject({}).optional(),
}
const style = z.enum(['primary', 'danger']).optional()

/** A button: text 75, value 2,000, url 3,000 characters. */
export const button = z.strictObject({
  type: z.literal('button'),
  ...acting,
  text: plainText(75),
  url: webUrl.optional(),
  value: z.string().max(2000).optional(),
  style,
  accessibility_label: z.string().max(75).optional(),
})

/** What is chosen at first must be just what the list has. */
const isListed = (chosen: readonly unknown[], options: readonly unknown[]) =>
  chosen.every((each) => options.some((option) => isDeepStrictEqual(option, each)))
const unlisted = { error: 'initial option must exactly match one of the options' }

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...asking,
    options: z.array(option).min(1).max(100),
    initial_option: option.optional(),
  })
  .refine(({ initial_option: one, options }) => isListed(one === undefined ? [] : [one], options), unlisted)
const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...acting,
    ...focusable,
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(({ initial_options: several = [], options }) => isListed(several, options), unlisted)

const conversationsSelect = z.looseObject({ type: z.literal('conversations_select'), ...asking })

const usersSelect = z.looseObject({ type: z.literal('users_select'), ...asking })

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typing,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
})
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...acting,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
})

/** A picture inside a section, a context or a card. */
export const imageElement = z
  .strictObject({ type: z.literal('image'), ...pictureFields })
  .refine(hasOneSource, oneSource)

/** What may stand in an actions block. */
export const action = z.discriminatedUnion('type', [button, staticSelect, checkboxes, conversationsSelect])

/** What may stand beside a section. */
export const accessory = z.discriminatedUnion('type', [...action.options, imageElement])

/** What may stand in an input block. */
export const input = z.discriminatedUnion('type', [
  plainTextInput,
  fileInput,
  staticSelect,
  checkboxes,
  conversationsSelect,
  usersSelect,
])

/** What may stand in a context block. */
export const contextItem = z.discriminatedUnion('type', [...anyText(3000).options, imageElement])
