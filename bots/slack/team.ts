/** The workspace of a call, as commands see it: messages can be posted to its channels and taken back. */
import type { Post } from '#core/index.ts'
import type { Message, OwnMessage, Team } from '../platform.ts'
import { refusePost, SlackFault } from './errors.ts'
import { readTeamId } from './location.ts'
import type { Posted } from './posting.ts'
import type { NoteThread } from './send.ts'
import type { Workroom } from './workroom.ts'

/** `open` finds what the workspace's token can post with. A message's id names its channel too. */
export function createTeam(
  id: string,
  open: () => Promise<Pick<Workroom, 'posting' | 'findName'>>,
  note: NoteThread,
): Team {
  return {
    id,
    findName: () =>
      open()
        .then(({ findName }) => findName())
        .catch(() => undefined),
    link: (channel) => linkChannel(id, channel),
    async post(channel, message) {
      try {
        const { posting } = await open()
        const posted = await posting.post({ channel: readChannel(channel) }, message)
        await note(readTeamId(id), posted, message)
        return renderMessageId(posted)
      } catch (error) {
        throw refusePost(error)
      }
    },
  }
}

export const linkChannel = (team: string, channel: string) =>
  `https://app.slack.com/client/${readTeamId(team).team}/${channel}`

/** docs.slack.dev/reference/methods/chat.getPermalink. Rejects with a `SlackFault`. */
export async function findLink(
  open: () => Promise<Pick<Workroom, 'ask' | 'client'>>,
  post: Post,
): Promise<string> {
  const { ask, client } = await open()
  const { channel, ts } = findPosted(post)
  const lane = `permalink ${post.team}`
  const { permalink } = await ask('again', lane, () => client.chat.getPermalink({ channel, message_ts: ts }))
  if (permalink === undefined) throw new SlackFault('refused', 'no_permalink')
  return permalink
}

/** Rejects with `cannot-post` or `chat-trouble`. */
export async function edit(
  open: () => Promise<Pick<Workroom, 'posting'>>,
  post: Post,
  message: Message,
): Promise<void> {
  try {
    const { posting } = await open()
    await posting.update(findPosted(post), message)
  } catch (error) {
    throw refusePost(error)
  }
}

/** Rejects with `cannot-post` or `chat-trouble`. */
export async function retract(
  open: () => Promise<Pick<Workroom, 'posting'>>,
  own: OwnMessage,
): Promise<void> {
  try {
    const { posting } = await open()
    await posting.remove(findPosted(own))
  } catch (error) {
    throw refusePost(error)
  }
}

/** A channel may have been chosen by its name, which only posting takes. */
function findPosted(own: OwnMessage): Posted {
  const [, channel = readChannel(own.channel), ts = own.message] = /^(\w+):(.+)$/.exec(own.message) ?? []
  return { channel, ts }
}

/** Takes away a file of the bot's own. Rejects with a `SlackFault`. */
export async function removeFile(
  open: () => Promise<Pick<Workroom, 'ask' | 'client'>>,
  file: string,
): Promise<void> {
  const { ask, client } = await open()
  try {
    await ask('again', 'files.delete', () => client.files.delete({ file }))
  } catch (error) {
    if (!(error instanceof SlackFault && gone.includes(error.code))) throw error
  }
}

/** docs.slack.dev/reference/methods/files.delete */
const gone = ['file_not_found', 'file_deleted']

/** A channel as people write it, or as Slack does in their place: `<#C123|name>`, `#name`, an id. */
export function readChannel(typed: string): string {
  const [, id] = /^<#(\w+)(?:\|[^>]*)?>$/.exec(typed.trim()) ?? []
  return id ?? typed.trim()
}

/** How commands know a message. */
export const renderMessageId = ({ channel, ts }: Posted) => `${channel}:${ts}`
