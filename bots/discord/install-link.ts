/** Where people add the bot to a server of theirs. */
import { OAuth2Routes, PermissionFlagsBits } from 'discord-api-types/v10'

/** What the bot does in channels. */
const { AttachFiles, SendMessages, SendMessagesInThreads, ViewChannel } = PermissionFlagsBits
const permissions = AttachFiles | SendMessages | SendMessagesInThreads | ViewChannel

/** Of the application with that id: docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function renderInstallLink(application: string): string {
  const query = {
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(permissions),
  }
  return `${OAuth2Routes.authorizationURL}?${new URLSearchParams(query)}`
}
