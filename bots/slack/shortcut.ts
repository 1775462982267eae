/** Reads what was chosen in the menu of a message. */
import type { MessageShortcut } from '@slack/bolt'
import { referenceName } from '../commands/reference.ts'
import { hasPart } from '../has-part.ts'
import { mayBePicture } from '../picture-type.ts'
import type { Press } from '../platform.ts'
import { findShownName } from '../shown-picture.ts'
import { readFiles } from './attachment.ts'
import { readAction } from './press.ts'
import { readTyped } from './read-text.ts'
import { type Asked, type Received, readActor, readLocation, renderCallId } from './receive.ts'
import { excerptShortcut, formerReference } from './register.ts'

/** Answers to a message stand in its thread. */
export function readShortcut(body: MessageShortcut, now: number): Received {
  const thread = (body.message.thread_ts as string | undefined) ?? body.message_ts
  const direct = false
  return {
    id: renderCallId(body.trigger_id),
    asked:
      body.callback_id === excerptShortcut
        ? { kind: 'excerpt', text: readTyped(body.message.text ?? '') }
        : readChosen(body),
    location: readLocation(body, { channel: body.channel.id, direct, thread }),
    ...readActor(body),
    trigger: body.trigger_id,
    ...(body.response_url && { hook: { url: body.response_url, at: now } }),
  }
}

/** A command about the message: of one of ours that shows a picture, about what its buttons say of that; else its pictures. */
function readChosen({ callback_id: name, message }: MessageShortcut): Asked {
  const presses: Press[] = []
  hasPart(message.blocks, ({ action_id, value }) => {
    const press = readAction({ action_id: String(action_id ?? ''), value: String(value ?? '') })
    if (press) presses.push(press)
    return false
  })
  const shown = findShownName(presses)
  const files = shown ? [] : readFiles(message.files).filter(({ mimetype }) => mayBePicture(mimetype))
  const command = name === formerReference ? referenceName : name
  return { kind: 'call', command, options: shown ?? {}, files }
}
