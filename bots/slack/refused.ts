/** What is said to a person whose call was not let in. */

import type { types } from '@slack/bolt'
import { CoreError } from '#core/errors.ts'
import { speak, type Text } from '#core/index.ts'
import { renderRefusal } from '../messages/refusal.ts'
import { joinTexts } from '../messages/words.ts'
import type { Message } from '../platform.ts'
import { SlackFault } from './errors.ts'
import { renderNotice } from './form.ts'
import { renderMessage } from './render.ts'
import { createResponseUrl, type ResponseUrlOptions } from './response-url.ts'
import type { UnderWay } from './under-way.ts'

export interface RefusedOptions extends ResponseUrlOptions {
  /** Where the app can be installed again. */
  install: string | undefined
  track: UnderWay['track']
}

export interface Refused {
  /** Says why to whoever asked, by the address that came with it. */
  tell(error: unknown, url: string | undefined): void
  /** What a form that was sent shows in its place. */
  renderInstead(error: unknown): types.ModalView
}

export function createRefused({ install, track, ...options }: RefusedOptions): Refused {
  const render = (message: Message) => renderMessage(message, () => undefined)

  return {
    tell(error, url) {
      if (url === undefined) return
      const message = renderWhy(error, install)
      const responseUrl = createResponseUrl({ url, at: options.clock.now() }, options)
      track(() => responseUrl.post(render(message), { seenBy: 'person' }))
    },
    renderInstead: (error) => ({
      ...renderNotice(speak(undefined), fault()),
      blocks: render(renderWhy(error, install)).blocks,
    }),
  }
}

function fault(): Text {
  const { slack, outcome } = speak(undefined)
  return joinTexts(slack.fault(), outcome.nothingCharged())
}

/** It was not let in, so that nothing can have been done, and nothing is known of the person's language. */
function renderWhy(error: unknown, install: string | undefined): Message {
  if (error instanceof CoreError) return renderRefusal(speak(undefined), error)
  if (!(error instanceof SlackFault) || error.code !== 'not_installed') {
    return { private: true, blocks: [{ kind: 'text', text: fault() }] }
  }
  const { slack } = speak(undefined)
  const button = install === undefined ? [] : [{ label: slack.install, url: install }]
  return {
    private: true,
    blocks: [
      { kind: 'text', text: slack.notInstalled() },
      { kind: 'buttons', buttons: button },
    ],
  }
}
