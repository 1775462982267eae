/** The one command in Discord's list that is not the bot's own, and goes back to Discord as it came. */
import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10'

/** It opens the app's Activity and is Discord's own making, or the developer's; a list without it is refused (50240). */
export const isEntryPoint = ({ type }: APIApplicationCommand) =>
  type === ApplicationCommandType.PrimaryEntryPoint

/** What Discord takes back: docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands */
const entryPointFields = [
  'id',
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'handler',
  'integration_types',
  'contexts',
  'default_member_permissions',
  'nsfw',
]

/** As Discord takes it back. */
export const keepEntryPoint = (command: APIApplicationCommand): Record<string, unknown> =>
  Object.fromEntries(Object.entries(command).filter(([name]) => entryPointFields.includes(name)))
