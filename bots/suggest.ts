/** What to offer a person who is typing the id of a picture. */
import type { ChatUser, Core } from '#core/index.ts'

export interface Suggestion {
  value: string
  label: string
}

/** Menus show at most 25 (Discord) and 100 (Slack) of them. */
const most = 25
const longestLabel = 100

/** The person's own recent pictures whose id or prompt has what is typed, newest first. Rejects with `not-linked`. */
export function createSuggest(core: Pick<Core, 'accounts' | 'history'>) {
  return async (user: ChatUser, typed: string): Promise<Suggestion[]> => {
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
