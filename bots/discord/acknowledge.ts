/** The first response to a call, which must come within three seconds and settles who sees the answer. */
import {
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackJSONBody,
} from 'discord-api-types/v10'
import type { Command } from '../command.ts'
import type { Call } from '../platform.ts'
import { type CallInteraction, canReplaceMessage } from './receive.ts'
import type { Audience } from './show.ts'

export interface Acknowledgement {
  audience: Audience
  response: RESTPostAPIInteractionCallbackJSONBody
}

/** `command` is undefined for one that does not exist (any more). */
export function chooseAcknowledgement(
  interaction: CallInteraction,
  command: Command | undefined,
  options: Call['options'],
): Acknowledgement {
  if (command?.inPlace && canReplaceMessage(interaction)) {
    return { audience: 'caller', response: leaveAsItIs }
  }
  const hidden = !command || command.isPrivate(options)
  return hidden ? { audience: 'caller', response: thinkPrivately } : { audience: 'everyone', response: think }
}

/** The message with the button stays; nothing else is shown. */
export const leaveAsItIs = { type: InteractionResponseType.DeferredMessageUpdate } as const

const think = { type: InteractionResponseType.DeferredChannelMessageWithSource } as const

/** A deferral takes no flag but this. */
export const thinkPrivately = { ...think, data: { flags: MessageFlags.Ephemeral } } as const
