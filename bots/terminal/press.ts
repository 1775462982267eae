/** What a button or a form carries, as the line that is typed instead of pressing it. */
import type { Press } from '../platform.ts'
import { escapeControls } from './literal.ts'

/** The first option is the one that takes the words after the command, unless it is said which does. */
export function renderLine({ command, options }: Press, main = Object.keys(options)[0]): string {
  const parts = Object.entries(options).flatMap(([name, value]) => {
    if (value === true) return [`--${name}`]
    return name === main ? [quote(String(value))] : [`--${name} ${quote(String(value))}`]
  })
  return [`/${command}`, ...parts].join(' ')
}

function quote(value: string): string {
  if (/^[\w.]+$/.test(value)) return value
  const [open, close] = value.includes('"') ? '«»' : '""'
  return `${open}${escapeControls(value)}${close}`
}
