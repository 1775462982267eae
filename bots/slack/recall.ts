/** Gives again what a call had that was kept: its workspace, how it is answered, and what came along. */
import type { Recall } from '../platform.ts'
import { createAttachment } from './attachment.ts'
import { accessFiles, type CallOptions, createCall } from './call.ts'
import { type Hook, readOrigin } from './location.ts'
import type { OpenWorkspace } from './workroom.ts'

export function createRecall(options: CallOptions & { open: OpenWorkspace }): Recall {
  return async (origin, user, { kept, attachments }) => {
    const location = readOrigin(origin)
    const room = await options.open(location)
    const { hook } = kept as { hook?: Hook }
    const received = {
      id: '',
      asked: { kind: 'call' },
      location,
      origin,
      user,
      ...(hook && { hook }),
    } as const
    const { team, retract, findAttachments, reply } = createCall(options, received, room, undefined)
    const access = accessFiles(options, room)
    const along = Object.entries(attachments).map(([name, file]) => [name, createAttachment(file, access)])
    return {
      ...(team && { team }),
      ...(findAttachments && { findAttachments }),
      ...{ retract, reply, attachments: Object.fromEntries(along) },
    }
  }
}
