/** What to offer a person who is typing the id of a picture. */

import type { ChatUser, Core, Generation } from '#core/index.ts'
import { cutText } from '#core/index.ts'

export interface Suggestion {
  value: string
  label: string
}

/** The person's own pictures, finished or waiting, that fit what is typed so far, newest first. */
export type Suggest = (
  user: ChatUser,
  typed: string,
  of?: 'finished' | 'waiting',
) => Promise<readonly Suggestion[]>

/** Menus show at most 25 (Discord) and 100 (Slack) of them. */
const most = 25
const longestLabel = 100

/** By what id or prompt has. Rejects with `not-linked`. */
export function createSuggest(core: Pick<Core, 'accounts' | 'history' | 'images'>): Suggest {
  async function listFinished(account: string, typed: string): Promise<readonly Generation[]> {
    const { generations } = await core.history.list(account, { limit: most })
    const byId = generations.filter(({ id }) => typed !== '' && id.startsWith(typed.toLowerCase()))
    if (byId.length > 0) return byId
    return (await core.history.list(account, { search: typed, limit: most })).generations
  }

  async function listWaiting(account: string, typed: string): Promise<readonly Generation[]> {
    const start = typed.trim().toLowerCase()
    const waiting = await core.images.listWaiting(account)
    return waiting.filter(({ id, asked }) => `${id} ${asked.prompt}`.toLowerCase().includes(start))
  }

  return async (user, typed, of = 'finished') => {
    const { id: account } = await core.accounts.requireAccount(user)
    const found = await (of === 'waiting' ? listWaiting : listFinished)(account, typed)
    return found.map(({ id, asked }) => ({
      value: id,
      label: cutText(`${id} · ${asked.prompt}`, longestLabel),
    }))
  }
}
