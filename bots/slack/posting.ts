/** Posts, changes and takes back the bot's messages in one workspace. */
import { speak } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import type { Ask, Repeat, WebClient } from './api.ts'
import { SlackFault } from './errors.ts'
import { type Content, renderMessage } from './render.ts'
import type { ResponseUrl, Showing } from './response-url.ts'
import { isShowable, type Pictures } from './uploads.ts'

/** A message of the bot's own. */
export interface Posted {
  channel: string
  ts: string
  thread?: string | undefined
}

/** Where to post: a channel's id, or a person's for their direct message with the bot. */
export interface Target {
  channel: string
  thread?: string | undefined
}

/**
 * Everything rejects with a `SlackFault`. A file that is no picture follows a message of the bot's own; where it cannot,
 * and in what is for one person or goes by an event's address, there are words in its place: `handOver` gets it to them.
 */
export interface Posting {
  post(target: Target, message: Message, repeat?: Repeat): Promise<Posted>
  update(posted: Posted, message: Message, repeat?: Repeat): Promise<void>
  /** Harmless when it is gone already; a channel that Slack does not find may only be closed to the bot. */
  remove(posted: Posted): Promise<void>
  /**
   * Puts files that cannot stand in a message for one person into their direct messages with the bot, and answers with the
   * message, which says so. Where Slack does not take them, they are left in it. Never rejects.
   */
  handOver(person: string, message: Message): Promise<Message>
  /** For one person in a channel where the bot is. */
  whisper(target: Target, person: string, message: Message): Promise<void>
  /** By an event's own address. */
  respond(responseUrl: ResponseUrl, message: Message, showing: Showing): Promise<void>
}

/** Nothing that was typed becomes a mention or unfolds a page. */
const literal = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const

export function createPosting(options: {
  client: WebClient
  upload: WebClient
  team: string
  pictures: Pictures
  ask: Ask
}): Posting {
  const { client, upload, team, pictures, ask } = options

  const show = <Result>(message: Message, send: (content: Content) => Promise<Result>) =>
    pictures.show(message.blocks, { team, upload }, (findImage) => send(renderMessage(message, findImage)))

  async function change(posted: Posted, message: Message, repeat: Repeat): Promise<void> {
    const { channel, ts } = posted
    await show(message, async (content) => {
      await ask(repeat, `update ${team}`, () =>
        client.chat.update({ ...content, channel, ts, parse: 'none', link_names: false }),
      )
    })
  }

  /** Sends a message by `send`, and then what follows it. */
  async function sendWithFiles(
    message: Message,
    send: (message: Message) => Promise<Posted>,
  ): Promise<Posted> {
    const posted = await send({ ...message, blocks: message.blocks.filter((block) => !findFollowing(block)) })
    const left: Block[] = []
    for (const block of message.blocks) {
      const file = findFollowing(block)
      if (!file || !(await pictures.post(file, upload, posted))) left.push(block)
    }
    if (left.some(findFollowing)) {
      // Whatever becomes of this, the message is there, and must not be sent a second time.
      await change(posted, { ...message, blocks: left }, 'again').catch(() => undefined)
    }
    return posted
  }

  const begin = ({ channel, thread }: Target, message: Message, repeat: Repeat) =>
    show(message, async (content): Promise<Posted> => {
      const location = { channel, ...(thread !== undefined && { thread_ts: thread }) }
      const posted = await ask(repeat, `post ${channel}`, () =>
        client.chat.postMessage({ ...content, ...location, ...literal, mrkdwn: false }),
      )
      if (!posted.channel || !posted.ts) throw new SlackFault('unsure', 'unreadable_answer')
      return { channel: posted.channel, ts: posted.ts, thread }
    })

  async function handOver(person: string, message: Message): Promise<Message> {
    if (!message.blocks.some(findFollowing)) return message
    const { slack } = message.words ?? speak(undefined)
    try {
      const intro: Message = { private: true, blocks: [{ kind: 'text', text: slack.handedOver() }] }
      const posted = await begin({ channel: person }, intro, 'once')
      const blocks: Block[] = []
      for (const block of message.blocks) {
        const file = findFollowing(block)
        const isThere = file !== undefined && (await pictures.post(file, upload, posted))
        blocks.push(isThere ? { kind: 'text', text: slack.inDirectMessages(file.name) } : block)
      }
      return { ...message, blocks }
    } catch (error) {
      if (!(error instanceof SlackFault)) throw error
      return message
    }
  }

  return {
    handOver,
    post: (target, message, repeat = 'once') =>
      sendWithFiles(message, (inside) => begin(target, inside, repeat)),
    async update(posted, message, repeat = 'again') {
      await sendWithFiles(message, (inside) => change(posted, inside, repeat).then(() => posted))
    },
    async remove({ channel, ts }) {
      try {
        await ask('again', `remove ${team}`, () => client.chat.delete({ channel, ts }))
      } catch (error) {
        if (!(error instanceof SlackFault && error.code === 'message_not_found')) throw error
      }
    },
    whisper: ({ channel, thread }, user, message) =>
      show(message, async (content) => {
        const location = { channel, user, ...(thread !== undefined && { thread_ts: thread }) }
        await ask('once', `whisper ${team}`, () =>
          client.chat.postEphemeral({ ...content, ...location, parse: 'none', link_names: false }),
        )
      }),
    respond: (responseUrl, message, showing) =>
      show(message, (content) => responseUrl.post(content, showing)),
  }
}

/** A file that no block shows. */
const findFollowing = (block: Block) =>
  block.kind === 'file' && !isShowable(block.file) ? block.file : undefined
