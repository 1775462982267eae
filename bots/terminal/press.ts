/** What a button or a form carries, as the line that is typed instead of pressing it. */
import type { Press } from '../platform.ts'
import { escapeControls } from './literal.ts'

/** The first option is the one that takes the words after the command. */
export function renderLine({ command, options }: Press): string {
  const parts = Object.entries(options).flatMap(([name, value], index) => {
    if (value === true) return [`--${name}`]
    return index === 0 ? [quote(String(value))] : [`--${name} ${quote(String(value))}`]
  })
  return [`/${command}`, ...parts].join(' ')
}

function quote(value: string): string {
  if (/^[\w.]+$/.test(value)) return value
  const [open, close] = value.includes('"') ? '«»' : '""'
  return `${open}${escapeControls(value)}${close}`
}
