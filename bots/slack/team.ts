/** The workspace of a call, as commands see it: messages can be posted to its channels and taken back. */
import type { Message } from '../platform.ts'
import { refusePost, SlackFault } from './errors.ts'
import type { Posting } from './posting.ts'

export interface Team {
  id: string
  /** Posts to a channel; resolves with the message's id. Rejects with `cannot-post`. */
  post(channel: string, message: Message): Promise<string>
  /** Takes it back; harmless when it is gone. Rejects with `cannot-post` when it cannot. */
  retract(channel: string, message: string): Promise<void>
}

/** `open` finds what the workspace's token can post with. */
export function createTeam(id: string, open: () => Promise<Posting>): Team {
  return {
    id,
    async post(channel, message) {
      try {
        const posting = await open()
        const { channel: place, ts } = await posting.post({ channel: readChannel(channel) }, message)
        return `${place}:${ts}`
      } catch (error) {
        throw translate(error)
      }
    },
    async retract(channel, message) {
      // The id names the channel too, since a channel may have been chosen by its name.
      const [, place = readChannel(channel), ts = message] = /^(\w+):(.+)$/.exec(message) ?? []
      try {
        const posting = await open()
        await posting.remove({ channel: place, ts })
      } catch (error) {
        throw translate(error)
      }
    },
  }
}

/** A channel as people write it, or as Slack does in their place: `<#C123|name>`, `#name`, an id. */
function readChannel(typed: string): string {
  const [, id] = /^<#(\w+)(?:\|[^>]*)?>$/.exec(typed.trim()) ?? []
  return id ?? typed.trim()
}

const translate = (error: unknown) => (error instanceof SlackFault ? refusePost(error) : error)
