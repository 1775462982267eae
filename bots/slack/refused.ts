/** What is said to a person whose call was not let in. */
import { CoreError } from '#core/errors.ts'
import type { Leaving } from '../leaving.ts'
import { renderRefusal } from '../messages/refusal.ts'
import type { Message } from '../platform.ts'
import { SlackFault } from './errors.ts'
import { renderMessage } from './render.ts'
import { createResponseUrl } from './response-url.ts'
import type { UnderWay } from './under-way.ts'
import type { Clock } from './web-api.ts'
import { words } from './words.ts'

export interface RefusedOptions {
  /** Where the app can be installed again. */
  install: string | undefined
  track: UnderWay['track']
  clock: Clock
  timeout: number
  leaving: Leaving
}

/** Says why to whoever asked, by the address that came with it, where there is something to say. */
export function createRefused({ install, track, ...options }: RefusedOptions) {
  return (error: unknown, url: string | undefined): void => {
    const message = renderWhy(error, install)
    if (!message || url === undefined) return
    const responseUrl = createResponseUrl({ url, at: options.clock.now() }, options)
    const content = renderMessage(message, () => undefined)
    track(() => responseUrl.post(content, { seenBy: 'person' }))
  }
}

/** Undefined where it was nothing that the person could know of. */
function renderWhy(error: unknown, install: string | undefined): Message | undefined {
  if (error instanceof CoreError) return renderRefusal(error)
  if (!(error instanceof SlackFault) || error.code !== 'not_installed') return undefined
  const button = install === undefined ? [] : [{ label: words.install, url: install }]
  return {
    private: true,
    blocks: [
      { kind: 'text', text: [words.notInstalled] },
      { kind: 'buttons', buttons: button },
    ],
  }
}
