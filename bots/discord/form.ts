/** Forms as Discord's modals, and their answers. */
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { cleanLine, cutText } from '../literal.ts'
import type { Call, Form } from '../platform.ts'
import { renderPartLabel, splitValue } from '../split-value.ts'
import { readCustomId, renderCustomId } from './press.ts'

/** docs.discord.com/developers/components/reference#text-input and #label, and the modal's own title. */
const longestValue = 4000
const longestTitle = 45
const mostFields = 5

/** Characters in all fields together. */
export const mostValues = mostFields * longestValue

/**
 * The name of the submit button is Discord's own. A value too long for one input is spread over several; undefined
 * when there are more than a modal holds.
 */
export function renderForm(form: Form): APIModalInteractionResponseCallbackData | undefined {
  const components = form.fields.flatMap(renderField)
  if (components.length > mostFields) return undefined
  return {
    custom_id: renderCustomId(form) ?? '',
    title: cutText(cleanLine(form.title), longestTitle),
    components,
  }
}

function renderField({ name, label, value, maxLength, multiline }: Form['fields'][number]) {
  const parts = splitValue(value, longestValue)
  return parts.map((part, index): APILabelComponent => {
    return {
      type: ComponentType.Label,
      label: cutText(cleanLine(renderPartLabel(label, index, parts.length)), longestTitle),
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

/** The command a sent form calls, and its values by option. */
export function readSubmission(data: APIModalSubmission): Pick<Call, 'command' | 'options' | 'seal'> {
  const press = readCustomId(data.custom_id)
  const inputs = data.components.flatMap((part) => {
    if (part.type === ComponentType.Label) return [part.component]
    return part.type === ComponentType.ActionRow ? part.components : []
  })
  const values: Record<string, string> = {}
  for (const input of inputs) {
    if (!('value' in input) || typeof input.value !== 'string') continue
    const [name = ''] = input.custom_id.split(':')
    values[name] = (values[name] ?? '') + input.value
  }
  return { ...press, options: { ...press.options, ...values } }
}
