/** The list of commands: it drives every platform's menus, completion and help. */
import type { Command } from '../command.ts'
import { cancel } from './cancel.ts'
import { credits } from './credits.ts'
import { deleteNow, deletePicture } from './delete.ts'
import { edit, edited } from './edit.ts'
import { gallery } from './gallery.ts'
import { createHelp } from './help.ts'
import { history, older } from './history.ts'
import { imagine } from './imagine.ts'
import { keep } from './keep.ts'
import { codeEntered, enterCode, link } from './link.ts'
import { privacy } from './privacy.ts'
import { again, upgrade, vary } from './redraw.ts'
import { share, unshare } from './share.ts'
import { show } from './show.ts'
import { answerTalk, drawTalk } from './talk.ts'
import { topup } from './topup.ts'
import { unlink, unlinkNow } from './unlink.ts'

/** In the order in which people see them; hidden ones are reached by buttons and forms only. */
export const commands: readonly Command[] = [
  imagine,
  history,
  show,
  credits,
  topup,
  cancel,
  share,
  gallery,
  link,
  unlink,
  privacy,
  createHelp(() => commands),
  again,
  edit,
  edited,
  vary,
  upgrade,
  unshare,
  deletePicture,
  deleteNow,
  keep,
  enterCode,
  codeEntered,
  unlinkNow,
  older,
  answerTalk,
  drawTalk,
]
