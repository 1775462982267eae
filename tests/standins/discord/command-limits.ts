/** What Discord demands of commands: docs.discord.com/developers/interactions/application-commands. */
import { countCharacters, createForm, type Form, isObject, type Json, type Path } from './form.ts'

/** The option types' numbers. */
export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const

/** The type of the command that opens an app's Activity; Discord makes it, and a bulk update must hold it. */
export const entryPoint = 4
/** Per command type: chat input, user, message, entry point. */
export const mostCommands: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, [entryPoint]: 1 }
/** Names, descriptions and values of one command together, its longest localization counting. */
const mostText = 8000
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const choiceTypes: readonly number[] = [optionType.string, optionType.integer, optionType.number]

/** Faults one command below `path`. */
export function checkCommand(form: Form, command: Json, path: Path): void {
  const type = Number(command.type ?? 1)
  if (type === 1) {
    checkName(form, command, path)
    checkDescription(form, command, path)
    checkOptions(form, command.options, [...path, 'options'], 0)
  } else if (type === entryPoint) {
    form.text([...path, 'name'], command.name, 1, 32)
    checkNumbers(form, [command.handler], [...path, 'handler'], [1, 2])
  } else {
    form.text([...path, 'name'], command.name, 1, 32)
    form.expect(!command.description, [...path, 'description'], 'BASE_TYPE_BAD_LENGTH', 'Must be empty.')
  }
  checkNumbers(form, command.contexts, [...path, 'contexts'], [0, 1, 2])
  checkNumbers(form, command.integration_types, [...path, 'integration_types'], [0, 1])
  const permissions = command.default_member_permissions
  const isBitSet = permissions === undefined || permissions === null || /^\d+$/.test(String(permissions))
  form.expect(isBitSet, [...path, 'default_member_permissions'], 'BITFIELD_INVALID')
  const message = `Command exceeds maximum size (${mostText})`
  form.expect(measureText(command) <= mostText, path, 'APPLICATION_COMMAND_TOO_LARGE', message)
}

function checkName(form: Form, named: Json, path: Path): void {
  for (const [at, name] of [
    [['name'], named.name] as const,
    ...listLocalized(named.name_localizations, 'name'),
  ]) {
    const holds = typeof name === 'string' && namePattern.test(name) && name === name.toLowerCase()
    form.expect(holds, [...path, ...at], 'APPLICATION_COMMAND_INVALID_NAME')
  }
}

function checkDescription(form: Form, described: Json, path: Path): void {
  form.text([...path, 'description'], described.description, 1, 100)
  for (const [at, text] of listLocalized(described.description_localizations, 'description')) {
    form.text([...path, ...at], text, 1, 100)
  }
}

function listLocalized(value: unknown, field: string): [Path, unknown][] {
  if (!isObject(value)) return []
  return Object.entries(value).map(([locale, text]) => [[`${field}_localizations`, locale], text])
}

function checkNumbers(form: Form, value: unknown, path: Path, allowed: readonly number[]): void {
  if (value === undefined || value === null) return
  const list: unknown[] = Array.isArray(value) ? value : []
  const isSet = list.length > 0 && new Set(list).size === list.length
  const holds = isSet && list.every((entry) => allowed.includes(Number(entry)))
  form.expect(holds, path, 'BASE_TYPE_CHOICES', `Must be a set of (${allowed.join(', ')}).`)
}

function checkOptions(form: Form, value: unknown, path: Path, depth: number): void {
  const options = form.list(path, value, 0, 25)
  const names = options.map(({ name }) => name)
  form.expect(new Set(names).size === names.length, path, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS')
  let optionalBefore = false
  for (const [index, option] of options.entries()) {
    const at = [...path, index]
    const type = Number(option.type)
    checkName(form, option, at)
    checkDescription(form, option, at)
    form.expect(type >= 1 && type <= 11, [...at, 'type'], 'BASE_TYPE_CHOICES', 'Not an option type.')
    if (type === optionType.subcommand || type === optionType.group) {
      form.expect(depth < 2 - Number(type === optionType.group), at, 'NESTING')
      checkOptions(form, option.options, [...at, 'options'], depth + 1)
      continue
    }
    form.expect(!(option.required && optionalBefore), at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID')
    optionalBefore ||= !option.required
    form.integers(at, option, { min_length: [0, 6000], max_length: [1, 6000] })
    checkOptionChoices(form, option, at)
  }
}

function checkOptionChoices(form: Form, option: Json, path: Path): void {
  if (option.choices === undefined && !option.autocomplete) return
  const type = Number(option.type)
  form.expect(choiceTypes.includes(type), path, 'CHOICES_NOT_ALLOWED')
  const both = Boolean(option.autocomplete) && Array.isArray(option.choices) && option.choices.length > 0
  form.expect(!both, [...path, 'autocomplete'], 'AUTOCOMPLETE_WITH_CHOICES')
  checkChoiceList(form, option.choices, [...path, 'choices'])
}

function checkChoiceList(form: Form, value: unknown, path: Path): Json[] {
  const choices = form.list(path, value, 0, 25)
  for (const [index, choice] of choices.entries()) {
    form.text([...path, index, 'name'], choice.name, 1, 100)
    if (typeof choice.value !== 'number') form.text([...path, index, 'value'], choice.value, 1, 100)
  }
  return choices
}

/** Reads what autocomplete is answered with; refuses more than 25 choices, or too long ones. */
export function checkChoices(data: Json): Json[] {
  const form = createForm()
  const choices = checkChoiceList(form, data.choices, ['choices'])
  form.finish()
  return choices
}

function measureText(part: Json): number {
  function longest(field: 'name' | 'description'): number {
    const localized = listLocalized(part[`${field}_localizations`], field).map(([, text]) => text)
    return Math.max(...[part[field], ...localized].map((text) => countCharacters(String(text ?? ''))))
  }
  const inner = [part.options, part.choices].flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  )
  const value = typeof part.value === 'string' ? countCharacters(part.value) : 0
  return inner.reduce((sum, one) => sum + measureText(one), longest('name') + longest('description') + value)
}
