/** What the operator's commands are, in words. */

import { alignTable } from '../table.ts'
import type { OperatorCommand } from './operator-command.ts'

const start = 'npm run operator --'

export function renderHelp(commands: readonly OperatorCommand[]): string[] {
  return [
    `${start} <command> …`,
    '',
    ...alignTable(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    '',
    'help <command> tells you more. --json prints one JSON object instead of sentences.',
    'Exits with 0 when done, 1 when something is wrong or was refused, 2 when not understood.',
  ]
}

export function renderCommandHelp(command: OperatorCommand): string[] {
  const { summary, options } = command
  const rows = Object.entries(options).map(([name, { summary, value }]) => [
    `  --${name}${value === undefined ? '' : ` <${value}>`}`,
    summary,
  ])
  return [renderUsage(command), '', summary, ...(rows.length > 0 ? ['', ...alignTable(rows)] : [])]
}

/** `npm run operator -- grant <e-mail or account> <credits> --reason <words> [--key <word>]` */
export function renderUsage({ name, parameters, options }: OperatorCommand): string {
  const rendered = Object.entries(options).map(([option, { value, required }]) => {
    const text = `--${option}${value === undefined ? '' : ` <${value}>`}`
    return required ? text : `[${text}]`
  })
  return [start, name, ...parameters.map((parameter) => `<${parameter}>`), ...rendered].join(' ')
}
