/** What is said to a person whose call was not let in. */

import type { types } from '@slack/bolt'
import { CoreError } from '#core/errors.ts'
import { speak, type Text, type Words } from '#core/index.ts'
import { renderRefusal } from '../messages/refusal.ts'
import { joinTexts } from '../messages/words.ts'
import type { Message } from '../platform.ts'
import { SlackFault } from './errors.ts'
import { renderNotice } from './form.ts'
import type { Members } from './members.ts'
import { renderMessage } from './render.ts'
import { createResponseUrl, type ResponseUrlOptions } from './response-url.ts'
import type { UnderWay } from './under-way.ts'

export interface RefusedOptions extends ResponseUrlOptions {
  /** Where the app can be installed again. */
  install: string | undefined
  recallLocale: Members['recallLocale']
  track: UnderWay['track']
}

export interface Refused {
  /** Says why to whoever asked, by their Slack id, by the address that came with it. */
  tell(error: unknown, to: { person: unknown; url: unknown }): void
  /** What a form that they sent shows in its place. */
  renderInstead(error: unknown, person: unknown): types.ModalView
}

export function createRefused({ install, recallLocale, track, ...options }: RefusedOptions): Refused {
  const render = (message: Message) => renderMessage(message, () => undefined)
  const wordsOf = (person: unknown) => speak(recallLocale(person))

  return {
    tell(error, { person, url }) {
      if (typeof url !== 'string') return
      const message = renderWhy(wordsOf(person), error, install)
      const responseUrl = createResponseUrl({ url, at: options.clock.now() }, options)
      track(() => responseUrl.post(render(message), { seenBy: 'person' }))
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
