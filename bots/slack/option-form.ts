/** A command's options as a form, for those who type the command alone. */
import type { types } from '@slack/bolt'
import { cutText } from '#core/index.ts'
import type { Command } from '../command.ts'
import { findTextRoom, listChoices, listImageOptions, type Option } from '../option.ts'
import type { Options } from '../options.ts'
import { renderPartLabel, splitValue } from '../split-value.ts'
import type { Suggestion } from '../suggest.ts'
import { longestInput, renderFileInput, renderPlain, renderSheet, renderView, type Site } from './form.ts'
import { readPersonId } from './named.ts'
import { readChannel } from './team.ts'
import { words } from './words.ts'

/** Slack's limits, in characters or pieces. */
const mostChoices = 100
const longestChoice = 75
const longestValue = 150
/** Where more is to be typed, there is room for several lines. */
const longestLine = 200
/** Where a number is typed; it is held against its limits, which the refusal names. */
const longestNumber = 20
/** Longer than any id, and than a channel's name. */
const longestId = 64
const longestChannel = 200

/** What a form begins with. */
interface Beginning {
  /** By option, what has been typed already. */
  given: Options
  /** The person's own pictures. */
  suggestions: readonly Suggestion[]
  site: Site
}

export function renderOptionForm(
  command: Command,
  { carried, ...beginning }: Beginning & { carried: string },
): types.ModalView {
  const mostFiles = listImageOptions(command.options).length
  const blocks = command.options.flatMap((option) => renderOption(option, { ...beginning, mostFiles }))
  return renderView({ title: `/${command.name}`, submit: words.go, carried, blocks })
}

function renderOption(
  option: Option,
  { given, suggestions, site, mostFiles }: Beginning & { mostFiles: number },
): types.KnownBlock[] {
  const typed = String(given[option.name] ?? '')
  switch (option.type) {
    case 'text':
      return renderText(option, typed)
    case 'choice':
      return renderChoices(option, typed, site)
    case 'integer':
      return [renderInput(option, renderNumberInput(option, typed))]
    case 'flag': {
      const yes = renderChoice({ value: 'true', label: words.yes })
      const isSet = typed === yes.value
      return [
        renderInput(option, {
          ...{ type: 'checkboxes', action_id: 'value', options: [yes] },
          ...(isSet && { initial_options: [yes] }),
        }),
      ]
    }
    case 'generation':
      return [renderInput(option, renderGenerationInput(suggestions, typed))]
    case 'channel':
      return [renderInput(option, renderChannelInput(typed))]
    case 'person': {
      const person = readPersonId(typed)
      const chosen = person !== undefined && { initial_user: person }
      return [renderInput(option, { type: 'users_select', action_id: 'value', ...chosen })]
    }
    case 'image':
      // Files are given together, in their order.
      if (option.more) return []
      return [renderInput(option, renderFileInput({ most: mostFiles, drawings: option.drawings }))]
  }
}

/** What is too long for one input is spread over several. */
function renderText(option: Extract<Option, { type: 'text' }>, typed: string): types.InputBlock[] {
  const room = findTextRoom(option)
  const parts = splitValue(cutText(typed, room, ''), longestInput)
  return parts.map((part, index) => {
    const input = renderInput(option, renderTextInput(room, part, option.maxLength > longestLine))
    if (parts.length === 1) return input
    const label = renderPlain(renderPartLabel(input.label.text, index, parts.length), 2_000)
    return { ...input, block_id: `${index}:${option.name}`, label, optional: true }
  })
}

/** Where the choice is open, what is none of them is in an input of its own. */
function renderChoices(
  option: Extract<Option, { type: 'choice' }>,
  typed: string,
  site: Site,
): types.KnownBlock[] {
  const menu = renderInput(option, renderMenu(option.choices, typed))
  const sheet = renderSheet(option.sheet, site)
  if (!option.open) return [...sheet, menu]
  const { hint, maxLength } = option.open
  const isChoice = option.choices.some(({ value }) => value === typed)
  const own = renderInput(
    { ...option, summary: `${words.other}: ${hint}` },
    renderTextInput(maxLength, isChoice ? '' : typed),
  )
  return [...sheet, { ...menu, optional: true }, { ...own, block_id: `other:${option.name}`, optional: true }]
}

function renderInput(
  { name, summary, required }: Option,
  element: types.InputBlock['element'],
): types.InputBlock {
  const label = renderPlain(`${name[0]?.toUpperCase()}${name.slice(1)}`, 2_000)
  const hint = renderPlain(summary, 2_000)
  return { type: 'input', block_id: `0:${name}`, label, hint, optional: !required, element }
}

function renderTextInput(maxLength: number, typed: string, multiline = false): types.PlainTextInput {
  const most = Math.min(maxLength, longestInput)
  return {
    type: 'plain_text_input',
    action_id: 'value',
    multiline,
    max_length: most,
    ...(typed !== '' && { initial_value: cutText(typed.toWellFormed(), most, '') }),
  }
}

function renderMenu(choices: readonly Suggestion[], chosen: string): types.StaticSelect {
  const options = choices.slice(0, mostChoices).map(renderChoice)
  const initial = options.find(({ value }) => value === chosen)
  return { type: 'static_select', action_id: 'value', options, ...(initial && { initial_option: initial }) }
}

/** One of a menu, where that holds them all. */
function renderNumberInput({ minimum, maximum }: Extract<Option, { type: 'integer' }>, typed: string) {
  const length = maximum - minimum + 1
  if (length > mostChoices) return renderTextInput(longestNumber, typed)
  return renderMenu(listChoices(Array.from({ length }, (_, index) => String(minimum + index))), typed)
}

/** What was typed is one of the menu, whatever else is. */
function renderGenerationInput(suggestions: readonly Suggestion[], typed: string) {
  const usable = suggestions.filter(({ value }) => value !== '' && value.length <= longestValue)
  if (usable.length === 0) return renderTextInput(longestId, typed)
  const isListed = typed === '' || usable.some(({ value }) => value === typed)
  return renderMenu(isListed ? usable : [{ value: typed, label: typed }, ...usable], typed)
}

/** A menu of channels takes no name. */
function renderChannelInput(typed: string): types.ConversationsSelect | types.PlainTextInput {
  const channel = readChannel(typed)
  const isId = /^[CG][A-Z0-9]+$/.test(channel)
  if (typed !== '' && !isId) return renderTextInput(longestChannel, channel)
  return {
    ...{ type: 'conversations_select', action_id: 'value' },
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(isId && { initial_conversation: channel }),
  }
}

const renderChoice = ({ value, label }: Suggestion) => ({ value, text: renderPlain(label, longestChoice) })
