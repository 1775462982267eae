/** The list of commands: it drives every platform's menus, completion and help. */

import { presetNames } from '#core/index.ts'
import type { Command } from '../command.ts'
import { type Offer, usualOffer } from '../offer.ts'
import { answerRequest, askMore } from './ask-more.ts'
import { cancel } from './cancel.ts'
import { back, change, changeForm } from './change.ts'
import { credits } from './credits.ts'
import { deleteNow, deletePicture } from './delete.ts'
import { edit, edited, editedPreset } from './edit.ts'
import { createExample } from './example.ts'
import { favicon } from './favicon.ts'
import { favourite, unfavourite } from './favourite.ts'
import { gallery, galleryOlder } from './gallery.ts'
import { give, giveNow } from './give.ts'
import { createHelp } from './help.ts'
import { history, older } from './history.ts'
import { home } from './home.ts'
import { createImagine } from './imagine.ts'
import { keep } from './keep.ts'
import { codeEntered, enterCode, link } from './link.ts'
import { payOwn } from './pay-own.ts'
import { pick } from './pick.ts'
import { placeholder } from './placeholder.ts'
import { createPreset } from './preset.ts'
import { privacy } from './privacy.ts'
import { qr } from './qr.ts'
import { again, upgrade, vary } from './redraw.ts'
import { createDrawFrom, createUseReference } from './reference.ts'
import { resize } from './resize.ts'
import { share, unshare } from './share.ts'
import { show } from './show.ts'
import { createAnswerTalk, createDrawTalk } from './talk.ts'
import { team, tieTeams } from './team.ts'
import { topup } from './topup.ts'
import { unlink, unlinkNow } from './unlink.ts'
import { usage } from './usage.ts'
import { useMade, useWith } from './use-made.ts'
import { vote } from './vote.ts'

/**
 * In the order in which people see them; hidden ones are reached by buttons and forms only. What they offer is what the
 * image model takes.
 */
export function createCommands(offer: Offer): readonly Command[] {
  const imagine = createImagine(offer)
  const list: readonly Command[] = [
    imagine,
    ...presetNames.map((name) => createPreset(name, offer)),
    change,
    history,
    show,
    credits,
    topup,
    give,
    cancel,
    share,
    gallery,
    team,
    usage,
    qr,
    placeholder,
    favicon,
    resize,
    link,
    unlink,
    privacy,
    createHelp(() => list),
    again,
    edit,
    edited,
    pick,
    editedPreset,
    vary,
    changeForm,
    back,
    upgrade,
    payOwn,
    askMore,
    answerRequest,
    useMade,
    useWith,
    createUseReference(imagine),
    createDrawFrom(imagine),
    unshare,
    vote,
    favourite,
    unfavourite,
    deletePicture,
    deleteNow,
    keep,
    giveNow,
    tieTeams,
    createExample(imagine),
    enterCode,
    codeEntered,
    unlinkNow,
    older,
    galleryOlder,
    createAnswerTalk(imagine),
    createDrawTalk(imagine),
    home,
  ]
  return list
}

/** What they are where everything is taken. */
export const commands = createCommands(usualOffer)
