/** The calls made to Discord, each with its own patience: none may post twice, and none may outlast its use. */
import {
  type APIChannel,
  type APIGuild,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  type RateLimitData,
  REST,
  type RESTPostAPIInteractionCallbackJSONBody,
  Routes,
} from 'discord.js'
import { readTrouble } from './errors.ts'
import type { Rendered } from './render.ts'

export interface ApiOptions {
  token: string
  /** Instead of Discord's own, for a stand-in. */
  apiUrl?: string
  /** How long one call may take, in milliseconds. */
  patience?: Partial<Patience>
}

export interface Patience {
  /** For a first response: Discord forgets the event after three seconds. */
  acknowledge: number
  /** For an edit that a later one makes good. */
  progress: number
  /** For anything else, each time it is tried. */
  other: number
  /** For what rate limits put off again and again: a burst in one channel takes minutes. */
  insist: number
}

/** What one interaction's token allows. */
export interface Webhook {
  /** Changes the answer; again, where no answer came. */
  edit(rendered: Rendered): Promise<void>
  /** Changes the answer, without insisting. */
  editOnce(rendered: Rendered): Promise<void>
  /** Takes the answer away; that it is gone already is fine. */
  remove(): Promise<void>
  /** Says something more, to the caller alone or to all. */
  follow(rendered: Rendered, ephemeral: boolean): Promise<void>
}

export interface Api {
  /**
   * Gives the first response, once. Rejects when it was not taken; when no answer came, the interaction itself
   * tells whether it was.
   */
  respond(interaction: Acknowledged, response: RESTPostAPIInteractionCallbackJSONBody): Promise<void>
  webhook(interaction: Pick<Acknowledged, 'application_id' | 'token'>): Webhook
  /** Posts as the bot; answers with the message's id. The nonce keeps a repeated call from posting twice. */
  post(channel: string, rendered: Rendered, nonce: string): Promise<string>
  remove(channel: string, message: string): Promise<void>
  findChannel(channel: string): Promise<APIChannel>
  findGuild(guild: string): Promise<APIGuild>
  /** The channel of the bot's direct messages with that person. */
  openDirect(user: string): Promise<string>
  /** For registering commands, with the bot's token. */
  rest: REST
  close(): void
}

export interface Acknowledged {
  id: string
  application_id: string
  token: string
}

/** Waiting longer for a rate limit to pass would outlast whoever waits for the answer. Milliseconds. */
const longestWait = 30_000
/** An edit that is put off again and again is given up after this long. Milliseconds. */
const longestEdit = 60_000
/** One request handler is kept per interaction; milliseconds between clearing them away. */
const sweepEvery = 600_000

export function createApi({ token, apiUrl, patience }: ApiOptions): Api {
  const { acknowledge, progress, other, insist }: Patience = {
    acknowledge: 2_500,
    progress: 5_000,
    other: 10_000,
    insist: 300_000,
    ...patience,
  }
  const common = {
    ...(apiUrl && { api: apiUrl }),
    timeout: other,
    handlerSweepInterval: sweepEvery,
    rejectOnRateLimit: ({ retryAfter }: RateLimitData) => retryAfter > longestWait,
  }
  // What comes by an interaction's token does not count towards the bot's 50 requests a second.
  const unlimited = { ...common, globalRequestsPerSecond: Number.POSITIVE_INFINITY }
  const callbacks = new REST({
    ...unlimited,
    timeout: acknowledge,
    retries: 0,
    rejectOnRateLimit: () => true,
  })
  const edits = new REST({ ...unlimited, retries: 2 })
  const creations = new REST({ ...unlimited, retries: 0 })
  const rest = new REST({ ...common, retries: 2 }).setToken(token)

  async function respond(interaction: Acknowledged, body: RESTPostAPIInteractionCallbackJSONBody) {
    try {
      await callbacks.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body,
        auth: false,
      })
    } catch (error) {
      if (readTrouble(error) !== 'unanswered' || !(await isAnswered(interaction, body))) throw error
    }
  }

  /** Whether a first response took effect after all. A form leaves no trace. */
  async function isAnswered(interaction: Acknowledged, { type }: RESTPostAPIInteractionCallbackJSONBody) {
    if (type === InteractionResponseType.Modal) return false
    const route = Routes.webhookMessage(interaction.application_id, interaction.token, '@original')
    return await creations.get(route, { auth: false }).then(
      () => true,
      () => false,
    )
  }

  function webhook({ application_id, token }: Pick<Acknowledged, 'application_id' | 'token'>): Webhook {
    const original = Routes.webhookMessage(application_id, token, '@original')
    return {
      async edit(rendered) {
        const signal = AbortSignal.timeout(Math.min(insist, longestEdit))
        await edits.patch(original, { ...rendered, auth: false, signal })
      },
      async editOnce(rendered) {
        await edits.patch(original, { ...rendered, auth: false, signal: AbortSignal.timeout(progress) })
      },
      async remove() {
        try {
          await edits.delete(original, { auth: false, signal: AbortSignal.timeout(insist) })
        } catch (error) {
          if (readTrouble(error) !== 'message-gone') throw error
        }
      },
      async follow({ body, files }, ephemeral) {
        const flags = body.flags | (ephemeral ? MessageFlags.Ephemeral : 0)
        const route = Routes.webhook(application_id, token)
        const signal = AbortSignal.timeout(insist)
        await creations.post(route, { body: { ...body, flags }, files, auth: false, signal })
      },
    }
  }

  return {
    rest,
    respond,
    webhook,
    async post(channel, { body, files }, nonce) {
      const route = Routes.channelMessages(channel)
      const signal = AbortSignal.timeout(insist)
      const message = await rest.post(route, {
        body: { ...body, nonce, enforce_nonce: true },
        files,
        signal,
      })
      return (message as APIMessage).id
    },
    async remove(channel, message) {
      await rest.delete(Routes.channelMessage(channel, message))
    },
    findChannel: async (channel) => (await rest.get(Routes.channel(channel))) as APIChannel,
    findGuild: async (guild) => (await rest.get(Routes.guild(guild))) as APIGuild,
    async openDirect(user) {
      const signal = AbortSignal.timeout(insist)
      const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: user }, signal })
      return (channel as APIChannel).id
    },
    close() {
      for (const each of [callbacks, edits, creations, rest]) {
        each.clearHashSweeper()
        each.clearHandlerSweeper()
      }
    },
  }
}
