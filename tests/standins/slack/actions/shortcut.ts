/** A person runs a shortcut, on a message or from anywhere. */
import { createTs } from '../ids.ts'
import { type ActionOptions, Interaction } from '../interaction.ts'
import type { Message } from '../message.ts'
import { renderActor, renderMessage } from '../payloads.ts'
import type { Person } from '../person.ts'
import { createHook } from '../response-url.ts'
import { createTrigger } from '../triggers.ts'
import { findInstallation, type World } from '../world.ts'

/** Without a message it is a global shortcut. Throws on a message the person does not see, or an ephemeral one. */
export function runShortcut(
  world: World,
  person: Person,
  message: Message | undefined,
  callbackId: string,
  options: ActionOptions,
): Interaction {
  if (message && (message.ephemeral || !message.channel.visibleTo(person).includes(message))) {
    throw new Error(`${person.name} has no shortcuts on that message`)
  }
  const { id } = createTrigger(world, person, undefined)
  const installation = findInstallation(world, person.team)
  if (!installation?.scopes.includes('commands'))
    return new Interaction(world, person, { id, parcel: undefined })
  const common = {
    ...renderActor(world, person, installation),
    callback_id: callbackId,
    trigger_id: id,
    action_ts: createTs(world.clock),
  }
  const payload = message
    ? { type: 'message_action', ...common, ...place(world, person, message, id, installation.botUserId) }
    : { type: 'shortcut', ...common }
  return new Interaction(world, person, {
    id,
    parcel: { kind: 'interactive', payload, acceptsAnswer: false },
    options,
  })
}

function place(world: World, person: Person, message: Message, cause: string, botUserId: string): object {
  const { channel } = message
  const { url } = createHook(world, { kind: 'action', channel, person, source: message, cause, botUserId })
  return {
    channel: { id: channel.id, name: channel.payloadName },
    message_ts: message.ts,
    message: renderMessage(world, message),
    response_url: url,
  }
}
