/** Opens forms: those a command answers with, and those that ask for a command's options. */
import type { types } from '@slack/bolt'
import { joinTexts, type Log, logFailure, type Seals, type Text } from '#core/index.ts'
import type { Form, GivenCall, Message } from '../platform.ts'
import type { Suggest } from '../suggest.ts'
import type { Clock } from './api.ts'
import { SlackFault } from './errors.ts'
import { renderInputs, renderView } from './form.ts'
import { renderOptionForm } from './option-form.ts'
import type { Plan } from './plan.ts'
import { carry } from './press.ts'
import type { Received } from './receive.ts'
import { createSuggester } from './suggest.ts'
import type { Workroom } from './workroom.ts'

/** What a form is opened in answer to. */
interface Occasion {
  received: Received
  room: Workroom
  call: GivenCall
}

export interface OpenForm {
  /** A form that a command has answered with. Where it cannot be opened, words say so. */
  show(form: Form, occasion: Occasion): Promise<void>
  /** The options of a command. */
  ask(plan: Extract<Plan, { kind: 'form' }>, occasion: Occasion): Promise<void>
}

export function createOpenForm(options: {
  seals: Seals
  suggest?: Suggest | undefined
  clock: Clock
  log: Log
  /** Where people, and Slack, reach the web module. */
  publicUrl: string
  tell(call: GivenCall, message: Message): Promise<void>
}): OpenForm {
  const { seals, publicUrl, log, tell } = options
  const site = publicUrl.startsWith('https:') ? publicUrl : undefined
  const listSuggestions = createSuggester(options)

  async function open(view: types.ModalView, { received, room, call }: Occasion): Promise<void> {
    const { trigger } = received
    if (trigger === undefined) return await tell(call, say(call.words.slack.formElsewhere()))
    try {
      const plain = { ...view, blocks: view.blocks.filter(({ type }) => type !== 'image') }
      const { view: opened } = await room.ask('hasty', 'views', () =>
        room.client.views.open({ trigger_id: trigger, view: plain }),
      )
      if (plain.blocks.length < view.blocks.length) await addPictures(room, view, opened)
    } catch (error) {
      logFailure(log, error, { call: call.id }, 'A form could not be opened')
      const unsure = error instanceof SlackFault && error.kind === 'unsure'
      const { slack, outcome } = call.words
      const reason = unsure ? slack.formUnsure() : slack.formTooLate()
      await tell(call, say(joinTexts(reason, outcome.nothingCharged())))
    }
  }

  /** Slack fetches them before it shows them, so that a form which waited for that would come too late, or not at all. */
  async function addPictures(
    { ask, client }: Workroom,
    view: types.ModalView,
    { id, hash }: { id?: string; hash?: string } = {},
  ): Promise<void> {
    if (id === undefined || hash === undefined) return
    await ask('hasty', 'views', () => client.views.update({ view_id: id, hash, view })).catch((error) =>
      logFailure(log, error, {}, 'A form on Slack has no pictures'),
    )
  }

  return {
    async show(form, occasion) {
      const { title, submit } = form
      const carried = await carry(seals, form, occasion.received)
      const { words } = occasion.call
      const blocks = renderInputs(words, form, site)
      await open(renderView(words, { title, submit, carried, blocks }), occasion)
    },
    async ask({ command, given }, occasion) {
      const { received, call } = occasion
      const carried = await carry(seals, { command: command.name, options: {} }, received)
      const suggestions = await listSuggestions(received.user, command)
      await open(
        renderOptionForm(command, { words: call.words, carried, given, suggestions, site }),
        occasion,
      )
    },
  }
}

const say = (text: Text): Message => ({ private: true, blocks: [{ kind: 'text', text }] })
