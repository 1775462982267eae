/** What to offer a person who is typing the id of a picture. */
import type { ChatUser, Core } from '#core/index.ts'

export interface Suggestion {
  value: string
  label: string
}

/** The person's own recent pictures that fit what is typed so far, newest first. */
export type Suggest = (user: ChatUser, typed: string) => Promise<readonly Suggestion[]>

/** Menus show at most 25 (Discord) and 100 (Slack) of them. */
const most = 25
const longestLabel = 100

/** By what id or prompt has. Rejects with `not-linked`. */
export function createSuggest(core: Pick<Core, 'accounts' | 'history'>): Suggest {
  return async (user, typed) => {
    const account = await core.accounts.requireAccount(user)
    const { generations } = await core.history.list(account.id, { limit: most })
    const byId = generations.filter(({ id }) => typed !== '' && id.startsWith(typed.toLowerCase()))
    const found =
      byId.length > 0
        ? byId
        : (await core.history.list(account.id, { search: typed, limit: most })).generations
    return found.map(({ id, spec }) => ({
      value: id,
      label: `${id} · ${spec.prompt}`.slice(0, longestLabel),
    }))
  }
}
