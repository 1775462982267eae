/** Reads what Slack sends into what a person asked, and where. */
import { createHash } from 'node:crypto'
import type { BlockAction, ButtonAction, SlashCommand, StringIndexed, ViewSubmitAction } from '@slack/bolt'
import type { ChatUser, Seals } from '#core/index.ts'
import { hasPart } from '../has-part.ts'
import type { OptionValue } from '../platform.ts'
import { readFiles, type SlackFile } from './attachment.ts'
import { readSubmission } from './form.ts'
import { identify, type Seen } from './identity.ts'
import type { Hook, Location } from './location.ts'
import type { Posted } from './posting.ts'
import { type Claim, isOurs, readAction } from './press.ts'
import { readEscaped, removeMentions } from './read-text.ts'
import { isSpoken, type MessageEvent } from './spoken.ts'

/** What was asked, before it is a call. */
export type Asked =
  /** Words after a slash command. */
  | { kind: 'words'; command: string; text: string }
  /** Words to the bot, which may begin with a command. */
  | { kind: 'talk'; markup: string; files: readonly SlackFile[] }
  | {
      kind: 'call'
      command: string
      options: Readonly<Record<string, OptionValue>>
      seal?: string
      files: readonly SlackFile[]
    }
  /** Words of a message that a picture is wanted of. */
  | { kind: 'excerpt'; text: string }

export interface Received {
  /** The call's id: a digest, since what Slack calls the event can itself open a form. */
  id: string
  /** Equal for two presses of one button by one person; absent for what nobody does twice by accident. */
  press?: string
  asked: Asked
  location: Location
  /** Who it was, as the event says it; `user` is what that alone comes to. */
  seen: Seen
  user: ChatUser
  /** The language that they have Slack speak, once that is known. */
  locale?: string | undefined
  /** Opens a form within three seconds, once. */
  trigger?: string
  hook?: Hook
  /** The message with the pressed button. */
  source?: Posted | 'ephemeral'
  /** Asked for by opening the Home tab, or pressed on it. */
  home?: 'opened' | 'pressed'
  claim?: Claim
}

/** Who acts, in any interaction's payload. */
type Actor = Pick<BlockAction, 'team' | 'enterprise'> & {
  view?: { app_installed_team_id?: string }
  user: { id: string; team_id?: string; name?: string; username?: string }
}

export function readCommand(body: SlashCommand, now: number): Received {
  const { team_id: team, enterprise_id: enterprise, user_id: person, channel_id: channel } = body
  return {
    id: renderCallId(body.trigger_id),
    asked: { kind: 'words', command: body.command.replace(/^\//, ''), text: readEscaped(body.text ?? '') },
    location: { team, channel, person, direct: false, ...(enterprise && { enterprise }) },
    ...renderPerson({ person, team, enterprise, name: body.user_name }),
    trigger: body.trigger_id,
    hook: { url: body.response_url, at: now },
  }
}

/** Undefined for what needs no answer, such as a button that opens a page. */
export function readPress(body: BlockAction, now: number): Received | undefined {
  const [action] = body.actions as ButtonAction[]
  const press = readAction({ ...action })
  if (!press) return undefined
  const container = body.container as { message_ts?: string; thread_ts?: string; is_ephemeral?: boolean }
  const { message_ts: ts = '', thread_ts: containerThread } = container
  const thread = containerThread ?? (body.message?.thread_ts as string | undefined)
  const channel = body.channel?.id ?? ''
  const direct = channel === '' || (channel.startsWith('D') && container.is_ephemeral !== true)
  return {
    id: renderCallId(body.trigger_id),
    press: [body.user.id, ts || body.view?.id, press.command, action?.value].join(' '),
    asked: { kind: 'call', ...press, files: [] },
    location: readLocation(body, { channel, direct, thread }),
    ...readActor(body),
    trigger: body.trigger_id,
    ...(body.response_url && { hook: { url: body.response_url, at: now } }),
    ...(ts !== '' && container.is_ephemeral === true && { source: 'ephemeral' }),
    ...(ts !== '' &&
      container.is_ephemeral !== true &&
      hasButton(body, action) && { source: { channel, ts } }),
    ...(body.view && { home: 'pressed' }),
  }
}

/** A press says what it presses; the message says what it has. */
function hasButton({ message }: BlockAction, action: ButtonAction | undefined): boolean {
  const { action_id, value = '' } = action ?? {}
  return hasPart(message?.blocks, (part) => part.action_id === action_id && (part.value ?? '') === value)
}

/** A form carries the location it was opened in. Undefined for one that no version of the bot made, or that nobody sent. */
export function readForm(body: ViewSubmitAction): Received | undefined {
  const sent = readSubmission(body.view)
  if (!sent || typeof body.user?.id !== 'string') return undefined
  const { press, options, files, channel, direct, thread, hook, claim } = sent
  return {
    id: renderCallId(sent.view),
    asked: { kind: 'call', ...press, options, files },
    location: readLocation(body, { channel, direct, thread }),
    ...readActor(body),
    trigger: body.trigger_id,
    ...(hook && { hook }),
    claim,
  }
}

/** Where a form says it was opened is believed if this program has said it for that person; else they are answered alone. */
export async function believe(seals: Seals, received: Received): Promise<Received> {
  const { claim, location, hook: _, ...others } = received
  if (!claim || (await isOurs(seals, location.person, claim))) return received
  const { thread: __, ...there } = location
  return { ...others, location: { ...there, channel: '', direct: true } }
}

/** A message to the bot, by a mention or in its direct messages; undefined for one that no person has just written. */
export function readTalk(body: StringIndexed, botUserId: string | undefined): Received | undefined {
  const { event } = body as { event: TalkEvent }
  if (event.user === undefined || !isSpoken(event)) return undefined
  const direct = event.type === 'message'
  if (direct && event.channel_type !== 'im') return undefined
  const { team, enterprise } = readWorkspace(body)
  const thread = event.thread_ts ?? (direct ? undefined : event.ts)
  const own = listBots(body, botUserId)
  const markup = removeMentions(event.text ?? '', { own, called: event.type === 'app_mention' })
  return {
    id: renderCallId(String(body.event_id)),
    asked: { kind: 'talk', markup, files: readFiles(event.files) },
    location: {
      team,
      channel: event.channel,
      person: event.user,
      direct,
      ...(enterprise !== undefined && { enterprise }),
      ...(thread !== undefined && { thread }),
    },
    ...renderPerson({
      ...{ person: event.user, team, enterprise, own: event.user_team },
      shared: readShared(body),
    }),
  }
}

/**
 * Where the app that receives an event is installed. In a channel shared between companies the event may name
 * another's workspace, where the app is not.
 */
export function readWorkspace(body: StringIndexed): Pick<Location, 'team' | 'enterprise'> {
  const [given] = readAuthorizations(body)
  const team = given?.team_id ?? body.team_id ?? body.event?.team ?? ''
  const enterprise = given?.team_id ? given.enterprise_id : body.enterprise_id
  return { team: String(team), ...(typeof enterprise === 'string' && { enterprise }) }
}

/** The bot's own ids: where the event was let in, and those it was sent to, which in a shared channel are several. */
function listBots(body: StringIndexed, botUserId: string | undefined): string[] {
  const others = readAuthorizations(body).map((each) => each.is_bot === true && each.user_id)
  return [botUserId, ...others].filter((id) => typeof id === 'string')
}

/** Where the app that receives an event is let in. */
function readAuthorizations({ authorizations: given }: StringIndexed): StringIndexed[] {
  return Array.isArray(given) ? given.filter((each) => typeof each === 'object' && each !== null) : []
}

interface TalkEvent extends MessageEvent {
  type: 'app_mention' | 'message'
  channel: string
  channel_type?: string
  user_team?: string
  team?: string
  text?: string
  ts: string
  thread_ts?: string
  files?: unknown
}

/** The same for every delivery of one event. */
export function renderCallId(event: string): string {
  return `slack:${createHash('sha256').update(event).digest('base64url').slice(0, 22)}`
}

export const renderPerson = (seen: Seen): Pick<Received, 'seen' | 'user'> => ({ seen, user: identify(seen) })

const readShared = ({ is_ext_shared_channel: shared }: StringIndexed): boolean | undefined =>
  typeof shared === 'boolean' ? shared : undefined

export function readLocation(
  body: Actor,
  { channel, direct, thread }: { channel: string; direct: boolean; thread?: string | undefined },
): Location {
  const enterprise = readEnterprise(body)
  return {
    team: findInstalled(body) ?? '',
    channel,
    person: body.user.id,
    direct,
    ...(enterprise !== undefined && { enterprise }),
    ...(thread !== undefined && { thread }),
  }
}

export function readActor(body: Actor): Pick<Received, 'seen' | 'user'> {
  const { id: person, team_id: own, username, name } = body.user
  const team = findInstalled(body) ?? ''
  return renderPerson({ person, team, enterprise: readEnterprise(body), own, name: username ?? name })
}

/** The workspace where the app is installed, which is not the person's own where companies share a channel. */
const findInstalled = (body: Actor) => body.view?.app_installed_team_id ?? body.team?.id ?? body.user.team_id

const readEnterprise = (body: Actor) => body.enterprise?.id ?? body.team?.enterprise_id
