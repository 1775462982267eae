/** Turns what was received into calls, and into forms where something is still to be said. */
import { CoreError } from '#core/errors.ts'
import { type Log, logFailure, type Seals } from '#core/index.ts'
import { nameAttachments } from '../attached.ts'
import type { Command } from '../command.ts'
import { readLocales, speakTo } from '../locale.ts'
import { renderFault, renderRefusal } from '../messages/refusal.ts'
import { listImageOptions } from '../option.ts'
import type { Call, Dispatch, Message, OptionValue, OwnMessage, Platform } from '../platform.ts'
import type { Precedence } from '../precedence.ts'
import type { Shutdown } from '../process/shutdown.ts'
import type { Suggest } from '../suggest.ts'
import { traceFault } from '../trace-fault.ts'
import { isAdminOf } from './admin.ts'
import type { Clock } from './api.ts'
import { attachFiles, type FileAccess, findFiles, type SlackFile } from './attachment.ts'
import { refusePost } from './errors.ts'
import { createHomeReply, visitAgain } from './home.ts'
import { findThread, renderOrigin, renderTeamId } from './location.ts'
import type { Meet } from './members.ts'
import { readNamed } from './named.ts'
import { createOpenForm, type OpenForm } from './open-form.ts'
import { type FindPicture, findAbout, type Plan, planCall } from './plan.ts'
import { believe, type Received } from './receive.ts'
import type { Refused } from './refused.ts'
import { needsAdmin } from './register.ts'
import { createReply } from './reply.ts'
import { createPressedHooks, createResponseUrl, type PressedHooks } from './response-url.ts'
import type { NoteThread } from './send.ts'
import { createTeam, renderMessageId, retract } from './team.ts'
import type { Pictures } from './uploads.ts'
import type { OpenWorkspace, Workroom } from './workroom.ts'

export interface AnswerOptions extends FindPicture {
  commands: readonly Command[]
  dispatch: Dispatch
  precedence?: Pick<Precedence, 'passed'> | undefined
  send: Platform['send']
  /** Told of a location that takes no reply, so that `send` does not try it again. */
  close(origin: Call['origin']): void
  open: OpenWorkspace
  note: NoteThread
  seals: Seals
  /** Tells whoever asked where the bot is not (any more). */
  refused: Pick<Refused, 'tell'>
  meet: Meet
  suggest?: Suggest | undefined
  pictures: Pictures
  clock: Clock
  apiUrl?: string | undefined
  publicUrl: string
  timeout: number
  shutdown: Shutdown
  progressEvery: number
  log: Log
}

interface Answering extends AnswerOptions {
  forms: OpenForm
  hooks: PressedHooks
}

/** Handles one event to its end; never rejects. */
export function createAnswerer(options: AnswerOptions): (received: Received) => Promise<void> {
  const forms = createOpenForm({ ...options, tell: (call, message) => tell(options, call, message) })
  const answering: Answering = { ...options, forms, hooks: createPressedHooks() }

  return async (received) => {
    await take(answering, received)
    if (received.home === 'pressed') await take(answering, visitAgain(received))
  }
}

async function take(answering: Answering, given: Received): Promise<void> {
  const { commands, open, seals, meet, refused, log } = answering
  let call: Call | undefined
  try {
    const room = await open(given.location)
    const received = { ...(await believe(seals, given)), ...(await meet(given.seen, room)) }
    const { asked } = received
    const command = asked.kind === 'call' ? findCommand(commands, asked.command) : undefined
    call = createCall(answering, received, room, command)
    await handle(answering, received, room, call)
  } catch (error) {
    log.error({ call: given.id, fault: traceFault(error) }, 'An event from Slack could not be handled')
    if (call) await tell(answering, call, renderFault(call.words, call.id))
    else refused.tell(error, given.hook?.url)
  }
}

async function handle(answering: Answering, received: Received, room: Workroom, call: Call): Promise<void> {
  const { commands, log } = answering
  let next: Plan
  try {
    next = planCall(received.asked, commands, await findAbout(answering, received.asked, call))
  } catch (error) {
    if (!(error instanceof CoreError)) throw error
    log.info({ call: call.id, platform: 'slack', outcome: error.code }, 'A call was not understood')
    return await tell(answering, call, renderRefusal(call.words, error))
  }
  await carryOut(answering, received, room, call, next)
}

async function carryOut(
  answering: Answering,
  received: Received,
  room: Workroom,
  call: Call,
  next: Plan,
): Promise<void> {
  const { commands, dispatch, forms, precedence } = answering
  if (next.kind === 'form') return await forms.ask(next, { received, room, call })
  const { command, seal } = next
  const found = findCommand(commands, command)
  const admin = await isAdmin(answering, found, received, room)
  const meet = async (person: string) => (await answering.meet({ ...nobodyYet(received), person }, room)).user
  const named = found ? await readNamed(found, next.options, meet) : next.options
  const given = { ...attach(answering, found, next.files, room), ...named }
  const asked = { command, options: given, ...(seal !== undefined && { seal }) }
  // What opens a form is answered at once: Slack takes it for three seconds.
  if (!found?.opensForm) await precedence?.passed()
  const form = await dispatch({ ...call, ...asked, admin })
  if (form) await forms.show(form, { received, room, call })
}

/** What is known of somebody who is only named: where that was. */
const nobodyYet = ({ seen: { team, enterprise } }: Received) => ({ team, ...(enterprise && { enterprise }) })

function createCall(
  answering: Answering,
  received: Received,
  room: Workroom,
  command: Command | undefined,
): Call {
  const { hooks, clock, progressEvery, note, log } = answering
  const { id, location, user, locale, hook, source } = received
  const origin = { ...renderOrigin(location, user.user), ...readLocales(locale) }
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
  }
}

function accessFiles({ timeout, apiUrl }: AnswerOptions, { token, ask, client }: Workroom): FileAccess {
  const findFile = async (file: string) =>
    (await ask('again', `files ${file}`, () => client.files.info({ file }))).file
  return { token, timeout, apiUrl, findFile }
}

/** What came along is for the command's image options, in their order. */
function attach(
  options: AnswerOptions,
  command: Command | undefined,
  files: readonly SlackFile[],
  room: Workroom,
): Record<string, OptionValue> {
  const defined = command?.options ?? []
  const most = listImageOptions(defined).length
  return nameAttachments(defined, attachFiles(files, accessFiles(options, room), most))
}

async function isAdmin(
  { log }: AnswerOptions,
  command: Command | undefined,
  { location }: Received,
  room: Workroom,
): Promise<boolean> {
  if (!command || !needsAdmin(command)) return false
  try {
    const { user } = await room.ask('again', `users ${location.team}`, () =>
      room.client.users.info({ user: location.person }),
    )
    return isAdminOf(user, location)
  } catch (error) {
    logFailure(log, error, {}, 'Slack does not say who is an admin')
    return false
  }
}

/** Where the bot is not in the channel, a press on the message may still take it away. */
async function retractByHook(
  { hooks, ...options }: Answering,
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

async function tell({ send, log }: AnswerOptions, call: Call, message: Message): Promise<void> {
  await call.reply
    .finish(message)
    .catch(() => send(call.origin, call.user, message))
    .catch((error) => logFailure(log, error, { call: call.id }, 'A person could not be told'))
}

const findCommand = (commands: readonly Command[], name: string) =>
  commands.find((each) => each.name === name)
