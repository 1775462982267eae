/** Turns what was received into calls, and into forms where something is still to be said. */
import { CoreError } from '#core/errors.ts'
import { type Log, logFailure, type Seals } from '#core/index.ts'
import type { Command } from '../command.ts'
import { renderFault, renderRefusal } from '../messages/refusal.ts'
import type { Call, Dispatch, Message, OptionValue, Platform, Team } from '../platform.ts'
import type { Shutdown } from '../process/shutdown.ts'
import type { Suggest } from '../suggest.ts'
import { traceFault } from '../trace-fault.ts'
import { isAdminOf } from './admin.ts'
import type { Clock } from './api.ts'
import { attachFiles, type FileAccess, findFiles, type SlackFile } from './attachment.ts'
import { refusePost } from './errors.ts'
import { createHomeReply, visitAgain } from './home.ts'
import type { Meet } from './members.ts'
import { createOpenForm } from './open-form.ts'
import { renderOrigin, renderTeamId } from './place.ts'
import { type Plan, planCall } from './plan.ts'
import { believe, type Received } from './receive.ts'
import type { Refused } from './refused.ts'
import { needsAdmin } from './register.ts'
import { createReply } from './reply.ts'
import { createPressedHooks, createResponseUrl } from './response-url.ts'
import { createTeam, readChannel, renderMessageId } from './team.ts'
import type { Pictures } from './uploads.ts'
import type { OpenWorkspace, Workroom } from './workroom.ts'

export interface AnswerOptions {
  commands: readonly Command[]
  dispatch: Dispatch
  send: Platform['send']
  /** Told of a place that takes no reply, so that `send` does not try it again. */
  close(origin: Call['origin']): void
  open: OpenWorkspace
  seals: Seals
  /** Tells whoever asked where the bot is not (any more). */
  refused: Pick<Refused, 'tell'>
  meet: Meet
  suggest?: Suggest | undefined
  pictures: Pictures
  clock: Clock
  apiUrl?: string | undefined
  timeout: number
  shutdown: Shutdown
  progressEvery: number
  log: Log
}

/** Handles one event to its end; never rejects. */
export function createAnswerer(options: AnswerOptions): (received: Received) => Promise<void> {
  const { commands, dispatch, send, open, meet, clock, apiUrl, timeout, progressEvery, log } = options
  const { shutdown, refused, seals } = options
  const forms = createOpenForm({ ...options, tell })
  const hooks = createPressedHooks()
  const find = (name: string) => commands.find((each) => each.name === name)

  /** What came along is for the command's first image option. */
  function attach(name: string, files: readonly SlackFile[], room: Workroom): Record<string, OptionValue> {
    const option = find(name)?.options.find(({ type }) => type === 'image')
    if (!option) return {}
    const attachment = attachFiles(files, accessFiles(room))
    return attachment ? { [option.name]: attachment } : {}
  }

  function accessFiles({ token, ask, client }: Workroom): FileAccess {
    const findFile = async (file: string) =>
      (await ask('again', `files ${file}`, () => client.files.info({ file }))).file
    return { token, timeout, apiUrl, findFile }
  }

  async function isAdmin(
    command: Command | undefined,
    { place }: Received,
    room: Workroom,
  ): Promise<boolean> {
    if (!command || !needsAdmin(command)) return false
    try {
      const { user } = await room.ask('again', `users ${place.team}`, () =>
        room.client.users.info({ user: place.person }),
      )
      return isAdminOf(user, place)
    } catch (error) {
      logFailure(log, error, {}, 'Slack does not say who is an admin')
      return false
    }
  }

  function createCall(received: Received, room: Workroom, command: Command | undefined): Call {
    const { id, place, user, hook, source } = received
    const origin = renderOrigin(place, user.user)
    const reply =
      received.home === 'opened'
        ? createHomeReply(place, room, options)
        : createReply({
            place,
            posting: room.posting,
            responseUrl: hook && createResponseUrl(hook, { clock, apiUrl, timeout, shutdown }),
            source: command?.inPlace && (place.direct || source === 'ephemeral') ? source : undefined,
            clock,
            progressEvery,
            log,
            giveUp: () => options.close(origin),
          })
    const team = createTeam(renderTeamId(place), async () => room)
    const lasting =
      source && source !== 'ephemeral'
        ? { channel: source.channel, message: renderMessageId(source) }
        : undefined
    if (lasting && hook) hooks.keep(lasting.message, hook)
    const retract: Team['retract'] = (channel, message) =>
      team.retract(channel, message).catch((error) => removeByHook(message, error))
    return {
      ...{ id, command: '', options: {}, user, origin, admin: false, reply },
      remove: retract,
      findAttachment: (reference) => findFiles(reference, accessFiles(room)),
      ...(!place.direct && { team: { ...team, retract } }),
      ...(lasting && { pressed: lasting }),
    }
  }

  /** Where the bot is not in the channel, a press on the message may still take it away. */
  async function removeByHook(message: string, refusal: unknown): Promise<void> {
    const hook = hooks.find(message)
    if (!hook) throw refusal
    const responseUrl = createResponseUrl(hook, { clock, apiUrl, timeout, shutdown })
    await responseUrl.remove().catch((error) => {
      throw refusePost(error)
    })
  }

  async function tell(call: Call, message: Message): Promise<void> {
    await call.reply
      .finish(message)
      .catch(() => send(call.origin, call.user, message))
      .catch((error) => logFailure(log, error, { call: call.id }, 'A person could not be told'))
  }

  async function carryOut(received: Received, room: Workroom, call: Call, next: Plan): Promise<void> {
    if (next.kind === 'form') return await forms.ask(next, { received, room, call })
    const { command, seal } = next
    const admin = await isAdmin(find(command), received, room)
    const given = { ...attach(command, next.files, room), ...readChannels(find(command), next.options) }
    const asked = { command, options: given, ...(seal !== undefined && { seal }) }
    const form = await dispatch({ ...call, ...asked, admin })
    if (form) await forms.show(form, { received, room, call })
  }

  async function handle(received: Received, room: Workroom, call: Call): Promise<void> {
    let next: Plan
    try {
      next = planCall(received.asked, commands)
    } catch (error) {
      if (!(error instanceof CoreError)) throw error
      log.info({ call: call.id, platform: 'slack', outcome: error.code }, 'A call was not understood')
      return await tell(call, renderRefusal(error))
    }
    await carryOut(received, room, call, next)
  }

  async function take(given: Received): Promise<void> {
    let call: Call | undefined
    try {
      const room = await open(given.place)
      const received = { ...(await believe(seals, given)), user: await meet(given.seen, room) }
      const { asked } = received
      call = createCall(received, room, asked.kind === 'call' ? find(asked.command) : undefined)
      await handle(received, room, call)
    } catch (error) {
      log.error({ call: given.id, fault: traceFault(error) }, 'An event from Slack could not be handled')
      if (call) await tell(call, renderFault(call.id))
      else refused.tell(error, given.hook?.url)
    }
  }

  return async (received) => {
    await take(received)
    if (received.home === 'pressed') await take(visitAgain(received))
  }
}

/** Channels by their ids, where Slack has put them in place of their names. */
function readChannels(
  command: Command | undefined,
  options: Record<string, OptionValue>,
): Record<string, OptionValue> {
  const channels = command?.options.filter(({ type }) => type === 'channel').map(({ name }) => name) ?? []
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) =>
      channels.includes(name) && typeof value === 'string' ? [name, readChannel(value)] : [name, value],
    ),
  )
}
