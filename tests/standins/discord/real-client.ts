/** A bot made of the real discord.js, for the stand-in's own tests. */
import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
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

/** A guild with a channel, a person in it, and a bot that knows `/draw`. */
export async function startScene(
  handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
  options?: DiscordStandinOptions,
) {
  const standin = await startStandin(options)
  const guild = standin.createGuild()
  const channel = standin.createChannel(guild)
  const ann = standin.createPerson('ann')
  standin.join(guild, ann)
  const bot = await startBot(standin, async (interaction) => {
    if (interaction.isChatInputCommand()) await handle(interaction)
  })
  await bot.client.application?.commands.set([draw])
  return { standin, guild, channel, ann, ...bot }
}
