/** A bot made of the real discord.js, for the stand-in's own tests. */
import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  DiscordAPIError,
  type Interaction,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { afterEach, expect } from 'vitest'
import { type DiscordStandin, type DiscordStandinOptions, startDiscordStandin } from './discord-standin.ts'

/** A command with an option of most kinds. */
export const draw: RESTPostAPIApplicationCommandsJSONBody = {
  name: 'draw',
  description: 'Draws',
  contexts: [0, 1, 2],
  integration_types: [0, 1],
  options: [
    { type: 3, name: 'prompt', description: 'What', required: true, max_length: 100 },
    { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 4 },
    { type: 3, name: 'id', description: 'Which', autocomplete: true },
    { type: 11, name: 'image', description: 'From' },
    { type: 7, name: 'where', description: 'Where to' },
  ],
}

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** Ended after the test, which fails when Discord's API description was broken. */
export async function startStandin(options?: DiscordStandinOptions): Promise<DiscordStandin> {
  const standin = await startDiscordStandin(options)
  open.push(async () => {
    await standin.close()
    expect(standin.faults).toEqual([])
  })
  return standin
}

export interface Bot {
  client: Client
  /** What its handler threw. */
  errors: unknown[]
}

/** Logs a bot in; it answers every interaction with `handle`. Ended after the test. */
export async function startBot(
  standin: DiscordStandin,
  handle: (interaction: Interaction) => Promise<unknown> = async () => {},
  options: Partial<ClientOptions> = {},
): Promise<Bot> {
  const client = new Client({ intents: [], ...options, rest: { api: standin.url, ...options.rest } })
  const errors: unknown[] = []
  open.push(() => client.destroy())
  client.on('error', (error) => errors.push(error))
  client.on('interactionCreate', (interaction) => {
    handle(interaction).catch((error: unknown) => errors.push(error))
  })
  const ready = new Promise((resolve) => client.once('clientReady', resolve))
  await client.login(standin.application.token)
  await ready
  return { client, errors }
}

/** A guild with a channel and a person in it. */
export async function startGuild(options?: DiscordStandinOptions) {
  const standin = await startStandin(options)
  const guild = standin.createGuild()
  const ann = standin.createPerson('ann')
  standin.join(guild, ann)
  return { standin, guild, channel: standin.createChannel(guild), ann }
}

/** The same, and a bot that knows `/draw`. */
export async function startScene(
  handle: (interaction: ChatInputCommandInteraction) => Promise<unknown> = async () => {},
  handleOther: (interaction: Interaction) => Promise<unknown> = async () => {},
) {
  const place = await startGuild()
  const bot = await startBot(place.standin, (interaction) =>
    interaction.isChatInputCommand() ? handle(interaction) : handleOther(interaction),
  )
  await bot.client.application?.commands.set([draw])
  const listCallbacks = () =>
    place.standin.requests.filter(({ route }) => route === 'callback').map(({ status }) => status)
  /** Ann types it. */
  const type = (prompt = 'x', options: Parameters<typeof place.ann.command>[3] = {}) =>
    place.ann.command(place.channel, 'draw', { prompt }, options)
  return { ...place, ...bot, type, listCallbacks }
}

/** Discord's code for what went wrong. */
export const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof DiscordAPIError ? error.code : error),
  )

/** Sends a message without a library. */
export function sendBare(standin: DiscordStandin, path: string, body: object, method = 'POST') {
  const authorization = `Bot ${standin.application.token}`
  const headers = { authorization, 'content-type': 'application/json' }
  return fetch(`${standin.url}/v10/channels/${path}`, { method, headers, body: JSON.stringify(body) })
}
