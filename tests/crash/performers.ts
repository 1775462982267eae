/** How actions are done, and what finds whom and what they are about. */
import type { Core } from '#core/index.ts'
import type { ActionKind, AnyAction } from './actions.ts'
import type { Process, World } from './world.ts'

/** By kind of action, how it is done. */
export type Performers<Kind extends ActionKind> = {
  [Each in Kind]: (action: Extract<AnyAction, { kind: Each }>, process: Process, world: World) => unknown
}

export const userOf = (user: string) => ({ platform: 'terminal', user, name: user }) as const
export const findId = async ({ accounts }: Core, who: string) =>
  (await accounts.requireAccount(userOf(who))).id
export const findOrder = ({ provider }: World, order: number) =>
  provider.orders.at(-1 - (order % provider.orders.length))

export async function findNewest(core: Core, who: string) {
  const account = await findId(core, who)
  const { generations } = await core.history.list(account, { limit: 1 })
  return { account, newest: generations[0] }
}
