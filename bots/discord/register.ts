/** Makes Discord's list of the bot's commands what the bot's own list says. */
import { isDeepStrictEqual } from 'node:util'
import type { REST } from '@discordjs/rest'
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10'
import type { Command, Option } from '../command.ts'

/** docs.discord.com/developers/interactions/application-commands#application-command-object */
const longestText = 6000
const longestSummary = 100

/** Registers the commands, for servers, direct messages and everywhere else, unless they are so already. Says whether it had to. */
export async function registerCommands(rest: REST, commands: readonly Command[]): Promise<boolean> {
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication
  const route = Routes.applicationCommands(id)
  const wanted = renderCommands(commands)
  const registered = (await rest.get(route)) as APIApplicationCommand[]
  if (isDeepStrictEqual(normalize(registered), normalize(wanted))) return false
  await rest.put(route, { body: wanted })
  return true
}

/** The commands that menus list, as Discord wants them described. */
export function renderCommands(
  commands: readonly Command[],
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return commands
    .filter(({ hidden }) => !hidden)
    .map(({ name, summary, options }) => ({
      type: ApplicationCommandType.ChatInput,
      name,
      description: summary.slice(0, longestSummary),
      contexts: [
        InteractionContextType.Guild,
        InteractionContextType.BotDM,
        InteractionContextType.PrivateChannel,
      ],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options: options.toSorted(requiredFirst).map(renderOption),
    }))
}

const requiredFirst = (one: Option, other: Option) =>
  Number(other.required ?? false) - Number(one.required ?? false)

function renderOption(option: Option): APIApplicationCommandBasicOption {
  const common = {
    name: option.name,
    description: option.summary.slice(0, longestSummary),
    required: option.required ?? false,
  }
  switch (option.type) {
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(option.maxLength, longestText),
      }
    case 'choice':
      return option.open
        ? // Discord lets nothing but its choices be sent, so that open ones are suggested instead.
          {
            ...common,
            type: ApplicationCommandOptionType.String,
            max_length: option.open.maxLength,
            autocomplete: true,
          }
        : {
            ...common,
            type: ApplicationCommandOptionType.String,
            choices: option.choices.map(({ value, label }) => ({ name: label, value })),
          }
    case 'generation':
      return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true }
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.minimum,
        max_value: option.maximum,
      }
    case 'flag':
      return { ...common, type: ApplicationCommandOptionType.Boolean }
    case 'image':
      return { ...common, type: ApplicationCommandOptionType.Attachment }
    case 'channel':
      return {
        ...common,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      }
  }
}

/** What both lists have, in one form: Discord leaves out what is usual and adds what is its own. */
function normalize(commands: readonly object[]): unknown {
  return commands.map((command) => keep(command, commandFields)).toSorted(byName)
}

const commandFields = ['type', 'name', 'description', 'contexts', 'integration_types', 'options']
const optionFields = [
  'type',
  'name',
  'description',
  'required',
  'autocomplete',
  'choices',
  'channel_types',
  'max_length',
  'min_value',
  'max_value',
]
const usual: Readonly<Record<string, unknown>> = {
  type: 1,
  options: [],
  required: false,
  autocomplete: false,
  choices: [],
}

type Fields = Record<string, unknown>

function keep(thing: object, names: readonly string[]): Fields {
  const given = thing as Fields
  return Object.fromEntries(names.map((name) => [name, keepValue(name, given[name] ?? usual[name])]))
}

function keepValue(name: string, value: unknown): unknown {
  if (name === 'options') return (value as object[]).map((option) => keep(option, optionFields))
  if (name === 'choices') return (value as object[]).map((choice) => keep(choice, ['name', 'value']))
  return Array.isArray(value) ? value.toSorted() : value
}

const byName = (one: Fields, other: Fields) => (String(one.name) < String(other.name) ? -1 : 1)
