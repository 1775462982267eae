/** The app's manifest, from the list of commands: what Slack must know of the app before it runs. */
import { cutText, signInPath, speak } from '#core/index.ts'
import type { Command } from '../command.ts'
import { listUsed } from '../messages/help.ts'
import { nameInMenu, summarize } from '../named.ts'
import { redirectPath } from './install/routes.ts'
import { eventsPath } from './transport/http-receiver.ts'

/** Slack takes one language. */
const manifest = speak(undefined)

/** The name of the shortcut on messages. */
export const excerptShortcut = 'imagine_message'
/** What earlier manifests call the one that takes a message's pictures. */
export const formerReference = 'reference_message'

/** The shortcuts of commands, by which these are called. */
export const listShortcuts = (commands: readonly Command[]) =>
  commands.flatMap(({ name, onMessage }) => (onMessage ? [{ name, shown: nameInMenu(manifest, name) }] : []))

/** docs.slack.dev/reference/app-manifest */
const longestUsage = 1_000
const longestShortcut = 24

/** The bot token's scopes, and no more than these commands need. */
export function listScopes(commands: readonly Command[]): string[] {
  const takesImages = commands.some(({ options }) => options.some(({ type }) => type === 'image'))
  const asksAdmins = commands.some(needsAdmin)
  return [
    'app_mentions:read',
    'chat:write',
    'chat:write.public',
    'commands',
    ...(takesImages ? ['files:read'] : []),
    'files:write',
    'im:history',
    ...(asksAdmins ? ['users:read'] : []),
  ]
}

/** Whether who may run it depends on what Slack says of the person. */
export const needsAdmin = (command: Command) => command.needsAdmin === true

/** JSON for "create an app from a manifest". Without `socketMode` it needs the address where Slack reaches the bot. */
export function renderManifest(
  commands: readonly Command[],
  { publicUrl, socketMode }: { publicUrl?: string; socketMode: boolean },
): object {
  const url = publicUrl === undefined ? undefined : `${publicUrl}${eventsPath}`
  const requestUrl = socketMode || url === undefined ? {} : { request_url: url }
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: { name: 'imgsrc', description: manifest.slack.appDescription },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'imgsrc', always_online: true },
      shortcuts: [
        renderShortcut(manifest.messageMenu.excerpt, excerptShortcut),
        ...listShortcuts(commands).map(({ name, shown }) => renderShortcut(shown, name)),
      ],
      slash_commands: commands
        .filter(({ hidden }) => !hidden)
        .map((command) => renderCommand(command, socketMode ? undefined : url)),
    },
    oauth_config: {
      ...(publicUrl !== undefined && {
        redirect_urls: [redirectPath, signInPath('slack')].map((path) => `${publicUrl}${path}`),
      }),
      scopes: { bot: listScopes(commands) },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: true,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  }
}

const renderShortcut = (name: string, id: string) => ({
  name: cutText(name, longestShortcut),
  type: 'message',
  callback_id: id,
  description: manifest.slack.appDescription,
})

function renderCommand(command: Command, url: string | undefined): object {
  const usage = listUsed(manifest, command).join(' ')
  return {
    command: `/${command.name}`,
    description: summarize(manifest, command.name),
    ...(usage !== '' && { usage_hint: cutText(usage, longestUsage) }),
    ...(url !== undefined && { url }),
    // Channels then come with their ids; in prompts Slack would take words for names.
    should_escape: command.options.some(({ type }) => type === 'channel' || type === 'person'),
  }
}
