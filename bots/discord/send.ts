/** Tells somebody something when the call that asked is gone. */
import { randomUUID } from 'node:crypto'
import { hasCode } from '#core/errors.ts'
import type { Log, Origin, Ports } from '#core/index.ts'
import { type Language, speakTo } from '../locale.ts'
import type { Message, Platform } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import type { Api } from './api.ts'
import { refusePost } from './errors.ts'
import { createNonce, nameMessage } from './nonce.ts'
import { type RenderOptions, renderMessage } from './render.ts'
import { type Audience, endAnswer, showByToken } from './show.ts'
import { usualFileSize } from './uploads.ts'

interface Address {
  channel: string
  interaction: string
  application: string
  token: string
  audience: Audience
  expiresAt: number
}

/**
 * In place of the answer that another process left unfinished, while its token lives; else by a message of the
 * bot's own where it was asked; else beside the answer, while the token lives, which needs no bot in that place; else
 * to the person directly. What is private is never said by the bot where it was asked. Rejects
 * with `cannot-post`, or with `chat-trouble`.
 */
export function createSend(options: {
  api: Api
  render: Omit<RenderOptions, 'fileSize'>
  /** Whether this process has answered that interaction, so that its answer is nothing to be replaced. */
  hasAnswered(interaction: string): boolean
  /** Whether nothing may be said where it was, but to the person alone. */
  isClosed(interaction: string): boolean
  clock: Ports['clock']
  log: Log
}): Platform['send'] {
  const { api, hasAnswered, isClosed, clock, log } = options
  const render = { ...options.render, fileSize: usualFileSize }

  async function finishAnswer(address: Address, message: Message, language: Language): Promise<boolean> {
    const { interaction, application, token, audience, expiresAt } = address
    const fits = message.private || audience === 'everyone'
    if (!token || !fits || hasAnswered(interaction) || clock.now() >= expiresAt) return false
    const webhook = api.webhook({ application_id: application, token })
    try {
      await showByToken(webhook, audience, message, render, language)
      return true
    } catch (error) {
      if (hasCode(error, 'stopping')) throw error
      await endAnswer(webhook, render, language).catch(() => undefined)
      log.info({ interaction, fault: traceFault(error) }, 'An unfinished answer could not be finished')
      return false
    }
  }

  async function followAnswer(address: Address, message: Message): Promise<boolean> {
    const { interaction, application, token, expiresAt } = address
    if (!token || !hasAnswered(interaction) || clock.now() >= expiresAt) return false
    try {
      const webhook = api.webhook({ application_id: application, token })
      await webhook.follow(await renderMessage(message, render), message.private)
      return true
    } catch (error) {
      if (hasCode(error, 'stopping')) throw error
      log.info({ interaction, fault: traceFault(error) }, 'Nothing could be said beside an answer')
      return false
    }
  }

  async function post(channel: string, message: Message, { interaction }: Address): Promise<void> {
    // What answers no call is said as often as it happens.
    const nonce =
      message.delivers === undefined
        ? createNonce(channel, interaction || randomUUID(), nameMessage(message))
        : createNonce(channel, message.delivers)
    await api.post(channel, await renderMessage(message, render), nonce)
  }

  return async (origin, { user }, message) => {
    const address = readAddress(origin)
    if (await finishAnswer(address, message, speakTo(origin))) return
    try {
      if (!message.private && !isClosed(address.interaction))
        return await post(address.channel, message, address)
    } catch (error) {
      if (hasCode(error, 'stopping')) throw error
      log.info({ fault: traceFault(error) }, 'A message could not be posted where it was asked for')
    }
    const alone = { ...message, private: true }
    if (await followAnswer(address, isClosed(address.interaction) ? alone : message)) return
    try {
      await post(await api.openDirect(user), message, address)
    } catch (error) {
      throw refusePost(error)
    }
  }
}

function readAddress({ address }: Origin): Address {
  const { channel, interaction, application, token, audience, expiresAt } = address
  return {
    channel: String(channel ?? ''),
    interaction: String(interaction ?? ''),
    application: String(application ?? ''),
    token: String(token ?? ''),
    audience: audience === 'everyone' ? 'everyone' : 'caller',
    expiresAt: Number(expiresAt ?? 0),
  }
}
