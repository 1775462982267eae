/** Gives again what a call had that was kept: its server, what came along, and no way to answer but the bot's own. */
import { limitAttachments } from '../attached.ts'
import type { Kept } from '../kept-call.ts'
import type { Platform, Recall, Recalled } from '../platform.ts'
import type { Api } from './api.ts'
import { type chooseFields, createAttachment, findShownPicture } from './attachment.ts'
import type { KeptAttachments } from './kept-attachments.ts'
import type { RenderOptions } from './render.ts'
import { createTeam, retract } from './team.ts'

interface RecallOptions {
  api: Api
  render: Omit<RenderOptions, 'fileSize'>
  kept: KeptAttachments
  /** Finds how it is answered: its token may live, or not. */
  send: Platform['send']
  apiUrl?: string
}

export function createRecall({ api, render, kept, send, apiUrl }: RecallOptions): Recall {
  const attach = (given: Kept) => createAttachment(readKept(given), apiUrl)

  return async (origin, user, { attachments: given, shown, keepsAttachments }) => {
    const { team, address } = origin
    const id = String(address.interaction ?? '')
    const names = Object.entries(given)
    return {
      ...(team !== undefined && { team: createTeam(team, api, render) }),
      reply: { progress: () => undefined, finish: (message) => send(origin, user, message) },
      retract: (own) => retract(api, own),
      attachments: Object.fromEntries(names.map(([name, each]) => [name, attach(each)])),
      async findAttachments(reference, most) {
        const found = (await kept.find(reference)).map((each) => createAttachment(each, apiUrl))
        return limitAttachments(found, most)
      },
      ...(keepsAttachments && {
        async keepAttachments(account) {
          await kept.keep(id, account, Object.values(given).map(readKept))
          return id
        },
      }),
      ...(shown && { findShown: () => findShownPicture([readKept(shown)], apiUrl) }),
    } satisfies Recalled
  }
}

const readKept = (given: Kept) => given as ReturnType<typeof chooseFields>
