/** Answers a press with a form. Discord shows one only as the first response, so that it must come quickly. */
import { InteractionResponseType } from 'discord-api-types/v10'
import type { Ports } from '#core/index.ts'
import { inLanguage } from '../in-language.ts'
import { renderTooLongForForm } from '../messages/edit.ts'
import type { Dispatch, Form, GivenCall, Message, Reply, Spoken } from '../platform.ts'
import { findPress } from '../press.ts'
import { thinkPrivately } from './acknowledge.ts'
import type { Acknowledged, Api } from './api.ts'
import { refusePost } from './errors.ts'
import { mostValues, renderForm } from './form.ts'
import type { RenderOptions } from './render.ts'
import { sayAtOnce } from './say-at-once.ts'

/** After this long the press is acknowledged without a form. Milliseconds. */
const patience = 1_800

/**
 * Dispatches the call and shows the form it is answered with, or the message. A form that comes too late for
 * Discord becomes a button that asks for it again. Rejects with what Discord said when neither was taken.
 */
export async function openForm(
  call: Omit<GivenCall, 'reply'>,
  options: {
    interaction: Acknowledged
    api: Pick<Api, 'respond'>
    /** Answers what was acknowledged for the caller alone. */
    lateReply: Reply<Spoken>
    dispatch: Dispatch
    render: RenderOptions
    clock: Ports['clock']
  },
): Promise<void> {
  const { interaction, api, lateReply, dispatch, render, clock } = options
  const answered = new AbortController()
  let first: Promise<void> | undefined

  /** Gives the first response; false when the press has been acknowledged already, for a later answer. */
  async function answer(respond: () => Promise<void>): Promise<boolean> {
    answered.abort()
    if (first) {
      await first
      return false
    }
    first = respond()
    await first
    return true
  }

  const timer = clock.sleep(patience, answered.signal).then(
    () => {
      first ??= api.respond(interaction, thinkPrivately)
      return first
    },
    () => undefined,
  )
  timer.catch(() => undefined)

  const reply: Reply<Spoken> = {
    progress: () => undefined,
    async finish(message) {
      const shown = await answer(() => sayAtOnce(interaction, message, { api, render })).catch((error) => {
        throw refusePost(error)
      })
      if (!shown) await lateReply.finish(message)
    },
  }

  const speak = (message: Message) => inLanguage(call.words, message, 'discord')
  const form = await dispatch({ ...call, reply })
  if (!form) return
  const data = renderForm(form)
  if (!data) return await reply.finish(speak(renderTooLongForForm(call.words, mostValues)))
  const shown = await answer(() => api.respond(interaction, { type: InteractionResponseType.Modal, data }))
  if (!shown) await lateReply.finish(speak(renderAskAgain(call, form)))
}

function renderAskAgain(asked: Parameters<typeof findPress>[0], { title, again }: Form): Message {
  const button = { ...(again ?? findPress(asked)), label: title, style: 'primary' as const }
  return { private: true, blocks: [{ kind: 'buttons', buttons: [button] }] }
}
