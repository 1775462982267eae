/** Keeps what somebody asked before they were linked as plain JSON, and makes a call of it again once they are. */
import type { Core, Log, Outbound } from '#core/index.ts'
import { createSend, requireWay } from './deliver.ts'
import { inLanguage } from './in-language.ts'
import type { Kept, KeptCall } from './kept-call.ts'
import { speakTo } from './locale.ts'
import { renderFormLater } from './messages/connect.ts'
import type { Attachment, Call, Dispatch, GivenCall, OptionValue, Platform } from './platform.ts'
import { findPress } from './press.ts'
import { speakAsChosen } from './speak-as-chosen.ts'

/** Undefined where its platform cannot make it again, or not what came along with it. */
export function keepCall(call: Call): KeptCall | undefined {
  const { kept, command, seal, admin, alone, thread, pressed } = call
  if (!kept) return undefined
  const options: Record<string, Exclude<OptionValue, Attachment>> = {}
  const attachments: Record<string, Kept> = {}
  for (const [name, value] of Object.entries(call.options)) {
    if (!isAttachment(value)) options[name] = value
    else if (value.kept) attachments[name] = value.kept
    else return undefined
  }
  return {
    ...{ command, options, attachments, admin, kept },
    ...(call.findShown && { shown: call.findShown()?.kept ?? {} }),
    ...(call.keepAttachments && { keepsAttachments: true }),
    ...(seal !== undefined && { seal }),
    ...(alone && { alone }),
    ...(thread && { thread }),
    ...(pressed && { pressed }),
  }
}

const isAttachment = (value: OptionValue): value is Attachment => typeof value === 'object' && 'read' in value

/** A form cannot be opened by itself: a button asks for it again. */
export function createRunHeld(reach: {
  core: Core
  platforms: readonly Platform[]
  dispatch: Dispatch
  log: Log
}): Outbound['runHeld'] {
  const { platforms, dispatch } = reach
  const send = createSend(platforms)

  return async ({ id, user, origin, asked }) => {
    const recall = requireWay(platforms, origin, 'recall')
    const kept = asked as unknown as KeptCall
    const { command, admin, seal, alone, thread, pressed } = kept
    const { attachments, ...own } = await recall(origin, user, kept)
    const { call } = await speakAsChosen<GivenCall>(reach, {
      ...{ id, command, user, origin, admin, ...own, wasHeld: true },
      ...speakTo(origin),
      options: { ...kept.options, ...attachments },
      ...(seal !== undefined && { seal }),
      ...(alone && { alone }),
      ...(thread && { thread }),
      ...(pressed && { pressed }),
    })
    const form = await dispatch(call)
    if (!form) return
    const later = renderFormLater(call.words, form.title, form.again ?? findPress(call))
    await send(origin, user, inLanguage(call.words, later, origin.platform))
  }
}
