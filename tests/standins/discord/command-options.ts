/** What Discord's own client lets a person send with a command, and how it arrives at the bot. */
import { storeAttachment } from './attachments.ts'
import { optionType } from './command-limits.ts'
import { countCharacters, isObject, type Json } from './form.ts'
import { allPermissions, computePermissions } from './permissions.ts'
import { renderMember, renderUser } from './users.ts'
import type { Channel, UploadedFile, User, World } from './world.ts'

export type OptionInput = string | number | boolean | Pick<User, 'id'> | Pick<Channel, 'id'> | UploadedFile

/** Of an option that is being typed: neither complete nor checked. */
export interface Typing {
  focused: string
}

/**
 * The `data` of a command's interaction. Throws what the person would see in red before sending:
 * an unknown command or option, a missing one, a wrong value.
 */
export function renderCommandData(
  world: World,
  channel: Channel,
  command: Json,
  words: readonly string[],
  inputs: Readonly<Record<string, OptionInput>>,
  typing?: Typing,
): Json {
  const resolved: Record<string, Json> = {}

  function resolve(kind: string, id: string, value: Json): string {
    resolved[kind] = { ...resolved[kind], [id]: value }
    return id
  }

  function renderValue(option: Json, input: OptionInput): unknown {
    if (typeof input !== 'object') return input
    if ('data' in input) {
      const file = storeAttachment(world, channel.id, input, { ephemeral: true })
      return resolve('attachments', file.id, { ...file })
    }
    const user = world.users.get(input.id)
    if (user) {
      const member = channel.guild?.members.get(user.id)
      if (member) resolve('members', user.id, renderMember(member, computePermissions(channel, user)))
      return resolve('users', user.id, renderUser(user))
    }
    const target = world.channels.get(input.id)
    if (!target) throw new Error(`No ${option.name} with the id ${input.id}`)
    return resolve('channels', target.id, {
      id: target.id,
      type: 0,
      name: target.name,
      permissions: String(allPermissions),
    })
  }

  function renderLeaf(definitions: readonly Json[]): Json[] {
    const unknown = Object.keys(inputs).find((name) => !definitions.some((option) => option.name === name))
    if (unknown) throw new Error(`/${words.join(' ')} has no option ${unknown}`)
    const missing = definitions.find(({ name, required }) => required && inputs[String(name)] === undefined)
    if (missing && !typing) throw new Error(`/${words.join(' ')}: the option ${missing.name} is required`)
    return definitions.flatMap((option) => {
      const input = inputs[String(option.name)]
      if (input === undefined) return []
      const focused = typing?.focused === option.name
      if (focused && !option.autocomplete) throw new Error(`${option.name} has no autocomplete`)
      if (!typing) checkInput(option, input)
      const value = renderValue(option, input)
      return [{ name: option.name, type: option.type, value, ...(focused && { focused: true }) }]
    })
  }

  function renderLevel(definitions: readonly Json[], rest: readonly string[]): Json[] {
    const [word, ...deeper] = rest
    if (word === undefined) return renderLeaf(definitions)
    const inner = definitions.find((option) => option.name === word)
    if (!inner) throw new Error(`There is no /${words.join(' ')}`)
    return [{ name: inner.name, type: inner.type, options: renderLevel(listOptions(inner), deeper) }]
  }

  const options = renderLevel(listOptions(command), words.slice(1))
  return {
    id: command.id,
    name: command.name,
    type: 1,
    ...(options.length > 0 && { options }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
  }
}

function listOptions(part: Json): Json[] {
  return Array.isArray(part.options) ? part.options.filter(isObject) : []
}

const kindOf: Partial<Record<number, string>> = {
  [optionType.string]: 'string',
  [optionType.integer]: 'number',
  [optionType.number]: 'number',
  [optionType.boolean]: 'boolean',
}

function checkInput(option: Json, input: OptionInput): void {
  const fail = (problem: string) => new Error(`${option.name}: ${problem}`)
  const kind = kindOf[Number(option.type)] ?? 'object'
  if (typeof input !== kind) throw fail(`a ${kind} is wanted`)
  if ((Number(option.type) === optionType.attachment) !== (typeof input === 'object' && 'data' in input)) {
    throw fail('a file goes where a file is wanted')
  }
  const choices = Array.isArray(option.choices) ? option.choices.filter(isObject) : []
  if (choices.length > 0 && !choices.some(({ value }) => value === input)) throw fail('not among the choices')
  if (typeof input === 'string') {
    const length = countCharacters(input)
    const most = Number(option.max_length ?? 6000)
    if (length < Number(option.min_length ?? 0) || length > most) throw fail(`at most ${most} characters`)
    if (option.required && length === 0) throw fail('is empty')
  }
  if (typeof input === 'number') {
    const whole = Number(option.type) !== optionType.integer || Number.isInteger(input)
    const least = Number(option.min_value ?? Number.NEGATIVE_INFINITY)
    const most = Number(option.max_value ?? Number.POSITIVE_INFINITY)
    if (!whole || input < least || input > most) throw fail(`not within ${least} and ${most}`)
  }
}
