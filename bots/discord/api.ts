/** The calls made to Discord, each with its own patience: none may post twice, and none may outlast its use. */
import { type RateLimitData, REST } from '@discordjs/rest'
import {
  type APIChannel,
  type APIGuild,
  InteractionResponseType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { z } from 'zod'
import type { Ports } from '#core/index.ts'
import { createShutdown, type Shutdown } from '../process/shutdown.ts'
import { readTrouble } from './errors.ts'
import { readAnswer } from './gateway/fault.ts'
import { createEras, type Eras } from './nonce.ts'
import type { Rendered } from './render.ts'
import { renderContent } from './uploads.ts'

export interface ApiOptions {
  token: string
  /** Instead of Discord's own, for a stand-in. */
  apiUrl?: string
  /** How long one call may take, in milliseconds. */
  patience?: Partial<Patience>
  clock: Ports['clock']
}

export interface Patience {
  /** For a first response. What comes later than three seconds Discord itself refuses; what it takes counts, however late it says so. */
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
  /** Changes the answer, without insisting; tells the message's id. */
  editOnce(rendered: Rendered): Promise<string>
  /** Takes the answer away; that it is gone already is fine. */
  remove(): Promise<void>
  /** Says something more, to the caller alone or to all. */
  follow(rendered: Rendered, ephemeral: boolean): Promise<void>
}

/** Everything rejects with `stopping` once it is given up because the process is to end. */
export interface Api {
  /**
   * Gives the first response, once. Rejects when it was not taken; when no answer came, the interaction itself
   * tells whether it was.
   */
  respond(interaction: Acknowledged, response: RESTPostAPIInteractionCallbackJSONBody): Promise<void>
  webhook(interaction: Pick<Acknowledged, 'application_id' | 'token'>): Webhook
  /** Posts as the bot; answers with the message's id. A nonce that was used minutes ago posts nothing and answers with that one's. */
  post(channel: string, rendered: Rendered, nonce: string): Promise<string>
  /** Changes a message of the bot's own. */
  edit(channel: string, message: string, rendered: Rendered): Promise<void>
  remove(channel: string, message: string): Promise<void>
  eras: Pick<Eras, 'find'>
  findChannel(channel: string): Promise<APIChannel>
  findGuild(guild: string): Promise<APIGuild>
  /** The channel of the bot's direct messages with that person. */
  openDirect(user: string): Promise<string>
  /** With the bot's token, for what its caller tries again: no request is repeated here, or waits for a limit. */
  askOnce(): Pick<REST, 'get' | 'put'>
  /** In `ms` milliseconds whatever still waits for Discord is given up. */
  hurry(ms: number): void
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

const usualPatience: Patience = { acknowledge: 10_000, progress: 5_000, other: 10_000, insist: 300_000 }

export function createApi({ token, apiUrl, patience: given, clock }: ApiOptions): Api {
  const patience = { ...usualPatience, ...given }
  const clients = createClients(patience, apiUrl)
  const { hurry, within } = createShutdown(clock)
  const calls: Calls = { ...clients, patience, within }
  const eras = createEras()
  // The library forgets a token that was answered 401 once, also where Discord itself was in trouble.
  const asBot = () => clients.bot.setToken(token)
  const insist = <Result>(work: (signal: AbortSignal) => Promise<Result>) =>
    limit(calls, patience.insist, work)
  const find = (route: `/${string}`) => insist((signal) => asBot().get(route, { signal }))

  return {
    askOnce: () => clients.asking.setToken(token),
    hurry,
    respond: (interaction, response) => respond(calls, interaction, response),
    webhook: (interaction) => createWebhook(calls, interaction),
    async post(channel, { body, files }, nonce) {
      const route = Routes.channelMessages(channel)
      const named = { ...body, nonce, enforce_nonce: true }
      const message = await insist((signal) =>
        asBot().post(route, { ...renderContent({ body: named, files }), signal }),
      )
      return readNamed(message).id
    },
    eras,
    async edit(channel, message, rendered) {
      const route = Routes.channelMessage(channel, message)
      await limit(calls, longestEdit, (signal) =>
        asBot().patch(route, { ...renderContent(rendered), signal }),
      )
    },
    async remove(channel, message) {
      eras.begin(channel)
      await within((signal) => asBot().delete(Routes.channelMessage(channel, message), { signal }))
    },
    findChannel: async (channel) => readNamed<APIChannel>(await find(Routes.channel(channel))),
    findGuild: async (guild) => readNamed<APIGuild>(await find(Routes.guild(guild))),
    async openDirect(user) {
      const body = { recipient_id: user }
      const channel = await insist((signal) => asBot().post(Routes.userChannels(), { body, signal }))
      return readNamed(channel).id
    },
    close() {
      for (const each of Object.values(clients)) {
        each.clearHashSweeper()
        each.clearHandlerSweeper()
      }
    },
  }
}

/** What Discord makes and finds has an id; a page of whoever stands before it has none. */
const readNamed = <Answer extends { id: string }>(answer: unknown): Answer =>
  readAnswer(
    z.custom<Answer>((value) => z.looseObject({ id: z.string() }).safeParse(value).success),
    answer,
  )

/** One for each way of being insistent. */
function createClients({ acknowledge, other }: Patience, apiUrl?: string) {
  const common = {
    ...(apiUrl && { api: apiUrl }),
    timeout: other,
    handlerSweepInterval: sweepEvery,
    rejectOnRateLimit: ({ retryAfter }: RateLimitData) => retryAfter > longestWait,
  }
  // What comes by an interaction's token does not count towards the bot's 50 requests a second.
  const unlimited = { ...common, globalRequestsPerSecond: Number.POSITIVE_INFINITY }
  const atOnce = { retries: 0, rejectOnRateLimit: () => true }
  return {
    callbacks: new REST({ ...unlimited, ...atOnce, timeout: acknowledge }),
    edits: new REST({ ...unlimited, retries: 2 }),
    creations: new REST({ ...unlimited, retries: 0 }),
    bot: new REST({ ...common, retries: 2 }),
    asking: new REST({ ...common, ...atOnce }),
  }
}

interface Calls extends ReturnType<typeof createClients>, Pick<Shutdown, 'within'> {
  patience: Patience
}

/** Gives it up after `longest` milliseconds, or when the process is to end. */
function limit<Result>(
  { within }: Calls,
  longest: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return within((shutdown) => work(AbortSignal.any([shutdown, AbortSignal.timeout(longest)])))
}

async function respond(
  calls: Calls,
  interaction: Acknowledged,
  body: RESTPostAPIInteractionCallbackJSONBody,
): Promise<void> {
  try {
    const route = Routes.interactionCallback(interaction.id, interaction.token)
    await calls.within((signal) => calls.callbacks.post(route, { body, auth: false, signal }))
  } catch (error) {
    if (readTrouble(error) !== 'unanswered' || !(await isAnswered(calls, interaction, body))) throw error
  }
}

/** Whether a first response took effect after all. A form leaves no trace. */
async function isAnswered(
  { within, creations }: Calls,
  interaction: Acknowledged,
  { type }: RESTPostAPIInteractionCallbackJSONBody,
): Promise<boolean> {
  if (type === InteractionResponseType.Modal) return false
  const route = Routes.webhookMessage(interaction.application_id, interaction.token, '@original')
  return await within((signal) => creations.get(route, { auth: false, signal })).then(
    () => true,
    () => false,
  )
}

function createWebhook(
  calls: Calls,
  { application_id, token }: Pick<Acknowledged, 'application_id' | 'token'>,
): Webhook {
  const { edits, creations, patience } = calls
  const { insist, progress } = patience
  const original = Routes.webhookMessage(application_id, token, '@original')

  async function patch(rendered: Rendered, longest: number): Promise<string> {
    const message = await limit(calls, longest, (signal) =>
      edits.patch(original, { ...renderContent(rendered), auth: false, signal }),
    )
    return readNamed(message).id
  }

  return {
    async edit(rendered) {
      await patch(rendered, Math.min(insist, longestEdit))
    },
    editOnce: (rendered) => patch(rendered, progress),
    async remove() {
      try {
        await limit(calls, insist, (signal) => edits.delete(original, { auth: false, signal }))
      } catch (error) {
        if (readTrouble(error) !== 'message-gone') throw error
      }
    },
    async follow({ body, files }, ephemeral) {
      const flags = body.flags | (ephemeral ? MessageFlags.Ephemeral : 0)
      const route = Routes.webhook(application_id, token)
      await limit(calls, insist, (signal) =>
        creations.post(route, {
          ...renderContent({ body: { ...body, flags }, files }),
          auth: false,
          signal,
        }),
      )
    },
  }
}
