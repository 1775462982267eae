/** Elements of Block Kit and their limits: https://docs.slack.dev/reference/block-kit/block-elements */
import { z } from 'zod'
import {
  anyText,
  confirm,
  hasOneSource,
  oneSource,
  option,
  optionGroup,
  pictureFields,
  plainText,
  webUrl,
} from './objects.ts'

const acting = { action_id: z.string().min(1).max(255).optional() }
const focusable = { focus_on_load: z.boolean().optional() }
const asking = {
  ...acting,
  ...focusable,
  confirm: confirm.optional(),
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
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
})

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...acting,
  options: z.array(option).min(1).max(5),
  confirm: confirm.optional(),
})

const choices = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
}
const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...asking,
    ...choices,
    initial_option: option.optional(),
  })
  .refine((select) => (select.options === undefined) !== (select.option_groups === undefined), {
    error: 'exactly one of options or option_groups must be provided',
  })
const multiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  ...asking,
  ...choices,
  initial_options: z.array(option).optional(),
  max_selected_items: z.int().min(1).optional(),
})
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...acting,
  ...focusable,
  confirm: confirm.optional(),
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
})
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...acting,
  ...focusable,
  confirm: confirm.optional(),
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).optional(),
})

const list = <Type extends string>(type: Type) => z.looseObject({ type: z.literal(type), ...asking })
const lists = [
  list('users_select'),
  list('multi_users_select'),
  list('conversations_select'),
  list('multi_conversations_select'),
  list('channels_select'),
  list('multi_channels_select'),
  list('external_select'),
  list('multi_external_select'),
  list('datepicker'),
  list('datetimepicker'),
  list('timepicker'),
] as const

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typing,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
})
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typing,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
})
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...acting,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
})
const typed = <Type extends string>(type: Type) => z.looseObject({ type: z.literal(type), ...typing })

/** A picture inside a section, a context or a card. */
export const imageElement = z
  .strictObject({ type: z.literal('image'), ...pictureFields })
  .refine(hasOneSource, oneSource)

/** What may stand in an actions block. */
export const action = z.discriminatedUnion('type', [
  button,
  overflow,
  staticSelect,
  multiStaticSelect,
  radioButtons,
  checkboxes,
  ...lists,
])

/** What may stand beside a section. */
export const accessory = z.discriminatedUnion('type', [...action.options, imageElement])

/** What may stand in an input block. */
export const input = z.discriminatedUnion('type', [
  plainTextInput,
  numberInput,
  fileInput,
  staticSelect,
  multiStaticSelect,
  radioButtons,
  checkboxes,
  ...lists,
  typed('email_text_input'),
  typed('url_text_input'),
  typed('rich_text_input'),
])

/** What may stand in a context block. */
export const contextItem = z.discriminatedUnion('type', [...anyText(3000).options, imageElement])

/** What may stand in a context_actions block. */
export const contextAction = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('feedback_buttons'), ...acting }),
  z.looseObject({ type: z.literal('icon_button'), ...acting }),
])
