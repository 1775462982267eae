/** A Discord server as a team: posting in its channels, and taking messages away. */
import { CoreError } from '#core/errors.ts'
import type { Post } from '#core/index.ts'
import type { Message, OwnMessage } from '../platform.ts'
import type { Api } from './api.ts'
import { readTrouble, refusePost, type Trouble } from './errors.ts'
import { createNonce, nameMessage } from './nonce.ts'
import { type RenderOptions, renderMessage } from './render.ts'
import { usualFileSize } from './uploads.ts'

export interface DiscordTeam {
  id: string
  /** Undefined on a server that has the app but not its bot. */
  findName(): Promise<string | undefined>
  /** Posts as the bot; answers with the message's id. Rejects with `cannot-post`, also for a channel of another server, or with `chat-trouble`. */
  post(channel: string, message: Message): Promise<string>
  /** Opens the channel in Discord, or a message in it. */
  link(channel: string, message?: string): string
}

/** `channel` is an id, or a mention as Discord writes one: `<#id>`. */
export function createTeam(id: string, api: Api, render: Omit<RenderOptions, 'fileSize'>): DiscordTeam {
  async function requireOwnChannel(given: string): Promise<string> {
    const wanted = readChannel(given)
    const channel = wanted === undefined ? undefined : await api.findChannel(wanted)
    // Else the admin of one server could have pictures posted on another.
    if (channel && 'guild_id' in channel && channel.guild_id === id) return channel.id
    throw new CoreError('cannot-post', {})
  }

  return {
    id,
    findName: () =>
      api.findGuild(id).then(
        ({ name }) => name,
        () => undefined,
      ),
    async post(given, message) {
      try {
        const channel = await requireOwnChannel(given)
        const rendered = await renderMessage(message, { ...render, fileSize: usualFileSize })
        // Said once more after no answer came, it is the same post; after it was taken back, another.
        const nonce = createNonce(channel, api.eras.find(channel), nameMessage(message))
        return await api.post(channel, rendered, nonce)
      } catch (error) {
        throw refusePost(error)
      }
    },
    link(channel, message) {
      const place = [id, readChannel(channel) ?? channel, ...(message === undefined ? [] : [message])]
      return `https://discord.com/channels/${place.map(encodeURIComponent).join('/')}`
    },
  }
}

/** Rejects with `cannot-post` or `chat-trouble`. */
export async function edit(
  api: Api,
  { channel, message: id }: Post,
  message: Message,
  render: Omit<RenderOptions, 'fileSize'>,
): Promise<void> {
  try {
    await api.edit(channel, id, await renderMessage(message, { ...render, fileSize: usualFileSize }))
  } catch (error) {
    throw refusePost(error)
  }
}

/**
 * That the message is gone already is fine, and for a post also that its channel is; elsewhere a channel that the bot does
 * not know may still show the message to those in it. Rejects with `cannot-post` or `chat-trouble`.
 */
export async function retract(api: Api, own: OwnMessage): Promise<void> {
  const fine: readonly Trouble[] = ['message-gone', ...('team' in own ? (['channel-gone'] as const) : [])]
  try {
    await api.remove(own.channel, own.message)
  } catch (error) {
    if (!fine.includes(readTrouble(error))) throw refusePost(error)
  }
}

function readChannel(given: string): string | undefined {
  const [, channel] = /^(?:<#)?(\d{1,20})>?$/.exec(given.trim()) ?? []
  return channel
}
