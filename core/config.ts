/** Reads the environment into a configuration, or names every fault in it at once. */
import { join, resolve } from 'node:path'
import type { Pack } from '#core/payments/packs.ts'
import type { SkuPack } from '#core/payments/provider.ts'
import { listSkuPacks } from '#core/payments/skus.ts'
import { type ConfigFault, findCombinationFaults } from './config-faults.ts'
import type { Rules } from './index.ts'
import { type Values, type Variable, variables } from './variables.ts'

export type { ConfigFault } from './config-faults.ts'
export { variables } from './variables.ts'

/** Who sells credits. */
type Provider =
  | { kind: 'test' }
  | { kind: 'lemonsqueezy'; storeId: string; baseUrl?: string }
  | { kind: 'discord'; packs: readonly SkuPack[]; baseUrl?: string }

/** By what app a platform's own sign-in is asked for; Slack's client id is kept with its secrets. */
type SignIn =
  | { kind: 'discord'; clientId: string; baseUrl?: string }
  | { kind: 'slack'; clientId?: never; baseUrl?: string }

/** What runs, and with which settings; holds nothing secret. */
export interface Config {
  production: boolean
  logLevel: string
  /** Absolute path. */
  dataDir: string
  port: number
  /** Without a slash at its end. */
  publicUrl: string
  /** How many proxies before this server may be believed about the client's address. */
  trustedProxies: number
  rules: Rules
  discord?: { shards: string; apiUrl?: string }
  slack?: { apiUrl?: string }
  /** The chat platforms' own sign-ins, by which people can prove who they are there. */
  signIns: readonly SignIn[]
  store: { kind: 'sqlite'; file: string } | { kind: 'mongodb' }
  model: { kind: 'placeholder' } | { kind: 'openai'; ids: readonly [string, ...string[]]; baseUrl?: string }
  host:
    | { kind: 'disk'; folder: string }
    | {
        kind: 'cloudflare'
        accountId: string
        variant: string
        thumbnails: readonly string[]
        baseUrl?: string
      }
  /** In the order in which they are offered. Empty: nothing is sold, and credits come by an operator's grant alone. */
  providers: readonly Provider[]
  /** What they sell, in the order in which it is offered. */
  packs: readonly Pack[]
  mailer: { kind: 'print' } | { kind: 'smtp'; from: string }
  /** Who runs the bot, as the privacy policy and the terms name them. */
  operator: {
    name: string
    named: boolean
    address?: string
    email?: string
    privacyDate?: string
    /** Whose law the terms are under, such as `England and Wales`. */
    law?: string
    termsDate?: string
    /** How long after buying it a pack can be given back; 0 promises nothing. */
    refundDays: number
  }
}

/** What must never be logged or shown. */
export interface Secrets {
  /** Absent: one is kept in the data folder. */
  session?: string
  /** Seals what the store must not hold in the clear; several have commas between, and all but the first are old. */
  sealing?: string
  metricsToken?: string
  discordToken?: string
  discordClientSecret?: string
  slackBotToken?: string
  slackAppToken?: string
  slackSigningSecret?: string
  slackClientId?: string
  slackClientSecret?: string
  mongodbUri?: string
  openaiApiKey?: string
  cloudflareApiToken?: string
  lemonSqueezyApiKey?: string
  lemonSqueezyWebhookSecret?: string
  smtpUrl?: string
}

export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[]

  constructor(faults: readonly ConfigFault[]) {
    super('The configuration has faults')
    this.name = 'ConfigError'
    this.faults = faults
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Throws `ConfigError` with every fault there is. An empty variable counts as absent. */
export function readConfig(env: Environment): { config: Config; secrets: Secrets } {
  const faults: ConfigFault[] = []
  const values = readValues(env, faults)
  faults.push(
    ...findCombinationFaults(values).filter(
      ({ variable }) => !faults.some((fault) => fault.variable === variable),
    ),
  )
  if (faults.length > 0) throw new ConfigError(faults)
  return { config: renderConfig(values), secrets: renderSecrets(values) }
}

function readValues(env: Environment, faults: ConfigFault[]): Values {
  const entries = (Object.keys(variables) as Variable[]).map((variable) => {
    const read = variables[variable].schema.safeParse(env[variable] || undefined)
    if (!read.success) {
      for (const { message } of read.error.issues) faults.push({ variable, problem: message })
    }
    return [variable, read.data]
  })
  return Object.fromEntries(entries) as Values
}

function renderConfig(values: Values): Config {
  const dataDir = resolve(values.DATA_DIR)
  const contact = values.OPERATOR_EMAIL ?? values.OPERATOR_NAME
  return {
    production: values.NODE_ENV === 'production',
    logLevel: values.LOG_LEVEL,
    dataDir,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    trustedProxies: values.TRUSTED_PROXIES,
    rules: {
      ...(contact && { contact }),
      welcomeCredits: values.WELCOME_CREDITS,
      welcomesPerNetwork: values.WELCOMES_PER_NETWORK,
      welcomesPerDay: values.WELCOMES_PER_DAY,
      prices: values.PRICES,
      imagesPerMinute: values.IMAGES_PER_MINUTE,
      utilitiesPerPerson: values.UTILITIES_PER_PERSON,
      utilitiesPerTeam: values.UTILITIES_PER_TEAM,
      picturesAtOnce: values.PICTURES_AT_ONCE,
      runningPerAccount: 2,
      unfinishedPerAccount: 20,
    },
    ...(values.DISCORD_TOKEN && {
      discord: { shards: values.DISCORD_SHARDS, ...withUrl('apiUrl', values.DISCORD_API_URL) },
    }),
    ...((values.SLACK_BOT_TOKEN || values.SLACK_CLIENT_ID) && {
      slack: withUrl('apiUrl', values.SLACK_API_URL),
    }),
    signIns: listSignIns(values),
    store: values.MONGODB_URI ? { kind: 'mongodb' } : { kind: 'sqlite', file: findSqliteFile(dataDir) },
    model: values.OPENAI_API_KEY
      ? { kind: 'openai', ids: values.OPENAI_IMAGE_MODEL, ...withUrl('baseUrl', values.OPENAI_BASE_URL) }
      : { kind: 'placeholder' },
    host: values.CLOUDFLARE_ACCOUNT_ID
      ? {
          kind: 'cloudflare',
          accountId: values.CLOUDFLARE_ACCOUNT_ID,
          variant: values.CLOUDFLARE_IMAGES_VARIANT,
          thumbnails: values.CLOUDFLARE_IMAGES_THUMBNAILS,
          ...withUrl('baseUrl', values.CLOUDFLARE_BASE_URL),
        }
      : { kind: 'disk', folder: join(dataDir, 'pictures') },
    providers: listProviders(values),
    packs: values.CREDIT_PACKS,
    mailer: values.MAIL_FROM ? { kind: 'smtp', from: values.MAIL_FROM } : { kind: 'print' },
    operator: {
      name: values.OPERATOR_NAME ?? 'the operator of this bot',
      named: values.OPERATOR_NAME !== undefined,
      ...(values.OPERATOR_ADDRESS && { address: values.OPERATOR_ADDRESS }),
      ...(values.OPERATOR_EMAIL && { email: values.OPERATOR_EMAIL }),
      ...(values.PRIVACY_DATE && { privacyDate: values.PRIVACY_DATE }),
      ...(values.TERMS_LAW && { law: values.TERMS_LAW }),
      ...(values.TERMS_DATE && { termsDate: values.TERMS_DATE }),
      refundDays: values.REFUND_DAYS,
    },
  }
}

function listSignIns(values: Values): SignIn[] {
  const { DISCORD_CLIENT_ID: clientId, DISCORD_API_URL: discordUrl, SLACK_API_URL: slackUrl } = values
  return [
    ...(clientId ? [{ kind: 'discord' as const, clientId, ...withUrl('baseUrl', discordUrl) }] : []),
    ...(values.SLACK_CLIENT_ID ? [{ kind: 'slack' as const, ...withUrl('baseUrl', slackUrl) }] : []),
  ]
}

/** Beside a real provider nobody tries out payments: whoever could would mint credits. */
function listProviders(values: Values): Provider[] {
  const { LEMONSQUEEZY_STORE_ID: storeId, LEMONSQUEEZY_BASE_URL: baseUrl } = values
  const isProduction = values.NODE_ENV === 'production'
  const packs = listSkuPacks(values.CREDIT_PACKS, values.DISCORD_SKUS)
  const onDiscord: Provider[] =
    packs.length > 0 ? [{ kind: 'discord', packs, ...withUrl('baseUrl', values.DISCORD_API_URL) }] : []
  if (storeId) return [...onDiscord, { kind: 'lemonsqueezy', storeId, ...withUrl('baseUrl', baseUrl) }]
  if (isProduction && packs.length > 0) return onDiscord
  const isTrial = !isProduction || values.ALLOW_STAND_INS.includes('checkout')
  return isTrial ? [...onDiscord, { kind: 'test' }] : []
}

/** The SQLite store in a data folder. */
export function findSqliteFile(dataDir: string): string {
  return join(dataDir, 'imgsrc.sqlite')
}

/** Where the store is, to be shown: a database's address without whoever logs in, and without options. */
export function describeStore({ store }: Config, { mongodbUri = '' }: Secrets): string {
  if (store.kind === 'sqlite') return store.file
  return mongodbUri.replace(/^([^/]*\/\/).*@/s, '$1').replace(/\?.*/s, '')
}

function withUrl<Name extends string>(name: Name, url: string | undefined) {
  return (url === undefined ? {} : { [name]: url }) as { [Key in Name]?: string }
}

function renderSecrets(values: Values): Secrets {
  const secrets = {
    session: values.SESSION_SECRET,
    sealing: values.SEALING_KEY,
    metricsToken: values.METRICS_TOKEN,
    discordToken: values.DISCORD_TOKEN,
    discordClientSecret: values.DISCORD_CLIENT_SECRET,
    slackBotToken: values.SLACK_BOT_TOKEN,
    slackAppToken: values.SLACK_APP_TOKEN,
    slackSigningSecret: values.SLACK_SIGNING_SECRET,
    slackClientId: values.SLACK_CLIENT_ID,
    slackClientSecret: values.SLACK_CLIENT_SECRET,
    mongodbUri: values.MONGODB_URI,
    openaiApiKey: values.OPENAI_API_KEY,
    cloudflareApiToken: values.CLOUDFLARE_API_TOKEN,
    lemonSqueezyApiKey: values.LEMONSQUEEZY_API_KEY,
    lemonSqueezyWebhookSecret: values.LEMONSQUEEZY_WEBHOOK_SECRET,
    smtpUrl: values.SMTP_URL,
  }
  return Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== undefined)) as Secrets
}
