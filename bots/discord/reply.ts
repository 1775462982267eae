/** Answers one call by its interaction's token: progress as edits, then one end. */
import { CoreError } from '#core/errors.ts'
import type { Log, Ports } from '#core/index.ts'
import type { Message, Reply } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import type { Webhook } from './api.ts'
import { refusePost } from './errors.ts'
import { createPace } from './pace.ts'
import { type RenderOptions, renderMessage } from './render.ts'
import { type Audience, showByToken } from './show.ts'

export interface ReplyOptions {
  /** For the log. */
  call: string
  webhook: Webhook
  audience: Audience
  /** When the token stops working, in milliseconds since 1970. */
  expiresAt: number
  render: RenderOptions
  /** Milliseconds between two edits that show progress. */
  progressEvery: number
  clock: Ports['clock']
  log: Log
}

/** `finish` rejects with `cannot-post`, at once when the token is past its life, or with `chat-trouble`. */
export function createReply(options: ReplyOptions): Reply {
  const { call, webhook, audience, render, clock, log } = options

  async function showProgress(message: Message): Promise<void> {
    try {
      await webhook.editOnce(await renderMessage(message, render))
    } catch (error) {
      log.debug({ call, fault: traceFault(error) }, 'Progress could not be shown')
    }
  }

  const pace = createPace(showProgress, options.progressEvery, clock)

  return {
    progress(message) {
      if (audience === 'everyone' && message.private) return
      if (clock.now() < options.expiresAt) pace.offer(message)
    },
    async finish(message) {
      await pace.stop()
      if (clock.now() >= options.expiresAt) throw new CoreError('cannot-post', {})
      try {
        await showByToken(webhook, audience, message, render)
      } catch (error) {
        throw refusePost(error)
      }
    },
  }
}
