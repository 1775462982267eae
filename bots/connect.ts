/** Leads somebody without an account to one, while what they asked is held. */
import type { Core } from '#core/index.ts'
import type { Command } from './command.ts'
import { keepCall } from './held-call.ts'
import { renderConnect } from './messages/connect.ts'
import type { Call, Message } from './platform.ts'
import { findTeamName, requireTeam } from './team-call.ts'

/** The address of a page that ties the caller to an account: for them alone, once. Rejects with `already-linked`. */
export async function requestLink(call: Pick<Call, 'user' | 'team' | 'origin'>, core: Core): Promise<string> {
  const name = call.team && (await findTeamName(await requireTeam(call, core), core))
  return `${core.publicUrl}/link/${await core.links.request(call.user, name, call.origin)}`
}

/** Kept before the page is there, so that whoever is quick finds it. Rejects with `already-linked` or `store-unavailable`. */
export async function askToConnect(call: Call, command: Command, core: Core): Promise<Message> {
  const { id, user, origin } = call
  // Who is an admin now need not be one later.
  const isOfNow = command.needsLink || (command.needsAdmin && call.admin)
  const asked = isOfNow ? undefined : keepCall(call)
  const held = asked && (await core.heldCalls.hold({ id, user, origin, asked: { ...asked } }))
  const waits = held && (command.options.some(({ name }) => name === 'prompt') ? 'prompt' : 'command')
  return renderConnect(call.words, await requestLink(call, core), {
    waits,
    replaces: held?.replaces ?? false,
    isProven: core.links.findProof(user.platform) !== undefined,
  })
}
