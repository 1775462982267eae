/** Says something as the first response, to whoever asked alone. */
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import type { Message } from '../platform.ts'
import type { Acknowledged, Api } from './api.ts'
import { type RenderOptions, renderMessage } from './render.ts'

/** Rejects with what Discord said when it was not taken. */
export async function sayAtOnce(
  interaction: Acknowledged,
  message: Message,
  { api, render }: { api: Pick<Api, 'respond'>; render: Omit<RenderOptions, 'fileSize'> },
): Promise<void> {
  const { components, allowed_mentions } = (await renderMessage(message, { ...render, fileSize: 0 })).body
  await api.respond(interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { components, allowed_mentions, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral },
  })
}
