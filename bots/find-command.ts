/** Finds the command that somebody means by a name in any language. */
import type { Command } from './command.ts'
import { listNames, nameCommand, readCommandName } from './named.ts'
import { findNearest } from './nearest.ts'

/** One that menus list. */
export function findListed(commands: readonly Command[], typed: string): Command | undefined {
  const name = readCommandName(typed)
  return commands.find((command) => command.name === name && !command.hidden)
}

/** What the program calls the one that a mistyped name may be meant for. */
export function findMeantCommand(commands: readonly Command[], typed: string): string | undefined {
  const ids = commands.filter(({ hidden }) => !hidden).map(({ name }) => name)
  const nearest = findNearest(typed, listNames(ids, nameCommand))
  return nearest === undefined ? undefined : readCommandName(nearest)
}
