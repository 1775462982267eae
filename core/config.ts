/** Reads the environment into a configuration, or names every fault in it at once. */
import { join, resolve } from 'node:path'
import type { Rules } from './index.ts'
import { type Variable, variables } from './variables.ts'

export { variables } from './variables.ts'

/** What runs, and with which settings; holds nothing secret. */
export interface Config {
  production: boolean
  logLevel: string
  /** Absolute path. */
  dataDir: string
  port: number
  /** Without a slash at its end. */
  publicUrl: string
  rules: Rules
  store: { kind: 'sqlite'; file: string } | { kind: 'mongodb' }
  model: { kind: 'placeholder' } | { kind: 'openai'; id: string; baseUrl?: string }
  host:
    | { kind: 'disk'; folder: string }
    | { kind: 'cloudflare'; accountId: string; variant: string; baseUrl?: string }
}

/** What must never be logged or shown. */
export interface Secrets {
  mongodbUri?: string
  openaiApiKey?: string
  cloudflareApiToken?: string
}

/** One thing wrong with one variable, as a sentence for an operator. */
export interface ConfigFault {
  variable: Variable
  problem: string
}

export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[]

  constructor(faults: readonly ConfigFault[]) {
    super('The configuration has faults')
    this.name = 'ConfigError'
    this.faults = faults
  }
}

type Values = { [Name in Variable]: ReturnType<(typeof variables)[Name]['schema']['parse']> }

/** Variables that only make sense together. */
const groups: readonly (readonly Variable[])[] = [['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN']]

/** Throws `ConfigError` with every fault there is. An empty variable counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): {
  config: Config
  secrets: Secrets
} {
  const faults: ConfigFault[] = []
  const values = readValues(env, faults)
  for (const group of groups) {
    const present = group.filter((name) => env[name])
    for (const name of group) {
      if (present.length > 0 && !env[name]) {
        faults.push({ variable: name, problem: `is missing, while ${present.join(' and ')} is set` })
      }
    }
  }
  if (
    values.NODE_ENV === 'production' &&
    !values.OPENAI_API_KEY &&
    !values.ALLOW_STAND_INS.includes('model')
  ) {
    faults.push({
      variable: 'OPENAI_API_KEY',
      problem: 'is missing: in production the placeholder model must be allowed by ALLOW_STAND_INS=model',
    })
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return { config: renderConfig(values), secrets: renderSecrets(values) }
}

function readValues(env: Readonly<Record<string, string | undefined>>, faults: ConfigFault[]): Values {
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
  return {
    production: values.NODE_ENV === 'production',
    logLevel: values.LOG_LEVEL,
    dataDir,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    rules: {
      welcomeCredits: values.WELCOME_CREDITS,
      imagesPerMinute: values.IMAGES_PER_MINUTE,
      picturesAtOnce: 16,
      runningPerAccount: 2,
      unfinishedPerAccount: 20,
    },
    store: values.MONGODB_URI
      ? { kind: 'mongodb' }
      : { kind: 'sqlite', file: join(dataDir, 'imgsrc.sqlite') },
    model: values.OPENAI_API_KEY
      ? {
          kind: 'openai',
          id: values.OPENAI_IMAGE_MODEL,
          ...(values.OPENAI_BASE_URL && { baseUrl: values.OPENAI_BASE_URL }),
        }
      : { kind: 'placeholder' },
    host: values.CLOUDFLARE_ACCOUNT_ID
      ? {
          kind: 'cloudflare',
          accountId: values.CLOUDFLARE_ACCOUNT_ID,
          variant: values.CLOUDFLARE_IMAGES_VARIANT,
          ...(values.CLOUDFLARE_BASE_URL && { baseUrl: values.CLOUDFLARE_BASE_URL }),
        }
      : { kind: 'disk', folder: join(dataDir, 'pictures') },
  }
}

function renderSecrets(values: Values): Secrets {
  return {
    ...(values.MONGODB_URI && { mongodbUri: values.MONGODB_URI }),
    ...(values.OPENAI_API_KEY && { openaiApiKey: values.OPENAI_API_KEY }),
    ...(values.CLOUDFLARE_API_TOKEN && { cloudflareApiToken: values.CLOUDFLARE_API_TOKEN }),
  }
}
