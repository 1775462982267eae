/** Turns a typed line into a call. */
import { CoreError } from '#core/errors.ts'
import { type ChatUser, speak } from '#core/index.ts'
import type { Command } from '../command.ts'
import { speakTo } from '../locale.ts'
import { renderRefusal } from '../messages/refusal.ts'
import { renderTypedForm } from '../messages/terminal.ts'
import type { Call, Dispatch, Reply } from '../platform.ts'
import { type ParsedLine, parseLine } from '../typed/parse-line.ts'
import { attachFiles } from './attachment.ts'
import { renderLine } from './press.ts'

export interface Answering {
  commands: readonly Command[]
  dispatch: Dispatch
  user: ChatUser
  /** The language of the system. */
  locale?: string | undefined
}

/** Handles one line to its end; never rejects. */
export async function answerLine(
  line: string,
  id: string,
  reply: Reply,
  answering: Answering,
): Promise<void> {
  const { commands } = answering
  let parsed: ParsedLine
  try {
    parsed = await attachFiles(parseLine(line, commands, { tolerant: false }), commands)
  } catch (error) {
    if (!(error instanceof CoreError)) throw error
    // When even the refusal cannot be printed, there is no terminal left to tell.
    return await reply.finish(renderRefusal(speak(answering.locale), error)).catch(() => undefined)
  }
  await answerCall(parsed, id, reply, answering)
}

/** Hands a call to dispatch, which answers it. */
export async function answerCall(
  asked: Pick<Call, 'command' | 'options'>,
  id: string,
  reply: Reply,
  { commands, dispatch, user, locale }: Answering,
): Promise<void> {
  const origin = { platform: 'terminal' as const, ...(locale !== undefined && { locale }), address: {} }
  const form = await dispatch({
    ...asked,
    ...speakTo(origin),
    id,
    user,
    origin,
    admin: true,
    alone: true,
    reply,
    retract,
  })
  if (!form) return
  const main = commands.find(({ name }) => name === form.command)?.options[0]?.name
  await reply.finish(renderTypedForm(speak(locale), form, renderLine(form, main))).catch(() => undefined)
}

/** What was printed stays. */
const retract = () => Promise.reject(new CoreError('cannot-post', {}))
