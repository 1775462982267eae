/** What is said to a person whose call was not let in. */

import type { StringIndexed, types, ViewResponseAction } from '@slack/bolt'
import { CoreError } from '#core/errors.ts'
import { joinTexts, speak, type Text, type Words } from '#core/index.ts'
import type { TurnedAway } from '../admit.ts'
import { renderRefusal } from '../messages/refusal.ts'
import type { Message, Platform } from '../platform.ts'
import { SlackFault } from './errors.ts'
import { renderNotice } from './form.ts'
import { renderOrigin } from './location.ts'
import type { Members } from './members.ts'
import { readTalk } from './receive.ts'
import { renderMessage } from './render.ts'
import { createResponseUrl, type ResponseUrlOptions } from './response-url.ts'
import { renderWords } from './text.ts'
import type { UnderWay } from './under-way.ts'

export interface RefusedOptions extends ResponseUrlOptions {
  /** Where the app can be installed again. */
  install: string | undefined
  recallLocale: Members['recallLocale']
  track: UnderWay['track']
  send: Platform['send']
}

export interface Refused {
  /** Says why to whoever asked, by their Slack id, by the address that came with it. */
  tell(error: unknown, to: { person: unknown; url: unknown }): void
  /** What a form that they sent shows in its place. */
  renderInstead(error: unknown, person: unknown): types.ModalView
  /** Says that there is too much at once: answers with what the acknowledgement says, else it is told by itself. */
  turnAway(away: TurnedAway, body: StringIndexed): object | undefined
}

export function createRefused({ install, recallLocale, track, send, ...options }: RefusedOptions): Refused {
  const wordsOf = (person: unknown) => speak(recallLocale(person))
  function tellByItself({ tell, message }: TurnedAway, body: StringIndexed): void {
    const url: unknown = body.response_url
    if (typeof url === 'string' && url !== '') {
      const responseUrl = createResponseUrl({ url, at: options.clock.now() }, options)
      return void tell(() => responseUrl.post(render(message), { seenBy: 'person' }))
    }
    const talk = body.event && readTalk(body, undefined)
    if (!talk) return
    const { location, user } = talk
    void tell(() => send(renderOrigin(location, user.user), user, message))
  }

  return {
    tell(error, { person, url }) {
      if (typeof url !== 'string') return
      const message = renderWhy(wordsOf(person), error, install)
      const responseUrl = createResponseUrl({ url, at: options.clock.now() }, options)
      track(() => responseUrl.post(render(message), { seenBy: 'person' }))
    },
    turnAway(away, body) {
      if (body.type === 'view_submission') return renderInForm(away, body.view)
      if (typeof body.command === 'string') return { response_type: 'ephemeral', ...render(away.message) }
      tellByItself(away, body)
      return undefined
    },
    renderInstead(error, person) {
      const words = wordsOf(person)
      return {
        ...renderNotice(words, renderFault(words)),
        blocks: render(renderWhy(words, error, install)).blocks,
      }
    },
  }
}

const render = (message: Message) => renderMessage(message, () => undefined)

/** Under its first input, so that nothing that was typed is lost. */
function renderInForm({ words, message }: TurnedAway, view: StringIndexed): ViewResponseAction {
  const text = joinTexts(...message.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])))
  const blocks: readonly StringIndexed[] = Array.isArray(view?.blocks) ? view.blocks : []
  const input = blocks.find((block) => block?.type === 'input' && typeof block.block_id === 'string')
  return input
    ? { response_action: 'errors', errors: { [input.block_id]: renderWords(text) } }
    : { response_action: 'update', view: renderNotice(words, text) }
}

const renderFault = ({ slack, outcome }: Words): Text => joinTexts(slack.fault(), outcome.nothingCharged())

/** It was not let in, so that nothing can have been done. */
function renderWhy(words: Words, error: unknown, install: string | undefined): Message {
  if (error instanceof CoreError) return renderRefusal(words, error)
  if (!(error instanceof SlackFault) || error.code !== 'not_installed') {
    return { private: true, blocks: [{ kind: 'text', text: renderFault(words) }] }
  }
  const { slack } = words
  const button = install === undefined ? [] : [{ label: slack.install, url: install }]
  return {
    private: true,
    blocks: [
      { kind: 'text', text: slack.notInstalled() },
      { kind: 'buttons', buttons: button },
    ],
  }
}
