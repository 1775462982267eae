/** A person presses a button or picks from a menu, in a message or in a view. */
import { renderShapes, type Shape, shapesIn, stringIn } from '../blocks/shape.ts'
import { createTs } from '../ids.ts'
import { type ActionOptions, Interaction } from '../interaction.ts'
import { Message } from '../message.ts'
import { type Payload, renderActor, renderMessage } from '../payloads.ts'
import type { Person } from '../person.ts'
import { createHook } from '../response-url.ts'
import { createTrigger } from '../triggers.ts'
import { renderView, type View } from '../view.ts'
import { findInstallation, type Installation, type World } from '../world.ts'
import { requireElement } from './find-element.ts'
import { readChoice } from './form-values.ts'

/** How it is pressed and how that is delivered. */
export interface PressOptions extends ActionOptions {
  /** What is picked in a menu, or typed in an input: a value, or an option's words. */
  choice?: string | readonly string[]
}

/** Throws when the person does not see the message or view, or nothing there is called so. */
export function press(
  world: World,
  person: Person,
  target: Message | View,
  which: string | RegExp,
  options: PressOptions,
): Interaction {
  const view = target instanceof Message ? undefined : target
  const message = target instanceof Message ? target : undefined
  if (
    !(message ? message.channel.visibleTo(person).includes(message) : view?.open && view.person === person)
  ) {
    throw new Error(`${person.name} does not see that ${message ? 'message' : 'view'} (any more)`)
  }
  const { block, element } = requireElement(
    message?.blocks ?? shapesIn(view?.content ?? { type: '' }, 'blocks'),
    which,
  )
  const trigger = createTrigger(world, person, view)
  const installation = findInstallation(world, person.team)
  const opened = stringIn(element, 'url') || undefined
  if (!installation) return new Interaction(world, person, { id: trigger.id, parcel: undefined, opened })
  const chosen = readChoice(element, options.choice)
  if (view) remember(view, block, element, chosen)
  const place = view
    ? placeInView(world, view)
    : placeInMessage(world, person, message as Message, trigger.id, installation)
  const payload = {
    type: 'block_actions',
    ...renderActor(world, person, installation),
    trigger_id: trigger.id,
    ...place,
    actions: [
      {
        ...chosen,
        action_id: element.action_id,
        block_id: block.block_id,
        ...describe(element),
        action_ts: createTs(world.clock),
      },
    ],
  }
  return new Interaction(world, person, {
    id: trigger.id,
    parcel: { kind: 'interactive', payload, acceptsAnswer: false },
    options,
    opened,
  })
}

/** A button's own fields, as the action repeats them. */
function describe(element: Shape): Payload {
  const { text, value, url, style } = element
  if (element.type !== 'button') return { type: element.type }
  return {
    type: 'button',
    text: renderShapes(text),
    ...(value !== undefined && { value }),
    ...(url !== undefined && { url }),
    ...(style !== undefined && { style }),
  }
}

function remember(view: View, block: Shape, element: Shape, chosen: Payload): void {
  if (element.type === 'button') return
  const id = stringIn(block, 'block_id')
  const value = { type: element.type, ...chosen }
  view.values = { ...view.values, [id]: { ...view.values[id], [stringIn(element, 'action_id')]: value } }
}

function placeInView(world: World, view: View): Payload {
  return { container: { type: 'view', view_id: view.id }, view: renderView(world, view) }
}

/** An ephemeral message is named, not repeated, in the payload. */
function placeInMessage(
  world: World,
  person: Person,
  message: Message,
  cause: string,
  installation: Installation,
): Payload {
  const { channel, ephemeral } = message
  const { botUserId } = installation
  const { url } = createHook(world, { kind: 'action', channel, person, source: message, cause, botUserId })
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channel.payloadName },
    response_url: url,
    state: { values: {} },
    ...(!ephemeral && { message: renderMessage(world, message) }),
  }
}
