/** A command's options as a form, for those who type the command alone. */
import type { types } from '@slack/bolt'
import { cutText, type Words } from '#core/index.ts'
import type { Command } from '../command.ts'
import { explainOption, labelChoice, labelOption } from '../named.ts'
import { findTextRoom, listImageOptions, type Option } from '../option.ts'
import type { Options } from '../options.ts'
import { renderPartLabel, splitValue } from '../split-value.ts'
import type { Suggestion } from '../suggest.ts'
import { longestInput, renderFileInput, renderPlain, renderSheet, renderView, type Site } from './form.ts'
import { readPersonId } from './named.ts'
import { readChannel } from './team.ts'

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
  /** In the caller's language. */
  words: Words
  /** What it is of, by what the program calls it. */
  command: string
  /** By option, what has been typed already. */
  given: Options
  /** The person's own pictures. */
  suggestions: readonly Suggestion[]
  site: Site
  /** That all its image options take together. */
  mostFiles: number
}

export function renderOptionForm(
  command: Command,
  { carried, ...given }: Omit<Beginning, 'command' | 'mostFiles'> & { carried: string },
): types.ModalView {
  const { words } = given
  const mostFiles = listImageOptions(command.options).length
  const beginning = { ...given, mostFiles, command: command.name }
  const blocks = command.options.flatMap((option) => renderOption(option, beginning))
  // Slack's own name for it is English.
  return renderView(words, { title: `/${command.name}`, submit: words.slack.go, carried, blocks })
}

function renderOption(option: Option, beginning: Beginning): types.KnownBlock[] {
  const { words, given, suggestions, site, mostFiles } = beginning
  const typed = String(given[option.name] ?? '')
  const renderInput = (element: types.InputBlock['element']) => renderNamed(beginning, option, element)
  switch (option.type) {
    case 'text':
      return renderText(beginning, option, typed)
    case 'choice':
      return renderChoices(beginning, option, typed, site)
    case 'integer':
      return [renderInput(renderNumberInput(option, typed))]
    case 'flag': {
      const yes = renderChoice({ value: 'true', label: words.slack.yes })
      const isSet = typed === yes.value
      return [
        renderInput({
          ...{ type: 'checkboxes', action_id: 'value', options: [yes] },
          ...(isSet && { initial_options: [yes] }),
        }),
      ]
    }
    case 'generation':
      return [renderInput(renderGenerationInput(suggestions, typed))]
    case 'channel':
      return [renderInput(renderChannelInput(typed))]
    case 'person': {
      const person = readPersonId(typed)
      const chosen = person !== undefined && { initial_user: person }
      return [renderInput({ type: 'users_select', action_id: 'value', ...chosen })]
    }
    case 'image':
      // Files are given together, in their order.
      if (option.more) return []
      return [renderInput(renderFileInput({ most: mostFiles, drawings: option.drawings }))]
  }
}

/** What is too long for one input is spread over several. */
function renderText(
  beginning: Beginning,
  option: Extract<Option, { type: 'text' }>,
  typed: string,
): types.InputBlock[] {
  const room = findTextRoom(option)
  const parts = splitValue(cutText(typed, room, ''), longestInput)
  return parts.map((part, index) => {
    const input = renderNamed(beginning, option, renderTextInput(room, part, option.maxLength > longestLine))
    if (parts.length === 1) return input
    const label = renderPlain(renderPartLabel(input.label.text, index, parts.length), 2_000)
    return { ...input, block_id: `${index}:${option.name}`, label, optional: true }
  })
}

/** Where the choice is open, what is none of them is in an input of its own. */
function renderChoices(
  beginning: Beginning,
  option: Extract<Option, { type: 'choice' }>,
  typed: string,
  site: Site,
): types.KnownBlock[] {
  const { words } = beginning
  const choices = option.choices.map((choice) => ({ value: choice.value, label: labelChoice(words, choice) }))
  const menu = renderNamed(beginning, option, renderMenu(choices, typed))
  const sheet = renderSheet(words, option.sheet, site)
  if (!option.open) return [...sheet, menu]
  const { hint, maxLength } = option.open
  const isChoice = option.choices.some(({ value }) => value === typed)
  const own = {
    ...renderNamed(beginning, option, renderTextInput(maxLength, isChoice ? '' : typed)),
    hint: renderPlain(words.slack.other(hint), 2_000),
  }
  return [...sheet, { ...menu, optional: true }, { ...own, block_id: `other:${option.name}`, optional: true }]
}

function renderNamed(
  { words, command }: Beginning,
  { name, required }: Option,
  element: types.InputBlock['element'],
): types.InputBlock {
  const label = renderPlain(labelOption(words, name), 2_000)
  const hint = renderPlain(explainOption(words, command, name), 2_000)
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
  const numbers = Array.from({ length }, (_, index) => String(minimum + index))
  return renderMenu(
    numbers.map((value) => ({ value, label: value })),
    typed,
  )
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
