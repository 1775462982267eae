/** A person in a workspace and everything they can do in Slack. */

import type { Entries } from './actions/form-values.ts'
import { type Arrival, type InstallOptions, installApp } from './actions/install-app.ts'
import { type PressOptions, press } from './actions/press.ts'
import { runShortcut } from './actions/shortcut.ts'
import { type SlashOptions, slash } from './actions/slash.ts'
import { dismissView, type SubmitOptions, submitView } from './actions/submit.ts'
import { mention, messageDirectly, openHome, say, type TalkOptions } from './actions/talk.ts'
import { escapeText } from './blocks/shape.ts'
import type { Channel } from './channel.ts'
import { createSlackId } from './ids.ts'
import type { ActionOptions, Interaction } from './interaction.ts'
import type { Message } from './message.ts'
import { openDirectMessage } from './places.ts'
import { openModals, type View } from './view.ts'
import { findInstallation, type Team, type World } from './world.ts'

/** Made by `createPerson` of the stand-in; actions throw only where Slack's own client would not let a person do that. */
export class Person {
  readonly id = createSlackId('U')
  readonly name: string
  readonly team: Team
  admin: boolean
  owner: boolean
  /** The language of their Slack. */
  locale = 'en-US'
  readonly #world: World

  constructor(world: World, given: { name: string; team: Team; admin: boolean; owner: boolean }) {
    this.#world = world
    this.name = given.name
    this.team = given.team
    this.admin = given.admin
    this.owner = given.owner
  }

  /** The modals before this person, the topmost last. */
  get modals(): readonly View[] {
    return openModals(this.#world, this)
  }

  /** The app's Home tab, once it was published. */
  get home(): View | undefined {
    return [...this.#world.views.values()].find((view) => view.kind === 'home' && view.person === this)
  }

  /** The direct message with the bot. Throws when the app is not installed. */
  get dm(): Channel {
    const installation = findInstallation(this.#world, this.team)
    if (!installation) throw new Error(`The app is not installed in ${this.team.name}`)
    return openDirectMessage(this.#world, this, installation.botUserId).channel
  }

  slash(channel: Channel, command: string, text = '', options: SlashOptions = {}): Interaction {
    return slash(this.#world, this, { channel, command, text, options })
  }

  /** Presses what has that action id or those words; `choice` picks from a menu. */
  press(target: Message | View, which: string | RegExp, options: PressOptions = {}): Interaction {
    return press(this.#world, this, target, which, options)
  }

  /** Fills fields by block id, action id or label; the others keep what they hold. */
  submitView(view: View, entries: Entries = {}, options: SubmitOptions = {}): Interaction {
    return submitView(this.#world, this, view, entries, options)
  }

  closeView(view: View, options: ActionOptions = {}): Interaction {
    return dismissView(this.#world, this, view, options)
  }

  shortcut(message: Message, callbackId: string, options: ActionOptions = {}): Interaction {
    return runShortcut(this.#world, this, message, callbackId, options)
  }

  globalShortcut(callbackId: string, options: ActionOptions = {}): Interaction {
    return runShortcut(this.#world, this, undefined, callbackId, options)
  }

  /** Writes without mentioning anybody; the app hears nothing of it. */
  say(channel: Channel, text: string, options: TalkOptions = {}): Message {
    return say(this.#world, this, channel, escapeText(text), options)
  }

  mention(channel: Channel, text: string, options: TalkOptions = {}): Interaction {
    return mention(this.#world, this, channel, text, options)
  }

  messageDM(text: string, options: TalkOptions = {}): Interaction {
    return messageDirectly(this.#world, this, this.dm, text, options)
  }

  openHome(options: ActionOptions = {}): Interaction {
    return openHome(this.#world, this, this.dm, options)
  }

  /** In a browser, from the app's install page or straight from an authorize URL. */
  install(url: string, options: InstallOptions = {}): Promise<Arrival> {
    return installApp(this.#world, this, url, options)
  }
}
