/** Forms as Discord's modals, and their answers. */
import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import type { Form, OptionValue } from '../platform.ts'
import { readCustomId, renderCustomId } from './custom-id.ts'
import { cleanLine } from './literal.ts'

/** docs.discord.com/developers/components/reference#text-input and #label, and the modal's own title. */
const longestValue = 4000
const longestTitle = 45
const mostFields = 5

/** The name of the submit button is Discord's own. A value longer than 4,000 characters is cut. */
export function renderForm(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: renderCustomId(form) ?? '',
    title: cutTitle(form.title),
    components: form.fields.slice(0, mostFields).map(({ name, label, value, maxLength, multiline }) => {
      const limit = Math.min(maxLength, longestValue)
      return {
        type: ComponentType.Label,
        label: cutTitle(label),
        component: {
          type: ComponentType.TextInput,
          custom_id: name,
          style: multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
          value: value.slice(0, limit),
          max_length: limit,
          required: false,
        },
      }
    }),
  }
}

/** The command a sent form calls, and its values by option. */
export function readSubmission(data: APIModalSubmission): {
  command: string
  options: Record<string, OptionValue>
} {
  const { command, id } = readCustomId(data.custom_id)
  const inputs = data.components.flatMap((part) => {
    if (part.type === ComponentType.Label) return [part.component]
    return part.type === ComponentType.ActionRow ? part.components : []
  })
  const values = inputs.flatMap((input) =>
    'value' in input && typeof input.value === 'string' ? [[input.custom_id, input.value] as const] : [],
  )
  return { command, options: { id, ...Object.fromEntries(values) } }
}

function cutTitle(text: string): string {
  const line = cleanLine(text)
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`
}
