/** Answers one call by its interaction's token: progress as edits, then one end. */
import { CoreError } from '#core/errors.ts'
import type { Log, Ports } from '#core/index.ts'
import type { Language } from '../locale.ts'
import { createPace } from '../pace.ts'
import type { Message, Reply, Spoken } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import type { Webhook } from './api.ts'
import { readTrouble, refusePost } from './errors.ts'
import { type RenderOptions, renderMessage } from './render.ts'
import { type Audience, endAnswer, showByToken } from './show.ts'

export interface ReplyOptions {
  /** For the log. */
  call: string
  webhook: Webhook
  audience: Audience
  /** When the token stops working, in milliseconds since 1970. */
  expiresAt: number
  /** Takes a message away as the bot itself, for which no token is needed. */
  retract(message: string): Promise<void>
  /** Told when these words must not be said in that place in any way. */
  giveUp(): void
  render: RenderOptions
  language: Language
  /** Milliseconds between two edits that show progress. */
  progressEvery: number
  clock: Ports['clock']
  log: Log
}

/** `finish` rejects with `cannot-post`, at once when the token is past its life, or with `chat-trouble`. */
export function createReply(options: ReplyOptions): Reply<Spoken> {
  const { call, webhook, audience, render, language, clock, log } = options

  let shown: string | undefined
  let previews = true

  async function showProgress(message: Message): Promise<void> {
    try {
      shown = await webhook.editOnce(
        await renderMessage(message, previews ? render : { ...render, fileSize: 0 }),
      )
    } catch (error) {
      // Perhaps it is the preview that is not taken; the words matter more.
      previews = false
      log.debug({ call, fault: traceFault(error) }, 'Progress could not be shown')
    }
  }

  /** What the answer says is no longer so. By the token, or, where that no longer serves, by the bot itself. */
  async function clear(error: unknown): Promise<void> {
    const trace = (fault: unknown) =>
      log.debug({ call, fault: traceFault(fault) }, 'Progress past its life stays')
    const isExpired = clock.now() >= options.expiresAt || readTrouble(error) === 'expired'
    const isGone = !isExpired && (await endAnswer(webhook, render, language).then(() => true, trace))
    if (!isGone && shown !== undefined && audience === 'everyone') await options.retract(shown).catch(trace)
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
        const late = new CoreError('reply-expired', {})
        await clear(late)
        throw late
      }
      try {
        await showByToken(webhook, audience, message, render, language)
      } catch (error) {
        if (readTrouble(error) === 'blocked') options.giveUp()
        // One that is to be finished by the next process stays as it is.
        if (!(error instanceof CoreError)) await clear(error)
        throw refusePost(error)
      }
    },
  }
}
