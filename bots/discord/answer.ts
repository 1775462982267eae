/** Answers calls: acknowledge, read, dispatch. */
import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10'
import { type Log, logFailure, type Ports } from '#core/index.ts'
import type { Admitted } from '../admit.ts'
import { limitAttachments } from '../attached.ts'
import type { Command } from '../command.ts'
import type { Language } from '../locale.ts'
import { createOnce, doubleClick, eventLife, type Once } from '../once.ts'
import type { Call, Dispatch, OwnMessage } from '../platform.ts'
import type { Precedence } from '../precedence.ts'
import { traceFault } from '../trace-fault.ts'
import { type Acknowledgement, chooseAcknowledgement, leaveAsItIs } from './acknowledge.ts'
import type { Api } from './api.ts'
import { createAttachment } from './attachment.ts'
import { readTrouble } from './errors.ts'
import type { KeptAttachments } from './kept-attachments.ts'
import { openForm } from './open-form.ts'
import { type CallInteraction, findShownIn, listPictures, readCall, readOrigin } from './receive.ts'
import type { RenderOptions } from './render.ts'
import { createReply } from './reply.ts'
import { createTeam, retract } from './team.ts'
import { usualFileSize } from './uploads.ts'

export interface AnswerOptions {
  api: Api
  dispatch: Dispatch
  commands: readonly Command[]
  render: Omit<RenderOptions, 'fileSize'>
  progressEvery: number
  apiUrl?: string
  kept: KeptAttachments
  precedence: Precedence
  /** Told of each call that was acknowledged in time, so many milliseconds after it came. */
  onAcknowledged?(took: number): void
  clock: Ports['clock']
  log: Log
}

/** An interaction's token lives 15 minutes; this leaves time for the last call. Milliseconds. */
const tokenLife = 14.5 * 60_000

export interface Answerer {
  /** Resolves when the call has been dispatched, or given up. Never rejects. One that was delivered before is left alone. */
  answer(interaction: CallInteraction, admitted: Admitted): Promise<void>
  /** Whether this process has answered that interaction itself. */
  hasAnswered(interaction: string): boolean
  /** Whether nothing may be said any more where that interaction was, but to the person alone. */
  isClosed(interaction: string): boolean
}

interface Answering extends AnswerOptions {
  /** Interactions and presses that were taken. */
  once: Once
  /** Interactions whose words the place does not let be seen. */
  closed: Once
  admitted: Admitted
}

export function createAnswerer(options: AnswerOptions): Answerer {
  const { clock, log } = options
  const once = createOnce(clock)
  const closed = createOnce(clock)

  return {
    answer(interaction, admitted) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const end = () => {
        admitted.leave()
        resolve()
      }
      if (!once.claim(interaction.id, eventLife)) end()
      else
        handleOnce({ ...options, once, closed, admitted }, interaction, resolve)
          .catch((error) => {
            logFailure(log, error, { interaction: interaction.id }, 'A call could not be answered')
          })
          .finally(end)
      return promise
    },
    hasAnswered: once.has,
    isClosed: closed.has,
  }
}

/** One that a person presses twice in a row is answered once. */
async function handleOnce(
  answering: Answering,
  interaction: CallInteraction,
  handedOn: () => void,
): Promise<void> {
  const { apiUrl, commands, once } = answering
  const asked = readCall(interaction, { apiUrl, commands })
  const opensForm = commands.some(({ name, opensForm }) => name === asked.command && opensForm)
  if (interaction.type !== InteractionType.MessageComponent || opensForm) {
    return await handle(answering, interaction, asked, handedOn)
  }
  const press = `${asked.user.user} ${interaction.message.id} ${interaction.data.custom_id}`
  if (once.claim(press, doubleClick)) await handle(answering, interaction, asked, handedOn)
  else await acknowledge(answering, interaction, { response: leaveAsItIs })
}

async function handle(
  answering: Answering,
  interaction: CallInteraction,
  asked: ReturnType<typeof readCall>,
  handedOn: () => void,
) {
  const { api, dispatch, commands, precedence, clock, log } = answering
  const command = commands.find(({ name }) => name === asked.command)
  if (command?.opensForm) {
    const { place, reply: lateReply, render } = prepare(answering, interaction, 'caller', asked)
    const parts = { interaction, api, lateReply, dispatch, render, clock }
    const opened = openForm({ ...asked, ...place }, parts)
    handedOn()
    return await opened
  }
  const acknowledgement = chooseAcknowledgement(interaction, command, asked.options)
  if (!(await acknowledge(answering, interaction, acknowledgement))) return
  const { place, reply } = prepare(answering, interaction, acknowledgement.audience, asked)
  await precedence.passed()
  const answer = dispatch({ ...asked, ...place, reply })
  handedOn()
  if (await answer) log.error({ call: asked.id }, 'A form came from a command that opens none')
}

/** False when it was not taken: then nobody is waiting, and nothing may be done or charged. */
async function acknowledge(
  answering: Answering,
  interaction: CallInteraction,
  { response }: Pick<Acknowledgement, 'response'>,
) {
  const { api, precedence, onAcknowledged, clock, log } = answering
  const came = clock.now()
  try {
    await precedence.first(() => api.respond(interaction, response))
    onAcknowledged?.(clock.now() - came)
    return true
  } catch (error) {
    const trouble = readTrouble(error)
    const fields = { interaction: interaction.id, trouble, fault: traceFault(error) }
    if (trouble === 'answered') log.info(fields, 'Another process has answered a call')
    else log.warn(fields, 'A call could not be acknowledged, so it was not begun')
    return false
  }
}

function prepare(
  answering: Answering,
  interaction: CallInteraction,
  audience: Acknowledgement['audience'],
  language: Language,
) {
  const { api, closed, admitted, clock } = answering
  const expiresAt = clock.now() + tokenLife
  const render = { ...answering.render, fileSize: interaction.attachment_size_limit ?? usualFileSize }
  const place = interaction.channel?.id ?? ''
  const reply = createReply({
    ...answering,
    call: interaction.id,
    webhook: api.webhook(interaction),
    audience,
    expiresAt,
    retract: (message) => retract(api, { channel: place, message }),
    giveUp: () => void closed.claim(interaction.id, eventLife),
    render,
    language,
  })
  const { guild_id } = interaction
  const team = guild_id === undefined ? {} : { team: createTeam(guild_id, api, answering.render) }
  const origin = readOrigin(interaction, { audience, expiresAt })
  const findShown = () => findShownIn(interaction, answering.apiUrl)
  const own = {
    ...keepAlong(answering, interaction),
    findShown,
    retract: (message: OwnMessage) => retract(api, message),
  }
  return { place: { origin, kept: {}, ...team, ...own }, reply: admitted.attend(reply), render }
}

/** What came along is kept by its event, so that a second delivery keeps it no second time. */
function keepAlong(
  { kept, apiUrl }: Answering,
  interaction: CallInteraction,
): Pick<Call, 'findAttachments' | 'keepAttachments'> {
  const { id, data } = interaction
  const isChosen = 'target_id' in data && data.type === ApplicationCommandType.Message
  return {
    async findAttachments(reference, most) {
      const found = (await kept.find(reference)).map((each) => createAttachment(each, apiUrl))
      return limitAttachments(found, most)
    },
    ...(isChosen && {
      async keepAttachments(account) {
        await kept.keep(id, account, listPictures(data))
        return id
      },
    }),
  }
}
