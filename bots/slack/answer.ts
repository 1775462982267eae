/** Turns what was received into calls, and into forms where something is still to be said. */
import { CoreError } from '#core/errors.ts'
import { logFailure, type Seals } from '#core/index.ts'
import type { Admitted } from '../admit.ts'
import { nameAttachments } from '../attached.ts'
import type { Command } from '../command.ts'
import type { Greet } from '../greet.ts'
import { inLanguage } from '../in-language.ts'
import { renderFault, renderRefusal } from '../messages/refusal.ts'
import { listImageOptions } from '../option.ts'
import type { Dispatch, GivenCall, Message, OptionValue, Platform } from '../platform.ts'
import type { Precedence } from '../precedence.ts'
import type { Suggest } from '../suggest.ts'
import { traceFault } from '../trace-fault.ts'
import { isAdminOf } from './admin.ts'
import { attachFiles, type SlackFile } from './attachment.ts'
import { accessFiles, type CallOptions, createCall } from './call.ts'
import { visitAgain } from './home.ts'
import type { Meet } from './members.ts'
import { readNamed } from './named.ts'
import { createOpenForm, type OpenForm } from './open-form.ts'
import { type FindPicture, findAbout, type Plan, planCall } from './plan.ts'
import { believe, type Received } from './receive.ts'
import type { Refused } from './refused.ts'
import { needsAdmin } from './register.ts'
import { welcome } from './welcome.ts'
import type { OpenWorkspace, Workroom } from './workroom.ts'

export interface AnswerOptions extends FindPicture, CallOptions {
  commands: readonly Command[]
  dispatch: Dispatch
  precedence?: Pick<Precedence, 'passed'> | undefined
  send: Platform['send']
  open: OpenWorkspace
  seals: Seals
  /** Tells whoever asked where the bot is not (any more). */
  refused: Pick<Refused, 'tell'>
  meet: Meet
  suggest?: Suggest | undefined
  /** Says hello where the bot is new. */
  greet?: Greet | undefined
  publicUrl: string
}

interface Answering extends AnswerOptions {
  forms: OpenForm
}

/** Handles one event to its end; never rejects. */
export function createAnswerer(
  options: AnswerOptions,
): (received: Received, admitted: Admitted) => Promise<void> {
  const forms = createOpenForm({ ...options, tell: (call, message) => tell(options, call, message) })
  const answering: Answering = { ...options, forms }

  return async (received, admitted) => {
    await take(answering, received, admitted)
    if (received.home === 'pressed') await take(answering, visitAgain(received), admitted)
    admitted.leave()
  }
}

async function take(answering: Answering, given: Received, admitted: Admitted): Promise<void> {
  const { commands, open, seals, meet, refused, greet, log } = answering
  let call: GivenCall | undefined
  try {
    const room = await open(given.location)
    const received = { ...(await believe(seals, given)), ...(await meet(given.seen, room)) }
    if (greet) void welcome(received, greet)
    const { asked } = received
    const command = asked.kind === 'call' ? findCommand(commands, asked.command) : undefined
    const created = createCall(answering, received, room, command)
    call = { ...created, reply: admitted.attend(created.reply) }
    await handle(answering, received, room, call)
  } catch (error) {
    log.error({ call: given.id, fault: traceFault(error) }, 'An event from Slack could not be handled')
    if (call) await tell(answering, call, renderFault(call.words, call.id))
    else refused.tell(error, { person: given.location.person, url: given.hook?.url })
  }
}

async function handle(
  answering: Answering,
  received: Received,
  room: Workroom,
  call: GivenCall,
): Promise<void> {
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
  call: GivenCall,
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

async function tell({ send, log }: AnswerOptions, call: GivenCall, message: Message): Promise<void> {
  const spoken = inLanguage(call.words, message, 'slack')
  await call.reply
    .finish(spoken)
    .catch(() => send(call.origin, call.user, spoken))
    .catch((error) => logFailure(log, error, { call: call.id }, 'A person could not be told'))
}

const findCommand = (commands: readonly Command[], name: string) =>
  commands.find((each) => each.name === name)
