/** The first response to an interaction: docs.discord.com/developers/interactions/receiving-and-responding. */

import { checkChoices } from './command-limits.ts'
import { createForm, isObject, type Json } from './form.ts'
import { callbackType, type Interaction, interactionType, isTooLate } from './interaction.ts'
import { addMessage, flag, renderMessage } from './message.ts'
import { checkModal } from './modal-limits.ts'
import { Refusal, within } from './refusals.ts'
import { addResponse, changeResponse, isEphemeralAsked } from './response-messages.ts'
import type { Route, RouteRequest } from './route.ts'
import type { World } from './world.ts'

const { message, deferredMessage, deferredUpdate, update, choices, modal } = callbackType

/** Which responses each kind of interaction takes; updates need a message that the component is on. */
function listAllowed({ type, source }: Interaction): number[] {
  if (type === interactionType.autocomplete) return [choices]
  if (type === interactionType.command) return [message, deferredMessage, modal]
  if (type === interactionType.component) return [message, deferredMessage, deferredUpdate, update, modal]
  return [message, deferredMessage, ...(source ? [deferredUpdate, update] : [])]
}

export function callbackRoutes(world: World): Route[] {
  return [
    {
      name: 'callback',
      method: 'POST',
      path: '/interactions/{interaction}/{token}/callback',
      open: true,
      handle(request) {
        const interaction = world.interactions.get(request.params.interaction ?? '')
        if (!interaction) throw new Refusal('unknownInteraction')
        if (interaction.token !== request.params.token) throw new Refusal('invalidWebhookToken')
        if (interaction.response) throw new Refusal('alreadyAcknowledged')
        if (isTooLate(world, interaction)) throw new Refusal('unknownInteraction')
        if (interaction.channel.deleted) throw new Refusal('unknownChannel')
        const type = Number(request.body.type)
        const allowed = listAllowed(interaction)
        const form = createForm()
        form.expect(
          allowed.includes(type),
          ['type'],
          'BASE_TYPE_CHOICES',
          `Value must be one of {${allowed.join(', ')}}.`,
        )
        form.finish()
        within('data', () => respond(world, interaction, type, request))
        world.changed()
        if (request.query.get('with_response') !== 'true') return { status: 204 }
        return { status: 200, body: renderCallback(world, interaction) }
      },
    },
  ]
}

function respond(world: World, interaction: Interaction, type: number, { body, files }: RouteRequest): void {
  const data: Json = isObject(body.data) ? body.data : {}
  const { source } = interaction
  let ephemeral = false
  if (type === message) {
    ephemeral = isEphemeralAsked(interaction, data.flags)
    interaction.original = addResponse(world, interaction, { body: data, files }, ephemeral)
  } else if (type === deferredMessage) {
    ephemeral = isEphemeralAsked(interaction, data.flags)
    interaction.original = defer(world, interaction, data, ephemeral)
  } else if (type === modal) {
    checkModal(data)
    interaction.modal = {
      interaction,
      customId: String(data.custom_id),
      title: String(data.title),
      components: data.components as Json[],
    }
  } else if (type === choices) {
    interaction.choices = checkChoices(data)
  } else if (source) {
    if (source.deleted) throw new Refusal('unknownMessage')
    if (type === update) changeResponse(world, interaction, source, { body: data, files })
    interaction.original = source
    ephemeral = source.ephemeralFor !== undefined
  }
  const after = performance.now() - interaction.deliveredAt
  interaction.response = { type, at: world.clock.now(), after, ephemeral }
}

/** Shows "thinking…". Says once and for all whether the answer will be ephemeral; takes no other flag. */
function defer(world: World, interaction: Interaction, data: Json, ephemeral: boolean) {
  const form = createForm()
  const others = Number(data.flags ?? 0) & ~flag.ephemeral
  form.expect(others === 0, ['flags'], 'BITFIELD_INVALID', 'Only EPHEMERAL may be set on a deferral')
  form.finish()
  const flags = flag.loading | (ephemeral ? flag.ephemeral : 0)
  const empty = { content: '', embeds: [], components: [], attachments: [], flags }
  const nobody = { users: [], roles: [], everyone: false, pings: [] }
  return addMessage(world, interaction.channel, empty, nobody, {
    interaction,
    ...(ephemeral && { ephemeralFor: interaction.user }),
  })
}

function renderCallback(world: World, interaction: Interaction) {
  const { channel, original, source } = interaction
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: channel.id,
      ...(channel.guild && { guild_id: channel.guild.id }),
      ...(original && {
        response_message_id: original.id,
        response_message_loading: (original.flags & flag.loading) !== 0,
        response_message_ephemeral: original.ephemeralFor !== undefined,
      }),
    },
    ...(original && {
      resource: { type: original === source ? update : message, message: renderMessage(world, original) },
    }),
  }
}
