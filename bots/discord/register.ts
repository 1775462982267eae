/** Makes Discord's list of the bot's commands what the bot's own list says. */

import { isDeepStrictEqual } from 'node:util'
import type { REST } from '@discordjs/rest'
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { z } from 'zod'
import type { Log, Ports } from '#core/index.ts'
import { languages, type Words } from '#core/index.ts'
import type { Command } from '../command.ts'
import { type KeptConnected, keepConnected } from '../keep-connected.ts'
import { explainOption, labelChoice, nameCommand, nameInMenu, nameOption, summarize } from '../named.ts'
import { findTextRoom, type Option } from '../option.ts'
import type { Api } from './api.ts'
import { isEntryPoint, keepEntryPoint } from './entry-point.ts'
import { explainAway } from './explain-away.ts'
import { readAnswer } from './gateway/fault.ts'
import { renderInstallLink } from './install-link.ts'
import { localizeDescription, localizeId, localizeName, longest } from './localize.ts'

/** docs.discord.com/developers/interactions/application-commands#application-command-object */
const longestText = 6000

/** A refusal may hold for a day: Discord counts how often commands are made. Milliseconds. */
const pauses = { first: 1_000, longest: 1_800_000 }

/**
 * Registers the commands, and tries again until Discord has taken them. Never a reason not to start: Discord goes on
 * with the list it has, and a token that is refused is found out by connecting.
 */
export function keepRegistered(options: {
  api: Pick<Api, 'askOnce'>
  commands: readonly Command[]
  clock: Ports['clock']
  log: Log
}): Registration {
  const { api, commands, clock, log } = options
  let application: string | undefined
  const kept = keepConnected({
    name: 'The list of commands at Discord',
    words: {
      done: 'The commands are registered with Discord',
      failed: 'The commands cannot be registered with Discord; trying again',
    },
    async connect(signal) {
      const rest = api.askOnce()
      application = await findApplication(rest, signal)
      await registerCommands(rest, application, commands, signal)
      return {}
    },
    explain(error) {
      const { advice: _advice, ...away } = explainAway(error)
      return away
    },
    ...{ clock, log, pauses },
  })
  const { start, hurry, stop } = kept
  const findInstallLink = () => (application === undefined ? undefined : renderInstallLink(application))
  return { start, hurry, stop, findInstallLink }
}

export interface Registration extends Pick<KeptConnected, 'start' | 'hurry' | 'stop'> {
  /** Undefined until Discord has said which application it is. */
  findInstallLink(): string | undefined
}

async function findApplication(rest: Pick<REST, 'get'>, signal: AbortSignal): Promise<string> {
  return readAnswer(ownApplication, await rest.get(Routes.currentApplication(), { signal })).id
}

/** Registers the commands, for servers, direct messages and everywhere else, unless they are so already. */
async function registerCommands(
  rest: Pick<REST, 'get' | 'put'>,
  application: string,
  commands: readonly Command[],
  signal: AbortSignal,
): Promise<void> {
  const route = Routes.applicationCommands(application)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const registered = readAnswer(list, await rest.get(route, { query, signal }))
  const wanted = renderCommands(commands)
  const own = registered.filter((command) => !isEntryPoint(command))
  if (isDeepStrictEqual(normalize(own), normalize(wanted))) return
  const kept = registered.filter(isEntryPoint).map(keepEntryPoint)
  await rest.put(route, { body: [...wanted, ...kept], signal })
}

const ownApplication = z.object({ id: z.string() })
const list = z.array(z.custom<APIApplicationCommand>((value) => typeof value === 'object' && value !== null))

const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}

/** The commands that menus list, those of messages last, as Discord wants them described. */
export function renderCommands(
  commands: readonly Command[],
  spoken: readonly Words[] = languages,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const ofMessages = commands
    .filter(({ onMessage }) => onMessage)
    .map(({ name }) => ({
      type: ApplicationCommandType.Message as const,
      ...localizeName(spoken, (words) => nameInMenu(words, name)),
      ...everywhere,
    }))
  return [...renderChatCommands(commands, spoken), ...ofMessages]
}

function renderChatCommands(
  commands: readonly Command[],
  spoken: readonly Words[],
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return commands
    .filter(({ hidden }) => !hidden)
    .map((command) => ({
      type: ApplicationCommandType.ChatInput,
      ...localizeId(command.name, spoken, (words) => nameCommand(words, command.name)),
      ...localizeDescription(spoken, (words) => summarize(words, command.name)),
      ...everywhere,
      options: command.options
        .toSorted(requiredFirst)
        .map((option) => renderOption(option, command.name, spoken)),
    }))
}

const requiredFirst = (one: Option, other: Option) =>
  Number(other.required ?? false) - Number(one.required ?? false)

function renderOption(
  option: Option,
  command: string,
  spoken: readonly Words[],
): APIApplicationCommandBasicOption {
  const common = {
    ...localizeId(option.name, spoken, (words) => nameOption(words, option.name)),
    ...localizeDescription(spoken, (words) => explainOption(words, command, option.name)),
    required: option.required ?? false,
  }
  switch (option.type) {
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(findTextRoom(option), longestText),
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
            choices: option.choices.map((choice) => ({
              ...localizeName(spoken, (words) => labelChoice(words, choice), longest.choice),
              value: choice.value,
            })),
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
    case 'person':
      return { ...common, type: ApplicationCommandOptionType.User }
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

const words = ['name', 'name_localizations', 'description', 'description_localizations']
const choiceFields = ['name', 'name_localizations', 'value']
const commandFields = ['type', ...words, 'contexts', 'integration_types', 'options']
const optionFields = [
  'type',
  ...words,
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
  description: '',
  name_localizations: {},
  description_localizations: {},
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
  if (name === 'choices') return (value as object[]).map((choice) => keep(choice, choiceFields))
  return Array.isArray(value) ? value.toSorted() : value
}

const byName = (one: Fields, other: Fields) => (String(one.name) < String(other.name) ? -1 : 1)
