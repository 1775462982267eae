/** A command's options as a form, for those who type the command alone. */
import type { types } from '@slack/bolt'
import type { Command } from '../command.ts'
import { listChoices, listImageOptions, type Option } from '../option.ts'
import { renderPartLabel, splitValue } from '../split-value.ts'
import type { Suggestion } from '../suggest.ts'
import { longestInput, renderPlain, renderView } from './form.ts'
import { words } from './words.ts'

/** Slack's limits, in characters or pieces. */
const mostChoices = 100
const longestChoice = 75
const longestValue = 150
/** Where a number is typed; it is held against its limits, which the refusal names. */
const longestNumber = 20

const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'gif']

/** Whether the command can do nothing without a picture, which no slash command brings along. */
export const needsPicture = ({ options }: Command) =>
  options.some(({ type, required }) => type === 'image' && required)

/** Whether the command can do nothing without an option. */
export const needsOptions = ({ options }: Command) => options.some(({ required }) => required)

/** `prefill` is for the first option, `suggestions` are the person's own pictures. */
export function renderOptionForm(
  command: Command,
  given: { carried: string; prefill: string; suggestions: readonly Suggestion[] },
): types.ModalView {
  const blocks = command.options.flatMap((option, index) =>
    renderOption(option, {
      prefill: index === 0 ? given.prefill : '',
      suggestions: given.suggestions,
      mostFiles: listImageOptions(command.options).length,
    }),
  )
  return renderView({ title: `/${command.name}`, submit: words.go, carried: given.carried, blocks })
}

function renderOption(
  option: Option,
  {
    prefill,
    suggestions,
    mostFiles,
  }: { prefill: string; suggestions: readonly Suggestion[]; mostFiles: number },
): types.KnownBlock[] {
  switch (option.type) {
    case 'text': {
      const parts = splitValue(prefill.slice(0, option.maxLength), longestInput)
      return parts.map((part, index) => {
        const input = renderInput(option, renderTextInput(option.maxLength, part))
        if (parts.length === 1) return input
        const label = renderPlain(renderPartLabel(input.label.text, index, parts.length), 2_000)
        return { ...input, block_id: `${index}:${option.name}`, label, optional: true }
      })
    }
    case 'choice': {
      const menu = renderInput(option, renderMenu(option.choices))
      if (!option.open) return [menu]
      const { hint, maxLength } = option.open
      const own = renderInput(
        { ...option, summary: `${words.other}: ${hint}` },
        renderTextInput(maxLength, ''),
      )
      return [
        { ...menu, optional: true },
        { ...own, block_id: `other:${option.name}`, optional: true },
      ]
    }
    case 'integer':
      return [renderInput(option, renderNumberInput(option))]
    case 'flag':
      return [
        renderInput(option, {
          type: 'checkboxes',
          action_id: 'value',
          options: [renderChoice({ value: 'true', label: words.yes })],
        }),
      ]
    case 'generation': {
      const usable = suggestions.filter(({ value }) => value !== '' && value.length <= longestValue)
      const input = usable.length > 0 ? renderMenu(usable) : renderTextInput(64, prefill)
      return [renderInput(option, input)]
    }
    case 'channel': {
      const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true }
      return [renderInput(option, { type: 'conversations_select', action_id: 'value', filter })]
    }
    case 'image':
      // Files are given together, in their order.
      if (option.more) return []
      return [
        renderInput(option, {
          type: 'file_input',
          action_id: 'value',
          max_files: mostFiles,
          filetypes: option.drawings ? [...pictureTypes, 'svg'] : pictureTypes,
        }),
      ]
  }
}

function renderInput(
  { name, summary, required }: Option,
  element: types.InputBlock['element'],
): types.InputBlock {
  const label = renderPlain(`${name[0]?.toUpperCase()}${name.slice(1)}`, 2_000)
  const hint = renderPlain(summary, 2_000)
  return { type: 'input', block_id: `0:${name}`, label, hint, optional: !required, element }
}

function renderTextInput(maxLength: number, prefill: string): types.PlainTextInput {
  const most = Math.min(maxLength, longestInput)
  return {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: maxLength > 200,
    max_length: most,
    ...(prefill !== '' && { initial_value: prefill.slice(0, most).toWellFormed() }),
  }
}

function renderMenu(choices: readonly Suggestion[]): types.StaticSelect {
  return {
    type: 'static_select',
    action_id: 'value',
    options: choices.slice(0, mostChoices).map(renderChoice),
  }
}

/** One of a menu, where that holds them all. */
function renderNumberInput({ minimum, maximum }: Extract<Option, { type: 'integer' }>) {
  const length = maximum - minimum + 1
  if (length > mostChoices) return renderTextInput(longestNumber, '')
  return renderMenu(listChoices(Array.from({ length }, (_, index) => String(minimum + index))))
}

const renderChoice = ({ value, label }: Suggestion) => ({ value, text: renderPlain(label, longestChoice) })
