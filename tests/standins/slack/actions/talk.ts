/** A person writes a message, mentions the bot, or opens its Home tab. */
import { findImageType } from '../blocks/pictures.ts'
import { escapeText } from '../blocks/shape.ts'
import type { Channel } from '../channel.ts'
import { retryEvent, wrapEvent } from '../events.ts'
import { createSlackId } from '../ids.ts'
import { type ActionOptions, Interaction } from '../interaction.ts'
import { type Message, plainContent, postMessage } from '../message.ts'
import { type Payload, renderMessage } from '../payloads.ts'
import type { Person } from '../person.ts'
import { renderView } from '../view.ts'
import { findInstallation, type StoredFile, type World } from '../world.ts'

/** Where it is said, what is attached, how it is delivered. */
export interface TalkOptions extends ActionOptions {
  threadTs?: string | undefined
  files?: readonly Upload[]
  /** What the event says otherwise, such as a subtype. */
  event?: Payload
  /** What the envelope around the event says otherwise. */
  envelope?: Payload
  /** How Slack writes the mention of the bot, where not by its id alone. */
  called?: (bot: string) => string
}

export interface Upload {
  name: string
  bytes: Uint8Array
  /** Of what is no picture. */
  contentType?: string
}

/** Into a channel, or into a form. */
export function upload(world: World, person: Person, file: Upload, channel?: Channel): StoredFile {
  const id = createSlackId('F')
  const stored: StoredFile = {
    id,
    name: file.name,
    title: file.name,
    mimetype: findImageType(file.bytes) ?? file.contentType ?? 'application/octet-stream',
    altText: undefined,
    length: file.bytes.length,
    bytes: Buffer.from(file.bytes),
    teamId: person.team.id,
    owner: person.id,
    state: 'complete',
    readyAt: world.clock.now(),
    sharedIn: new Set(channel ? [channel.id] : []),
  }
  world.files.set(id, stored)
  return stored
}

/** Posts what the person typed; markup characters arrive escaped, as Slack's client sends them. */
export function say(
  world: World,
  person: Person,
  channel: Channel,
  text: string,
  options: TalkOptions = {},
): Message {
  const files = (options.files ?? []).map((file) => upload(world, person, file, channel).id)
  const placement = { channel, user: person.id, threadTs: options.threadTs }
  return postMessage(world, placement, { ...plainContent(text), files }, 'person')
}

/** The bot hears of a mention only where it is a member. */
export function mention(
  world: World,
  person: Person,
  channel: Channel,
  text: string,
  options: TalkOptions,
): Interaction {
  const bot = findInstallation(world, person.team)?.botUserId
  const { called = (id) => `<@${id}>` } = options
  const words = `${called(String(bot))} ${escapeText(text)}`
  const message = say(world, person, channel, words, options)
  const hears = bot !== undefined && channel.members.has(bot)
  return tell(world, person, hears ? 'app_mention' : '', options, {
    ...renderMessage(world, message),
    type: 'app_mention',
    channel: channel.id,
  })
}

/** Sends `message.im`, with the subtype `file_share` when files are attached. */
export function messageDirectly(
  world: World,
  person: Person,
  channel: Channel,
  text: string,
  options: TalkOptions,
): Interaction {
  const message = say(world, person, channel, escapeText(text), options)
  const subtype = message.now.files.length > 0 && { subtype: 'file_share' }
  const event = { ...renderMessage(world, message), ...subtype, channel: channel.id, channel_type: 'im' }
  return tell(world, person, 'message.im', options, event)
}

/** Sends `app_home_opened`, with the view when one was published before. */
export function openHome(
  world: World,
  person: Person,
  channel: Channel | undefined,
  options: ActionOptions,
): Interaction {
  const event = { type: 'app_home_opened', user: person.id, channel: channel?.id, tab: 'home' }
  return tell(world, person, 'app_home_opened', options, {
    ...event,
    ...(person.home && { view: renderView(world, person.home) }),
  })
}

function tell(world: World, person: Person, name: string, options: TalkOptions, event: Payload): Interaction {
  const installation = findInstallation(world, person.team)
  const said = { ...event, ...options.event }
  const wrapped = installation && wrapEvent(world, installation, person.team, name, said)
  if (!wrapped) return new Interaction(world, person, { id: '', parcel: undefined })
  const { id } = wrapped
  const parcel = { ...wrapped.parcel, payload: { ...wrapped.parcel.payload, ...options.envelope } }
  return new Interaction(world, person, {
    id,
    parcel,
    options,
    retry: ([first]) => retryEvent(world, parcel, first),
  })
}
