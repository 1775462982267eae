/** What an interaction's token allows after the first response: docs.discord.com/developers/interactions/receiving-and-responding#followup-messages. */
import { type Interaction, isUserInstallOnly } from './interaction.ts'
import { countLateEdit } from './late-edits.ts'
import { flag, type Message, renderMessage } from './message.ts'
import { Refusal } from './refusals.ts'
import { addResponse, changeResponse, isEphemeralAsked, requireInteraction } from './response-messages.ts'
import type { Route, RouteRequest } from './route.ts'
import type { World } from './world.ts'

const webhook = '/webhooks/{application}/{token}'
/** For an app that came by a person's own installation. */
const mostFollowUps = 5

export function webhookRoutes(world: World): Route[] {
  function require({ params }: RouteRequest): Interaction {
    return requireInteraction(world, params.application, params.token)
  }

  function requireMessage(request: RouteRequest): [Interaction, Message] {
    const interaction = require(request)
    if (interaction.channel.deleted) throw new Refusal('unknownChannel')
    const { original, followUps } = interaction
    const wanted = request.params.message ?? original?.id
    const message = [original, ...followUps].find((known) => known?.id === wanted)
    if (!message || message.deleted) throw new Refusal('unknownMessage')
    return [interaction, message]
  }

  function get(request: RouteRequest) {
    const [, message] = requireMessage(request)
    return { status: 200, body: renderMessage(world, message) }
  }

  function edit(request: RouteRequest) {
    const [interaction, message] = requireMessage(request)
    countLateEdit(world, message)
    changeResponse(world, interaction, message, request)
    return { status: 200, body: renderMessage(world, message) }
  }

  function remove(request: RouteRequest) {
    const [, message] = requireMessage(request)
    message.deleted = true
    world.changed()
    return { status: 204 }
  }

  function follow(request: RouteRequest) {
    const interaction = require(request)
    const { original, followUps, response } = interaction
    if (original && !original.deleted && original.flags & flag.loading) {
      changeResponse(world, interaction, original, request)
      return { status: 200, body: renderMessage(world, original) }
    }
    if (isUserInstallOnly(interaction) && followUps.length >= mostFollowUps) {
      throw new Refusal('tooManyFollowUps')
    }
    const ephemeral = isEphemeralAsked(interaction, request.body.flags)
    const message = addResponse(world, interaction, request, ephemeral)
    if (response) followUps.push(message)
    world.changed()
    return { status: 200, body: renderMessage(world, message) }
  }

  const original = `${webhook}/messages/@original`
  const followUp = `${webhook}/messages/{message}`
  return [
    { name: 'create-follow-up', method: 'POST', path: webhook, open: true, handle: follow },
    { name: 'get-original', method: 'GET', path: original, open: true, handle: get },
    { name: 'edit-original', method: 'PATCH', path: original, open: true, handle: edit },
    { name: 'delete-original', method: 'DELETE', path: original, open: true, handle: remove },
    { name: 'get-follow-up', method: 'GET', path: followUp, open: true, handle: get },
    { name: 'edit-follow-up', method: 'PATCH', path: followUp, open: true, handle: edit },
    { name: 'delete-follow-up', method: 'DELETE', path: followUp, open: true, handle: remove },
  ]
}
