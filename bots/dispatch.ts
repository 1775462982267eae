/** Handles a call: finds its command, runs it, and turns any error into one reply. */
import { CoreError, hasCode } from '#core/errors.ts'
import { type Blocked, type Core, type Log, logFailure, type Retract } from '#core/index.ts'
import type { Command } from './command.ts'
import { askToConnect } from './connect.ts'
import { findWords } from './find-audience.ts'
import { findMeantCommand } from './find-command.ts'
import { inLanguage } from './in-language.ts'
import { renderCapReached } from './messages/cap-reached.ts'
import { renderFault, renderRefusal } from './messages/refusal.ts'
import { renderShortfall } from './messages/topup.ts'
import { isSealedOfOld } from './old-press.ts'
import type {
  Call,
  Dispatch,
  Form,
  GivenCall,
  Message,
  OwnMessage,
  Platform,
  Reply,
  Spoken,
} from './platform.ts'
import { findPress, isSealed } from './press.ts'
import { type Heard, speakAsChosen } from './speak-as-chosen.ts'
import { traceFault } from './trace-fault.ts'

type Shown = 'reply' | 'message' | 'history'

interface DispatchOptions {
  commands: readonly Command[]
  core: Core
  log: Log
  /** Milliseconds since 1970. */
  now: () => number
  send?: Platform['send']
  retract?: Retract
}

/**
 * The one door for all platforms. A message that the reply will not take is tried by `send`, as a message of
 * the bot's own, if that is given. A picture that was shown, or never can be, is marked as delivered; one that was
 * given up because the process is to end is left for the next to show.
 * `retract` takes posts away that are out of the call's own reach.
 */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { commands, core, log, now } = options
  const { retract = () => Promise.reject(new CoreError('not-connected', {})) } = options

  return async (asked): Promise<Form | undefined> => {
    const began = now()
    let answer: Message | Form
    let outcome = 'done'
    const heard = await speakAsChosen(options, asked)
    const call = speakAloud(heard.call)
    const watched = watchAccount(options, heard)
    try {
      const command = requireCommand(commands, call.command)
      if (call.seal !== undefined && !(await isOurs(core, call))) throw new CoreError('press-refused', {})
      await requireAllowed(options, heard, { user: call.user, accounts: [] })
      answer = await command.run({ ...call, retract: (own) => reach(call, own, retract) }, watched.core)
    } catch (error) {
      outcome = error instanceof CoreError ? error.code : 'fault'
      answer = await refuse(options, call, error)
    }
    const { platform } = call.origin
    const { name: command = 'unknown' } = findCommand(commands, call.command) ?? {}
    const tell = (about: Message['about']) => {
      outcome = about?.failure ?? outcome
      core.metrics?.answered({ command, platform, outcome })
      const who = { account: watched.account(), generation: about?.generation }
      log.info(
        { call: call.id, command, platform, ...who, outcome, ms: now() - began },
        'A call was answered',
      )
    }
    if ('fields' in answer) {
      tell(undefined)
      return answer
    }
    await conclude(options, call, answer)
    tell(answer.about)
    return undefined
  }
}

/** Also progress comes in its language. */
function speakAloud(heard: GivenCall): Call {
  const { progress, finish } = heard.reply
  const reply: Reply = {
    progress: (message) => progress(put(heard, message)),
    finish: (message) => finish(put(heard, message)),
  }
  return { ...heard, reply }
}

const put = (call: Omit<Call, 'reply'>, message: Message): Spoken =>
  inLanguage(findWords(call, message.private), message, call.origin.platform)

/** By the call itself in its own team, since a press may open a way there; else as any post is taken away. */
async function reach(call: Call, own: OwnMessage, retract: Retract): Promise<void> {
  const { team, origin } = call
  const isElsewhere = 'team' in own && (own.team !== team?.id || own.platform !== origin.platform)
  await (isElsewhere ? retract(own) : call.retract(own))
}

async function conclude(options: DispatchOptions, call: Call, message: Message): Promise<void> {
  const { core, log } = options
  const shown = await show(options, call, message)
  if (message.delivers === undefined || shown === undefined) return
  try {
    await core.images.markDelivered(message.delivers, shown)
  } catch (error) {
    logFailure(log, error, { call: call.id }, 'A delivery could not be recorded')
  }
}

async function show(
  { send, log }: DispatchOptions,
  call: Call,
  message: Message,
): Promise<Shown | undefined> {
  try {
    await call.reply.finish(message)
    return 'reply'
  } catch (error) {
    logFailure(log, error, { call: call.id }, 'A reply was not taken')
    if (hasCode(error, 'stopping')) return undefined
  }
  try {
    if (!send) return 'history'
    await send(call.origin, call.user, put(call, message))
    return 'message'
  } catch (error) {
    logFailure(log, error, { call: call.id }, 'A person could not be told')
    return hasCode(error, 'stopping') ? undefined : 'history'
  }
}

async function refuse(options: DispatchOptions, call: Call, error: unknown): Promise<Message> {
  const { commands, core } = options
  const command = findCommand(commands, call.command)
  // The terminal's own commands lead to an account.
  if (!command || !hasCode(error, 'not-linked') || !call.kept || call.wasHeld) {
    return explain(options, call, error)
  }
  return await askToConnect(call, command, core).catch((trouble: unknown) => explain(options, call, trouble))
}

function explain({ commands, core, log }: DispatchOptions, call: Call, error: unknown): Message {
  if (hasCode(error, 'insufficient-credits'))
    return renderShortfall(call.words, error, core, call.origin.platform)
  if (hasCode(error, 'cap-reached')) return renderCapReached(call.words, error)
  if (!(error instanceof CoreError)) {
    log.error({ call: call.id, fault: traceFault(error) }, 'A command failed unexpectedly')
    return renderFault(call.words, call.id)
  }
  if (error.cause !== undefined) logFailure(log, error, { call: call.id }, 'A call was refused')
  return renderRefusal(call.words, error, findCommand(commands, call.command))
}

/** Throws `blocked-here` for whoever the team does not want to use the bot there. */
async function requireAllowed(
  { core, commands }: DispatchOptions,
  { call: { team, origin, command }, team: id }: Heard,
  who: Blocked,
): Promise<void> {
  if (!team || findCommand(commands, command)?.toAll) return
  const place = { platform: origin.platform, id: team.id }
  if (await core.teams.isBlocked(id ?? (await core.teams.findId(place)), who, [place]))
    throw new CoreError('blocked-here', {})
}

/** From now on they are among its people, to whom is shown what is shown there. */
async function noteMember(core: Core, { call, team: id }: Heard, account: string): Promise<void> {
  const { team, user } = call
  if (!team) return
  const place = { platform: user.platform, id: team.id }
  await core.teams.seeMember(id ?? (await core.teams.findId(place)), { account, name: user.name }, place)
}

/** The core for one call; every command finds whose it is by `requireAccount`, and the log is to say it. */
function watchAccount(options: DispatchOptions, heard: Heard): { core: Core; account(): string | undefined } {
  const { core } = options
  let { account: read } = heard
  let found: string | undefined
  let isNoted = false
  const accounts: Core['accounts'] = {
    ...core.accounts,
    async requireAccount(user) {
      // Theirs a moment ago; who asks again later may be tied to another by then.
      const known = user === heard.call.user ? read : undefined
      const account = known ?? (await core.accounts.requireAccount(user))
      read = undefined
      found = account.id
      await requireAllowed(options, heard, { accounts: [account.id] })
      // Once a call, before anything is shown; whoever may be blocked is not noted.
      if (!isNoted && !findCommand(options.commands, heard.call.command)?.toAll) {
        await noteMember(core, heard, account.id)
        isNoted = true
      }
      return account
    },
  }
  return { core: { ...core, accounts }, account: () => found }
}

/** Whether the program has said this itself, to whoever presses. */
async function isOurs(core: Core, call: Call): Promise<boolean> {
  const press = findPress(call)
  return (await isSealed(core.seals, call.user, press)) || (await isSealedOfOld(core, call.user, press))
}

const findCommand = (commands: readonly Command[], name: string) =>
  commands.find((each) => each.name === name)

/** Throws `unknown-command` with the listed one that may have been meant. */
function requireCommand(commands: readonly Command[], name: string): Command {
  const command = findCommand(commands, name)
  if (command) return command
  const suggestion = findMeantCommand(commands, name)
  throw new CoreError('unknown-command', { command: name, ...(suggestion !== undefined && { suggestion }) })
}
