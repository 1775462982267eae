/** Reads what an operator typed. */
import { parseArgs } from 'node:util'
import { type Given, type OperatorCommand, UsageError } from './operator-command.ts'

/** `help`: the command's own, or with none, of all. */
export interface Asked {
  command?: OperatorCommand
  given: Given
  help: boolean
  json: boolean
}

/** Throws `UsageError`. */
export function readArguments(args: readonly string[], commands: readonly OperatorCommand[]): Asked {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name)) {
    const given = { parameters: [], options: {} }
    return { help: true, json: false, given, ...findNamed(rest[0], commands) }
  }
  const { command } = findNamed(name, commands)
  if (!command) throw new UsageError('Name a command.')
  const { positionals: parameters, values } = parse(rest, command)
  const { help = false, json = false, ...options } = values
  if (!help) check(command, parameters, options)
  return { command, given: { parameters, options }, help: help === true, json: json === true }
}

function findNamed(name: string | undefined, commands: readonly OperatorCommand[]): Pick<Asked, 'command'> {
  if (name === undefined) return {}
  const command = commands.find((each) => each.name === name)
  if (!command) throw new UsageError(`There’s no command ${name}.`)
  return { command }
}

function parse(args: readonly string[], command: OperatorCommand) {
  const own = Object.entries(command.options).map(
    ([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const,
  )
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(own),
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
      },
    }) as { positionals: string[]; values: Record<string, string | true> }
  } catch (error) {
    // Node's first sentence names what it could not take; the rest is advice to programmers.
    const [sentence] = (error as Error).message.split(/\.\s|\n/)
    throw new UsageError(`${sentence?.replace(/\.$/, '')}.`)
  }
}

function check(
  command: OperatorCommand,
  parameters: readonly string[],
  options: Readonly<Record<string, string | true>>,
): void {
  const missing = command.parameters[parameters.length]
  if (missing !== undefined) throw new UsageError(`${command.name} needs <${missing}>.`)
  const extra = parameters[command.parameters.length]
  if (extra !== undefined) throw new UsageError(`${command.name} takes no ${extra}.`)
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required && !options[name]) throw new UsageError(`${command.name} needs --${name}.`)
  }
}
