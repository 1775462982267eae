/** Finds which picture a message of the bot's own shows, by what its buttons carry. */
import type { Press } from './platform.ts'

/** The button that names all of it comes first. */
const naming = ['change-form', 'edit']

/** Its name, and whether the message is its reader's alone, as the buttons have them; undefined where there are none. */
export function findShownName(presses: readonly Press[]): Press['options'] | undefined {
  const found = naming.map((name) => presses.find(({ command }) => command === name))
  return found.find((press) => press !== undefined)?.options
}
