/** Answers a call: one message that changes in place, or words for the caller alone. */
import type { Log } from '#core/index.ts'
import { createPace } from '../pace.ts'
import type { Block, Message, Reply } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import type { Clock } from './api.ts'
import { SlackFault } from './errors.ts'
import type { Place } from './place.ts'
import type { Posted, Posting } from './posting.ts'
import type { ResponseUrl } from './response-url.ts'
import { words } from './words.ts'

export interface ReplyOptions {
  place: Place
  posting: Posting
  responseUrl?: ResponseUrl | undefined
  /** A message that the answer may replace: the one with the pressed button. */
  source?: Posted | 'ephemeral' | undefined
  clock: Clock
  /** Milliseconds between two changes of one message; Slack allows about 50 a minute in a workspace. */
  progressEvery: number
  log: Log
  /** Told when a reply could not be given in its place, so that nothing is posted there a second time. */
  giveUp(): void
}

export function createReply(options: ReplyOptions): Reply {
  const { place, posting, responseUrl, source, clock, progressEvery, log, giveUp } = options
  const target = { channel: place.channel || place.person, thread: place.thread }
  let shown = ''
  let posted: Posted | undefined =
    source === 'ephemeral' ? undefined : source && { ...source, thread: place.thread }
  /** Why the bot may not post in the channel itself. */
  let barred: unknown
  /** A first message may or may not be there: another could be a second one. */
  let doubtful = false
  let noted = false

  /** In a direct message with the bot nobody else reads along, and what is whispered there is soon lost. */
  const isHidden = (message: Message) => message.private && !place.direct
  const trace = (error: unknown, what: string) => log.debug({ fault: traceFault(error) }, what)

  async function show(message: Message): Promise<void> {
    const look = JSON.stringify(message.blocks.filter(({ kind }) => kind !== 'preview' && kind !== 'file'))
    if (look === shown) return
    if (doubtful) return
    if (isHidden(message) || barred !== undefined) return await note(message)
    if (posted) await posting.update(posted, message, 'hasty')
    else await begin(message)
    shown = look
  }

  async function begin(message: Message): Promise<void> {
    try {
      posted = await posting.post(target, message, 'hasty')
    } catch (error) {
      doubtful = error instanceof SlackFault && error.kind === 'unsure'
      if (!isRefused(error)) throw error
      barred = error
      await note(message)
    }
  }

  /** A word to the caller that it is under way; once, since it could not be changed, and true for good: without buttons. */
  async function note({ blocks }: Message): Promise<void> {
    if (noted || !responseUrl?.isAlive({ spare: true })) return
    noted = true
    const text = [`${words.underWay} `, { code: '/cancel' }, ` ${words.cancels}`]
    const lasting = blocks
      .filter(({ kind }) => kind !== 'buttons')
      .map((block): Block => (block.kind === 'text' ? { kind: 'text', text } : block))
    await posting.respond(
      responseUrl,
      { private: true, blocks: lasting },
      { seenBy: 'person', thread: place.thread },
    )
  }

  async function whisper(message: Message): Promise<void> {
    if (responseUrl?.isAlive()) {
      try {
        const inPlace = source === 'ephemeral'
        return await posting.respond(responseUrl, message, {
          seenBy: 'person',
          inPlace,
          thread: place.thread,
        })
      } catch (error) {
        if (!isRefused(error)) throw error
        trace(error, 'A response_url was refused')
      }
    }
    await posting.whisper(target, place.person, message)
  }

  async function remove(): Promise<void> {
    if (posted) await posting.remove(posted).catch((error) => trace(error, 'Progress could not be removed'))
    posted = undefined
  }

  async function publish(message: Message): Promise<void> {
    if (posted) {
      try {
        return await posting.update(posted, message)
      } catch (error) {
        if (!isRefused(error)) throw error
        trace(error, 'A message could not be changed any more')
        await remove()
      }
    }
    if (barred === undefined) {
      try {
        await posting.post(target, message)
        return
      } catch (error) {
        if (!isRefused(error)) throw error
        barred = error
      }
    }
    // Slack's own word for it says more than that there is no other way.
    if (!responseUrl?.isAlive()) throw barred
    // What was taken for a direct message with the bot may be one between two people.
    const seenBy = message.private ? 'person' : 'channel'
    await posting.respond(responseUrl, message, { seenBy, thread: place.thread })
  }

  async function end(message: Message): Promise<void> {
    if (!isHidden(message)) return await publish(message)
    await remove()
    await whisper(message)
  }

  const pace = createPace(
    (message: Message) =>
      show(message).catch((error) => trace(error, 'Progress could not be shown on Slack')),
    progressEvery,
    clock,
  )

  return {
    progress: pace.offer,
    async finish(message) {
      await pace.stop()
      try {
        await end(message)
      } catch (error) {
        giveUp()
        throw error
      }
    },
  }
}

const isRefused = (error: unknown) => error instanceof SlackFault && error.kind === 'refused'
