/** Makes a call of what was received, but for what was asked: where it is answered, and what it can reach there. */
import type { Log } from '#core/index.ts'
import type { Command } from '../command.ts'
import { readLocales, speakTo } from '../locale.ts'
import type { GivenCall, OwnMessage } from '../platform.ts'
import type { Shutdown } from '../process/shutdown.ts'
import type { Clock } from './api.ts'
import { type FileAccess, findFiles } from './attachment.ts'
import { refusePost } from './errors.ts'
import { createHomeReply } from './home.ts'
import { findThread, renderOrigin, renderTeamId } from './location.ts'
import type { Received } from './receive.ts'
import { createReply } from './reply.ts'
import { createResponseUrl, type PressedHooks } from './response-url.ts'
import type { NoteThread } from './send.ts'
import { createTeam, renderMessageId, retract } from './team.ts'
import type { Pictures } from './uploads.ts'
import type { Workroom } from './workroom.ts'

export interface CallOptions {
  hooks: PressedHooks
  /** Told of a location that takes no reply, so that `send` does not try it again. */
  close(origin: GivenCall['origin']): void
  note: NoteThread
  pictures: Pictures
  clock: Clock
  apiUrl?: string | undefined
  timeout: number
  shutdown: Shutdown
  progressEvery: number
  log: Log
}

/** What must be known of it. */
type Asked = Pick<Received, 'id' | 'location' | 'user' | 'locale' | 'hook' | 'source' | 'home'> & {
  asked: Pick<Received['asked'], 'kind'>
  /** Of one that was kept. */
  origin?: GivenCall['origin']
}

export function createCall(
  answering: CallOptions,
  received: Asked,
  room: Workroom,
  command: Pick<Command, 'inPlace'> | undefined,
): GivenCall {
  const { hooks, clock, progressEvery, note, log } = answering
  const { id, location, user, locale, hook, source } = received
  const { origin = { ...renderOrigin(location, user.user), ...readLocales(locale) } } = received
  const reply =
    received.home === 'opened'
      ? createHomeReply(location, room, answering)
      : createReply({
          location,
          posting: room.posting,
          responseUrl: hook && createResponseUrl(hook, answering),
          source: command?.inPlace && (location.direct || source === 'ephemeral') ? source : undefined,
          clock,
          progressEvery,
          log,
          onShown: (posted, message) => note(location, posted, message),
          giveUp: () => answering.close(origin),
        })
  const team = createTeam(renderTeamId(location), async () => room, note)
  const lasting =
    source && source !== 'ephemeral'
      ? { channel: source.channel, message: renderMessageId(source) }
      : undefined
  if (lasting && hook) hooks.keep(lasting.message, hook)
  const at = source && source !== 'ephemeral' ? source : { channel: location.channel, ts: '' }
  const inThread = location.thread !== undefined || at.ts !== ''
  return {
    ...{ id, command: '', options: {}, user, origin, admin: false, reply },
    ...speakTo(origin),
    ...(inThread && { thread: findThread(location, at) }),
    retract: (own) => retract(async () => room, own).catch((error) => retractByHook(answering, own, error)),
    findAttachments: async (reference, most) => findFiles(reference, accessFiles(answering, room), most),
    ...(!location.direct && { team }),
    // A press in what looks like a direct message may be one between two people.
    ...(location.direct && received.asked.kind === 'talk' && { alone: true as const }),
    ...(lasting && { pressed: lasting }),
    kept: hook ? { hook } : {},
  }
}

export function accessFiles(
  { timeout, apiUrl }: Pick<CallOptions, 'timeout' | 'apiUrl'>,
  { token, ask, client }: Workroom,
): FileAccess {
  const findFile = async (file: string) =>
    (await ask('again', `files ${file}`, () => client.files.info({ file }))).file
  return { token, timeout, apiUrl, findFile }
}

/** Where the bot is not in the channel, a press on the message may still take it away. */
async function retractByHook(
  { hooks, ...options }: CallOptions,
  { message }: OwnMessage,
  refusal: unknown,
): Promise<void> {
  const hook = hooks.find(message)
  if (!hook) throw refusal
  const responseUrl = createResponseUrl(hook, options)
  await responseUrl.remove().catch((error) => {
    throw refusePost(error)
  })
}
