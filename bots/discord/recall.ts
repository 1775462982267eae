/** Gives again what a call had that was kept: its server, what came along, and no way to answer but the bot's own. */
import { CoreError } from '#core/errors.ts'
import { limitAttachments } from '../attached.ts'
import type { Kept } from '../kept-call.ts'
import type { Recall, Recalled } from '../platform.ts'
import type { Api } from './api.ts'
import { type chooseFields, createAttachment, findShownPicture } from './attachment.ts'
import type { KeptAttachments } from './kept-attachments.ts'
import type { RenderOptions } from './render.ts'
import { createTeam, retract } from './team.ts'

interface RecallOptions {
  api: Api
  render: Omit<RenderOptions, 'fileSize'>
  kept: KeptAttachments
  apiUrl?: string
}

/** What answers it is `send`'s to find: its token may live, or not. */
const late = () => Promise.reject(new CoreError('reply-expired', {}))

export function createRecall({ api, render, kept, apiUrl }: RecallOptions): Recall {
  const attach = (given: Kept) => createAttachment(readKept(given), apiUrl)

  return async ({ team, address }, _user, { attachments: given, shown, keepsAttachments }) => {
    const id = String(address.interaction ?? '')
    const names = Object.entries(given)
    return {
      ...(team !== undefined && { team: createTeam(team, api, render) }),
      reply: { progress: () => undefined, finish: late },
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
