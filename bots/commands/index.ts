/** The list of commands: it drives every platform's menus, completion and help. */
import type { Command } from '../command.ts'
import { again, againPrivate } from './again.ts'
import { cancel } from './cancel.ts'
import { credits } from './credits.ts'
import { createHelp } from './help.ts'
import { history, older } from './history.ts'
import { imagine } from './imagine.ts'
import { show } from './show.ts'

/** In the order in which people see them; hidden ones are reached by buttons only. */
export const commands: readonly Command[] = [
  imagine,
  history,
  show,
  credits,
  cancel,
  createHelp(() => commands),
  again,
  againPrivate,
  older,
]
