/** Runs one command of an operator, beside the bot or without it. */
import { type Config, describeStore, type Secrets } from '#core/config.ts'
import { hasCode } from '#core/errors.ts'
import { type Operations, VersionError } from '#core/index.ts'
import { renderCommandHelp, renderHelp, renderUsage } from './help.ts'
import { type OperatorCommand, type Place, UsageError } from './operator-command.ts'
import { operatorCommands } from './operator-commands.ts'
import { type Asked, readArguments } from './read-arguments.ts'
import { UnsureError } from './unsure.ts'

export interface OperatorOptions {
  config: Config
  secrets: Secrets
  /** Opens the store; not called for what needs none. */
  open(): Promise<Operations>
  migrate: Place['migrate']
  rotateSecret: Place['rotateSecret']
  mailPolicy: Place['mailPolicy']
  stdout: Pick<NodeJS.WritableStream, 'write'>
  stderr: Pick<NodeJS.WritableStream, 'write'>
}

/** Answers with the exit code: 0 done, 1 wrong or refused, 2 not understood. `args` are those after `operator`. */
export async function runOperator(args: readonly string[], options: OperatorOptions): Promise<0 | 1 | 2> {
  const print = (lines: readonly string[]) => options.stdout.write(lines.map((line) => `${line}\n`).join(''))
  try {
    const asked = readArguments(args, operatorCommands)
    const { command } = asked
    if (asked.help || !command) {
      print(command ? renderCommandHelp(command) : renderHelp(operatorCommands))
      return 0
    }
    return await run(command, asked, options, print)
  } catch (error) {
    options.stderr.write(`${explain(error)}\n`)
    if (!(error instanceof UsageError)) return 1
    const named = operatorCommands.find(({ name }) => name === args[0])
    options.stderr.write(`${named ? renderUsage(named) : 'npm run operator -- help lists what there is.'}\n`)
    return 2
  }
}

async function run(
  command: OperatorCommand,
  { given, json }: Asked,
  options: OperatorOptions,
  print: (lines: readonly string[]) => void,
): Promise<0 | 1> {
  const { config, secrets, open, migrate, rotateSecret, mailPolicy, stdout, stderr } = options
  const tell = (line: string) => void (json || print([line]))
  const place = { config, secrets, migrate, rotateSecret, mailPolicy, tell }
  const { ok, data, lines } = await work()
  if (json) stdout.write(`${JSON.stringify(data)}\n`)
  else print(lines)
  return ok ? 0 : 1

  async function work() {
    if (!command.needsStore) return await command.run(given, place)
    // Also where a script reads the report, and where it cannot be opened.
    stderr.write(`Store: ${describeStore(config, secrets)}\n`)
    const operations = await open()
    try {
      return await command.run(given, { ...place, operations })
    } finally {
      await operations.close()
    }
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof UnsureError) return `${explain(error.cause)} ${error.message}`
  if (error.cause instanceof VersionError) return error.cause.message
  if (hasCode(error, 'store-unavailable')) return `We can’t reach the database: ${findCause(error).message}.`
  if (hasCode(error, 'provider-trouble')) {
    return `The payment provider didn’t do what it was asked: ${findCause(error).message}.`
  }
  const { code, path, message } = error as NodeJS.ErrnoException
  if (path === undefined) return message
  return code === 'EEXIST' ? `${path} already exists.` : `${path} can’t be written (${code}).`
}

/** The innermost cause: what the system or the database said. */
function findCause(error: Error): Error {
  return error.cause instanceof Error ? findCause(error.cause) : error
}
