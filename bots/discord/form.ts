/** Forms as Discord's modals, and their answers. */

import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { cutText } from '#core/index.ts'
import type { FormField } from '../form-field.ts'
import { cleanLine } from '../literal.ts'
import type { Attachment, Call, Form } from '../platform.ts'
import { renderPartLabel, splitValue } from '../split-value.ts'
import { createAttachment } from './attachment.ts'
import { readCustomId, renderCustomId } from './press.ts'

/** docs.discord.com/developers/components/reference#text-input and #label, and the modal's own title. */
const longestValue = 4000
const longestTitle = 45
const mostFields = 5
/** docs.discord.com/developers/components/reference#string-select and #label, the description of a choice and of an input */
const longestChoice = 100

type Choices = NonNullable<FormField['choices']>

/** Characters in all fields together. */
export const mostValues = mostFields * longestValue

/**
 * The name of the submit button is Discord's own. A value too long for one input is spread over several; undefined
 * when there are more than a modal holds.
 */
export function renderForm(form: Form): APIModalInteractionResponseCallbackData | undefined {
  const components = renderComponents(form)
  if (components.length > mostFields) return undefined
  return {
    custom_id: renderCustomId(form) ?? '',
    title: cutText(cleanLine(form.title), longestTitle),
    components,
  }
}

/** What is asked for comes first, then pictures, then what may be left out. */
function renderComponents({ fields, pictures }: Form): APILabelComponent[] {
  const needed = fields.filter(({ minor }) => !minor).flatMap(renderField)
  const others = [
    ...(pictures ? [renderUpload(pictures)] : []),
    ...fields.filter(({ minor }) => minor).flatMap(renderField),
  ]
  return [...needed, ...others.slice(0, Math.max(mostFields - needed.length, 0))]
}

function renderField(field: FormField): APILabelComponent[] {
  const { name, label, value, maxLength, multiline, choices } = field
  if (choices) return [renderMenu(field, choices)]
  const parts = splitValue(value, longestValue)
  return parts.map((part, index): APILabelComponent => {
    return {
      type: ComponentType.Label,
      label: cutText(cleanLine(renderPartLabel(label, index, parts.length)), longestTitle),
      ...renderHint(field),
      component: {
        type: ComponentType.TextInput,
        custom_id: index === 0 ? name : `${name}:${index}`,
        style: multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
        // Discord takes a value of one character at least.
        ...(part !== '' && { value: part }),
        max_length: Math.min(maxLength, longestValue),
        required: false,
      },
    }
  })
}

const renderHint = ({ hint }: { hint?: string | undefined }) =>
  hint === undefined ? {} : { description: cutText(cleanLine(hint), longestChoice) }

function renderMenu(field: FormField, choices: Choices): APILabelComponent {
  const { name, label, value } = field
  return {
    type: ComponentType.Label,
    label: cutText(cleanLine(label), longestTitle),
    ...renderHint(field),
    component: {
      type: ComponentType.StringSelect,
      custom_id: name,
      options: choices.map((choice) => ({
        label: choice.name ?? choice.value,
        value: choice.value,
        ...(choice.about !== '' && { description: cutText(choice.about, longestChoice) }),
        default: choice.value === value,
      })),
      required: false,
    },
  }
}

const renderUpload = ({ label, hint, most }: NonNullable<Form['pictures']>): APILabelComponent => ({
  type: ComponentType.Label,
  label: cutText(cleanLine(label), longestTitle),
  ...renderHint({ hint }),
  component: {
    type: ComponentType.FileUpload,
    custom_id: 'image',
    min_values: 0,
    max_values: most,
    required: false,
  },
})

/** The command a sent form calls, its values by option, and what came along. */
export function readSubmission(
  data: APIModalSubmission,
  apiUrl?: string,
): Pick<Call, 'command' | 'options' | 'seal'> & { attachments: readonly Attachment[] } {
  const press = readCustomId(data.custom_id)
  const inputs = data.components.flatMap((part) => {
    if (part.type === ComponentType.Label) return [part.component]
    return part.type === ComponentType.ActionRow ? part.components : []
  })
  const values: Record<string, string> = {}
  for (const input of inputs) {
    if (!('custom_id' in input) || input.type === ComponentType.FileUpload) continue
    const [name = ''] = input.custom_id.split(':')
    const chosen = 'values' in input ? input.values[0] : undefined
    const value = 'value' in input ? input.value : chosen
    if (typeof value === 'string') values[name] = (values[name] ?? '') + value
  }
  const uploads = inputs.flatMap((input) =>
    input.type === ComponentType.FileUpload && 'values' in input ? input.values : [],
  )
  // One that is missing among them was uploaded all the same, and is refused when it is read.
  const attachments = uploads.map((id) => createAttachment(data.resolved?.attachments?.[id], apiUrl))
  return { ...press, options: { ...press.options, ...values }, attachments }
}
