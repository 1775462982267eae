/** Answers a call: one message that changes in place, or words for the caller alone. */
import { type Log, speak } from '#core/index.ts'
import { createPace } from '../pace.ts'
import type { Block, Message, Reply, Spoken } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import type { Clock } from './api.ts'
import { SlackFault } from './errors.ts'
import type { Location } from './location.ts'
import type { Posted, Posting } from './posting.ts'
import type { ResponseUrl } from './response-url.ts'

export interface ReplyOptions {
  location: Location
  posting: Posting
  responseUrl?: ResponseUrl | undefined
  /** A message that the answer may replace: the one with the pressed button. */
  source?: Posted | 'ephemeral' | undefined
  clock: Clock
  /** Milliseconds between two changes of one message; Slack allows about 50 a minute in a workspace. */
  progressEvery: number
  log: Log
  /** Told of the message that the answer stands in, before it counts as given. */
  onShown(posted: Posted, message: Message): Promise<void>
  /** Told when a reply could not be given in its place, so that nothing is posted there a second time. */
  giveUp(): void
}

/** A reply under way. */
interface Replying extends ReplyOptions {
  target: { channel: string; thread?: string | undefined }
  /** What the message looks like now. */
  shown: string
  /** The message that changes in place. */
  posted?: Posted | undefined
  /** Why the bot may not post in the channel itself. */
  barred?: unknown
  /** A first message may or may not be there: another could be a second one. */
  isDoubtful: boolean
  isNoted: boolean
}

export function createReply(options: ReplyOptions): Reply<Spoken> {
  const { location, source, progressEvery, clock, giveUp } = options
  const target = { channel: location.channel || location.person, thread: location.thread }
  const posted = source === 'ephemeral' ? undefined : source && { ...source, thread: location.thread }
  const replying: Replying = { ...options, target, shown: '', posted, isDoubtful: false, isNoted: false }

  const pace = createPace(
    (message: Message) =>
      show(replying, message).catch((error) =>
        trace(replying, error, 'Progress could not be shown on Slack'),
      ),
    progressEvery,
    clock,
  )

  return {
    progress: pace.offer,
    async finish(message) {
      await pace.stop()
      try {
        await end(replying, message)
      } catch (error) {
        giveUp()
        throw error
      }
    },
  }
}

async function show(replying: Replying, message: Message): Promise<void> {
  const look = JSON.stringify(message.blocks.filter(({ kind }) => kind !== 'preview' && kind !== 'file'))
  if (look === replying.shown || replying.isDoubtful) return
  if (isHidden(replying, message) || replying.barred !== undefined) return await note(replying, message)
  if (replying.posted) await replying.posting.update(replying.posted, message, 'hasty')
  else await begin(replying, message)
  replying.shown = look
}

async function begin(replying: Replying, message: Message): Promise<void> {
  const { posting, target } = replying
  try {
    replying.posted = await posting.post(target, message, 'hasty')
  } catch (error) {
    replying.isDoubtful = error instanceof SlackFault && error.kind === 'unsure'
    if (!isRefused(error)) throw error
    replying.barred = error
    await note(replying, message)
  }
}

/** A word to the caller that it is under way; once, since it could not be changed, and true for good: without buttons. */
async function note(replying: Replying, { blocks, words = speak(undefined) }: Message): Promise<void> {
  const { posting, responseUrl, location } = replying
  if (replying.isNoted || !responseUrl?.isAlive({ spare: true })) return
  replying.isNoted = true
  const text = words.slack.underWay()
  const lasting = blocks
    .filter(({ kind }) => kind !== 'buttons')
    .map((block): Block => (block.kind === 'text' ? { kind: 'text', text } : block))
  await posting.respond(
    responseUrl,
    { private: true, blocks: lasting },
    { seenBy: 'person', thread: location.thread },
  )
}

async function end(replying: Replying, message: Message): Promise<void> {
  if (!isHidden(replying, message)) {
    const posted = await publish(replying, message)
    if (posted) await replying.onShown(posted, message)
    return
  }
  await remove(replying)
  await whisper(replying, message)
}

/** Answers with the message, where Slack tells which that is. */
async function publish(replying: Replying, message: Message): Promise<Posted | undefined> {
  const { posting, responseUrl, target, location } = replying
  if (replying.posted) {
    try {
      await posting.update(replying.posted, message)
      return replying.posted
    } catch (error) {
      if (!isRefused(error)) throw error
      trace(replying, error, 'A message could not be changed any more')
      await remove(replying)
    }
  }
  if (replying.barred === undefined) {
    try {
      return await posting.post(target, message)
    } catch (error) {
      if (!isRefused(error)) throw error
      replying.barred = error
    }
  }
  // Slack's own word for it says more than that there is no other way.
  if (!responseUrl?.isAlive()) throw replying.barred
  // What was taken for a direct message with the bot may be one between two people.
  const seenBy = message.private ? 'person' : 'channel'
  await posting.respond(responseUrl, message, { seenBy, thread: location.thread })
  return undefined
}

async function remove(replying: Replying): Promise<void> {
  const { posting, posted } = replying
  if (posted)
    await posting.remove(posted).catch((error) => trace(replying, error, 'Progress could not be removed'))
  replying.posted = undefined
}

async function whisper(replying: Replying, given: Message): Promise<void> {
  const { posting, responseUrl, target, source, location } = replying
  const message = await posting.handOver(location.person, given)
  if (responseUrl?.isAlive()) {
    try {
      const inPlace = source === 'ephemeral'
      return await posting.respond(responseUrl, message, {
        seenBy: 'person',
        inPlace,
        thread: location.thread,
      })
    } catch (error) {
      if (!isRefused(error)) throw error
      trace(replying, error, 'A response_url was refused')
    }
  }
  await posting.whisper(target, location.person, message)
}

/** In a direct message with the bot nobody else reads along, and what is whispered there is soon lost. */
const isHidden = ({ location }: Replying, message: Message) => message.private && !location.direct
const trace = ({ log }: Replying, error: unknown, what: string) =>
  log.debug({ fault: traceFault(error) }, what)
const isRefused = (error: unknown) => error instanceof SlackFault && error.kind === 'refused'
