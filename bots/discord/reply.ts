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
  /** Takes a message away as the bot itself, for which no token is needed. */
  remove(message: string): Promise<void>
  render: RenderOptions
  /** Milliseconds between two edits that show progress. */
  progressEvery: number
  clock: Ports['clock']
  log: Log
}

/** `finish` rejects with `cannot-post`, at once when the token is past its life, or with `chat-trouble`. */
export function createReply(options: ReplyOptions): Reply {
  const { call, webhook, audience, render, clock, log } = options

  let shown: string | undefined

  async function showProgress(message: Message): Promise<void> {
    try {
      shown = await webhook.editOnce(await renderMessage(message, render))
    } catch (error) {
      log.debug({ call, fault: traceFault(error) }, 'Progress could not be shown')
    }
  }

  /** What it says is no longer so. Where the bot is not in the channel, it stays. */
  async function clear(): Promise<void> {
    if (shown === undefined || audience !== 'everyone') return
    await options.remove(shown).catch((error) => {
      log.debug({ call, fault: traceFault(error) }, 'Progress past its life stays')
    })
  }

  const pace = createPace(showProgress, options.progressEvery, clock)

  return {
    progress(message) {
      if (audience === 'everyone' && message.private) return
      if (clock.now() < options.expiresAt) pace.offer(message)
    },
    async finish(message) {
      await pace.stop()
      if (clock.now() >= options.expiresAt) {
        await clear()
        throw new CoreError('cannot-post', {})
      }
      try {
        await showByToken(webhook, audience, message, render)
      } catch (error) {
        throw refusePost(error)
      }
    },
  }
}
