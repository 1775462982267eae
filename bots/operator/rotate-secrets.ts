/** Says how each secret in use is changed, and makes a new session secret. */
import type { Secrets } from '#core/config.ts'
import { alignTable } from '../table.ts'
import type { OperatorCommand } from './operator-command.ts'

/** For each secret, its variable, and how to change it so that nothing is lost on the way. */
const ways: Readonly<Record<keyof Secrets, readonly [variable: string, way: string]>> = {
  session: ['SESSION_SECRET', 'rotate-secrets --session; set it everywhere, start the bot again.'],
  sealing: [
    'SEALING_KEY',
    'Put a new one before the old, with a comma, and start again: all is sealed anew, and the old one can go.',
  ],
  metricsToken: ['METRICS_TOKEN', 'Set another, here and where the metrics are read.'],
  discordToken: [
    'DISCORD_TOKEN',
    'Developer Portal, Bot, Reset Token: the old one ends at once, so set the new one and start the bot again.',
  ],
  discordClientSecret: [
    'DISCORD_CLIENT_SECRET',
    'Developer Portal, OAuth2, Reset Secret: set it and start again.',
  ],
  slackBotToken: ['SLACK_BOT_TOKEN', 'Reinstall the app to the workspace, set the new token, start again.'],
  slackAppToken: [
    'SLACK_APP_TOKEN',
    'Basic Information, App-Level Tokens: make a second, set it, start again, revoke the first.',
  ],
  slackSigningSecret: [
    'SLACK_SIGNING_SECRET',
    'Basic Information, Regenerate: set it and start again; Slack repeats what is refused in between.',
  ],
  slackClientId: ['SLACK_CLIENT_ID', 'Not a secret: it stays.'],
  slackClientSecret: [
    'SLACK_CLIENT_SECRET',
    'Basic Information, Regenerate: set it and start again; with MongoDB, and no SEALING_KEY, set that to the old one.',
  ],
  mongodbUri: ['MONGODB_URI', 'Make a second database user, set it, start again, remove the first.'],
  openaiApiKey: ['OPENAI_API_KEY', 'Make a second key, set it, start again, delete the first.'],
  cloudflareApiToken: ['CLOUDFLARE_API_TOKEN', 'Make a second token, set it, start again, delete the first.'],
  lemonSqueezyApiKey: ['LEMONSQUEEZY_API_KEY', 'Make a second key, set it, start again, delete the first.'],
  lemonSqueezyWebhookSecret: [
    'LEMONSQUEEZY_WEBHOOK_SECRET',
    'Set it here and there and start again; orders refused in between are found within ten minutes.',
  ],
  smtpUrl: ['SMTP_URL', 'Change the password, set it, start again.'],
}

export const rotateSecrets: OperatorCommand = {
  name: 'rotate-secrets',
  summary: 'Says how each secret in use is changed; with --session, makes a new session secret.',
  needsStore: false,
  parameters: [],
  options: { session: { summary: 'Make a new session secret: everybody signs in again.' } },
  async run({ options }, { rotateSecret, secrets }) {
    if (options.session !== undefined) {
      const fresh = await rotateSecret()
      return { ok: true, lines: renderFresh(fresh, secrets.slackClientId !== undefined), data: fresh }
    }
    const names = (Object.keys(ways) as (keyof Secrets)[]).filter(
      (name) => name === 'session' || secrets[name] !== undefined,
    )
    const rows = names.map((name) => ways[name])
    return { ok: true, lines: alignTable(rows), data: Object.fromEntries(rows) }
  },
}

function renderFresh(fresh: { file: string } | { secret: string }, hasInstallations: boolean): string[] {
  return [
    'file' in fresh ? `A new session secret is in ${fresh.file}.` : `SESSION_SECRET=${fresh.secret}`,
    'From the next start of the bot, everybody signs in again, and codes and links on their way have ended.',
    'Accounts, credits and pictures stay as they are.',
    ...(hasInstallations ? ['The Slack app stays installed where it is.'] : []),
  ]
}
