/** A person on Discord: what they can do, and what they are shown for it. */
import { storeAttachment } from './attachments.ts'
import { findOwners, requireOffered } from './availability.ts'
import { type OptionInput, renderCommandData } from './command-options.ts'
import { selectTypes, type, walk } from './components.ts'
import type { Json } from './form.ts'
import type { Gateway } from './gateway.ts'
import { createHandle, type InteractionHandle } from './handle.ts'
import {
  addInteraction,
  type Interaction,
  interactionType,
  type Modal,
  responseWindow,
} from './interaction.ts'
import { renderInteraction } from './interaction-payload.ts'
import { addMessage, type Message, renderMessage } from './message.ts'
import { type MessageView, viewMessage } from './message-view.ts'
import { type Filled, renderSubmission } from './modal-submission.ts'
import { canSee } from './permissions.ts'
import type { Channel, UploadedFile, User, World } from './world.ts'

type Inputs = Readonly<Record<string, OptionInput>>

export interface Delivery {
  /** Sends the event twice, as Discord may. */
  deliverTwice?: boolean
}

/** Each action throws what Discord's own client would not let the person do. */
export interface Person extends User {
  /** Types a command; of one with subcommands, `name` has all the words. */
  command(
    channel: Channel,
    name: string,
    options?: Inputs,
    more?: Delivery & { attachments?: Readonly<Record<string, UploadedFile>> },
  ): InteractionHandle
  /** Chooses a command in the menu of a message. */
  messageCommand(
    message: Pick<MessageView, 'id' | 'channelId'>,
    name: string,
    more?: Delivery,
  ): InteractionHandle
  /** Asks for suggestions while typing the option `focused`; its text so far is among `options`. */
  autocomplete(channel: Channel, name: string, options: Inputs, focused: string): InteractionHandle
  /** Presses a button of a message, found by custom id or label. */
  press(message: Pick<MessageView, 'id' | 'channelId'>, button: string, more?: Delivery): InteractionHandle
  /** Picks values in a select menu. */
  select(
    message: Pick<MessageView, 'id' | 'channelId'>,
    customId: string,
    values: readonly string[],
    more?: Delivery,
  ): InteractionHandle
  /** Sends a modal; fields without a value keep what they were filled with. */
  submitModal(
    modal: Modal,
    values?: Readonly<Record<string, string>>,
    more?: Delivery & Pick<Filled, 'files'>,
  ): InteractionHandle
  /** Writes a message, with files. */
  say(channel: Channel, content: string, files?: readonly UploadedFile[]): MessageView
  /** Deletes a message of theirs, and its files. */
  unsay(message: Pick<MessageView, 'id' | 'channelId'>): void
  /** Dismisses an ephemeral message. */
  dismiss(message: Pick<MessageView, 'id' | 'channelId'>): void
}

export function createPerson(world: World, gateway: Gateway, username: string, more: Partial<User>): Person {
  function deliver(
    given: Parameters<typeof addInteraction>[1],
    data: Json,
    { deliverTwice }: Delivery = {},
  ): InteractionHandle {
    const interaction: Interaction = addInteraction(world, given)
    const payload = renderInteraction(world, interaction, data)
    const send = () => gateway.dispatch('INTERACTION_CREATE', payload, given.channel.guild?.id)
    send()
    if (deliverTwice) send()
    setTimeout(() => world.changed(), responseWindow + 1).unref()
    return createHandle(world, interaction, send)
  }

  function requireMessage({ id, channelId }: Pick<MessageView, 'id' | 'channelId'>): Message {
    const message = world.channels.get(channelId)?.messages.find((one) => one.id === id)
    const hidden = message?.ephemeralFor && message.ephemeralFor !== person
    if (!message || message.deleted || hidden || !canSee(message.channel, person)) {
      throw new Error(`${username} does not see the message ${id}`)
    }
    return message
  }

  function use(
    message: Message,
    component: Json,
    more: Delivery,
    values?: readonly string[],
  ): InteractionHandle {
    if (component.disabled) throw new Error(`${component.custom_id} is disabled`)
    const owners = message.interaction?.owners ?? findOwners(world, person, message.channel)
    return deliver(
      {
        type: interactionType.component,
        user: person,
        channel: message.channel,
        owners,
        source: message,
      },
      {
        custom_id: component.custom_id,
        component_type: component.type,
        id: component.id,
        ...(values && { values }),
      },
      more,
    )
  }

  const person: Person = {
    bot: false,
    locale: 'en-US',
    acceptsMessages: true,
    installed: false,
    ...more,
    id: world.nextId(),
    username,
    command(channel, name, options = {}, { attachments, ...delivery } = {}) {
      const words = name.split(' ')
      const command = requireOffered(world, person, channel, words[0] ?? '')
      const owners = findOwners(world, person, channel, command)
      const data = renderCommandData(world, channel, command, words, { ...options, ...attachments })
      const given = { type: interactionType.command, user: person, channel, owners, command: name }
      return deliver(given, data, delivery)
    },
    messageCommand(view, name, delivery = {}) {
      const message = requireMessage(view)
      const { channel } = message
      const command = requireOffered(world, person, channel, name, 3)
      const data = {
        ...{ id: command.id, name, type: 3, target_id: message.id },
        resolved: { messages: { [message.id]: renderMessage(world, message) } },
      }
      const owners = findOwners(world, person, channel, command)
      return deliver(
        { type: interactionType.command, user: person, channel, owners, command: name },
        data,
        delivery,
      )
    },
    autocomplete(channel, name, options, focused) {
      const words = name.split(' ')
      const command = requireOffered(world, person, channel, words[0] ?? '')
      const owners = findOwners(world, person, channel, command)
      const data = renderCommandData(world, channel, command, words, options, { focused })
      return deliver(
        { type: interactionType.autocomplete, user: person, channel, owners, command: name },
        data,
      )
    },
    press(view, wanted, delivery = {}) {
      const message = requireMessage(view)
      const buttons = [...walk(message.components)].filter(([part]) => part.type === type.button)
      const button =
        buttons.find(([part]) => part.custom_id === wanted) ?? buttons.find(([part]) => part.label === wanted)
      if (!button?.[0].custom_id) throw new Error(`The message ${view.id} has no button ${wanted} to press`)
      return use(message, button[0], delivery)
    },
    select(view, customId, values, delivery = {}) {
      const message = requireMessage(view)
      const select = [...walk(message.components)].find(
        ([part]) => selectTypes.includes(part.type) && part.custom_id === customId,
      )
      if (!select) throw new Error(`The message ${view.id} has no menu ${customId}`)
      return use(message, select[0], delivery, values)
    },
    submitModal(modal, values = {}, { files, ...delivery } = {}) {
      const parent = modal.interaction
      if (parent.user !== person) throw new Error(`The modal was not shown to ${username}`)
      const { channel, owners, source, command } = parent
      const given = { type: interactionType.modal, user: person, channel, owners, parent }
      const data = renderSubmission(world, modal, { values, files })
      return deliver({ ...given, ...(source && { source }), ...(command && { command }) }, data, delivery)
    },
    say(channel, content, files = []) {
      if (!canSee(channel, person)) throw new Error(`${username} does not see the channel`)
      const attachments = files.map((file) => storeAttachment(world, channel.id, file, {}))
      const contents = { content, embeds: [], components: [], attachments, flags: 0 }
      const nobody = { users: [], roles: [], everyone: false, pings: [] }
      const message = addMessage(world, channel, contents, nobody, { author: person })
      return viewMessage(message, message.createdAt)
    },
    unsay(view) {
      const message = requireMessage(view)
      if (message.author !== person) throw new Error(`${username} did not write the message ${view.id}`)
      message.deleted = true
      for (const { url } of message.attachments) world.files.delete(new URL(url).pathname)
      world.changed()
    },
    dismiss(view) {
      const message = requireMessage(view)
      if (!message.ephemeralFor) throw new Error('Only an ephemeral message can be dismissed')
      message.deleted = true
      world.changed()
    },
  }
  world.users.set(person.id, person)
  return person
}
