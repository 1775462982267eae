/** The environment variables, each with what it must look like. */
import { z } from 'zod'
import { readPrices, usualPrices } from '#core/images/charging/prices.ts'
import { defaultPacks, readPacks } from '#core/payments/packs.ts'
import { readSkus } from '#core/payments/skus.ts'

const webUrl = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${example}` })
    .transform((address) => address.replace(/(?<!\/)\/+$/, ''))

const wholeNumber = (minimum: number, maximum: number) => {
  const error = `must be a whole number from ${minimum} to ${maximum}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, { error })
}

const secret = z.string().regex(/^\S+$/, { error: 'must be one word without spaces' })

const startingWith = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}\\S+$`), { error: `must start with ${prefix}` })

const form = (pattern: RegExp, error: string) => z.string().regex(pattern, { error })

/** As long as every platform's menus take. */
const modelId = form(/^\S{1,64}$/, 'must be model ids of at most 64 characters, with commas between')

const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, { error: `must be one of ${choices.join(', ')}` })

const packs = z.string().transform((text, context) => {
  const read = readPacks(text)
  for (const message of read.faults) context.addIssue({ code: 'custom', message })
  return read.packs
})

const skus = z.string().transform((text, context) => {
  const read = readSkus(text)
  for (const message of read.faults) context.addIssue({ code: 'custom', message })
  return read.skus
})

/** As many as a menu of Discord's holds; the first draws what names none. */
const mostModels = 25

const models = z
  .string()
  .transform((text) => text.split(',').map((id) => id.trim()))
  .pipe(
    z
      .tuple([modelId], modelId)
      .refine((ids) => ids.length <= mostModels && new Set(ids).size === ids.length, {
        error: `must name each model once, and at most ${mostModels}`,
      }),
  )

const prices = z.string().transform((text, context) => {
  const read = readPrices(text)
  for (const message of read.faults) context.addIssue({ code: 'custom', message })
  return read.prices
})

/** What makes an address with a password unreadable (RFC 3986, 2.1), and what to do about it. */
const escaping = '; in its user and password write # as %23, % as %25, / as %2F, ? as %3F and @ as %40'

/** The marked stand-ins that production refuses unless they are allowed by name. */
export const standIns = ['model', 'checkout', 'mailer'] as const

/** Every variable that is read, in the order in which `.env.example` shows them. */
export const variables = {
  NODE_ENV: { schema: z.string().default('development') },
  ALLOW_STAND_INS: {
    schema: z
      .string()
      .transform((text) => text.split(',').map((name) => name.trim()))
      .pipe(z.array(oneOf(standIns)))
      .default([]),
  },
  DATA_DIR: { schema: z.string().default('./data') },
  PORT: { schema: wholeNumber(1, 65_535).default(3000) },
  PUBLIC_URL: { schema: webUrl('https://bot.example.com').optional() },
  LOG_LEVEL: {
    schema: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  },
  SESSION_SECRET: {
    schema: form(/^\S{32,}$/, 'must be at least 32 characters without spaces').optional(),
  },
  SEALING_KEY: {
    schema: form(
      /^[^\s,]{32,}([\s,]+[^\s,]{32,})*$/,
      'must be at least 32 characters, or several such keys with commas between',
    ).optional(),
  },
  TRUSTED_PROXIES: { schema: wholeNumber(0, 10).default(0) },
  METRICS_TOKEN: { schema: secret.optional() },
  WELCOME_CREDITS: { schema: wholeNumber(0, 1_000_000).default(100) },
  WELCOMES_PER_NETWORK: { schema: wholeNumber(0, 1_000_000).default(5) },
  WELCOMES_PER_DAY: { schema: wholeNumber(0, 1_000_000).default(200) },
  IMAGES_PER_MINUTE: { schema: wholeNumber(4, 100_000).default(20) },
  PICTURES_AT_ONCE: { schema: wholeNumber(4, 1_000).default(16) },
  UTILITIES_PER_PERSON: { schema: wholeNumber(1, 1_000_000).default(30) },
  UTILITIES_PER_TEAM: { schema: wholeNumber(1, 1_000_000).default(300) },
  DISCORD_TOKEN: { schema: secret.optional() },
  DISCORD_CLIENT_ID: {
    schema: form(/^\d{15,20}$/, "must be the application's id, which is a number").optional(),
  },
  DISCORD_CLIENT_SECRET: { schema: secret.optional() },
  DISCORD_SHARDS: {
    schema: form(
      /^(auto|[1-9]\d*|\d+(-\d+)?\/\d+)$/,
      'must be auto, a count such as 8 or a range such as 0-3/8',
    ).default('auto'),
  },
  DISCORD_API_URL: { schema: webUrl('https://discord.com/api').optional() },
  SLACK_BOT_TOKEN: { schema: startingWith('xoxb-').optional() },
  SLACK_APP_TOKEN: { schema: startingWith('xapp-').optional() },
  SLACK_SIGNING_SECRET: { schema: secret.optional() },
  SLACK_CLIENT_ID: { schema: secret.optional() },
  SLACK_CLIENT_SECRET: { schema: secret.optional() },
  SLACK_API_URL: { schema: webUrl('https://slack.com/api/').optional() },
  MONGODB_URI: {
    schema: form(
      /^mongodb(\+srv)?:\/\/(([^@/?#%\s]|%[0-9a-f]{2})+@)?[^@/?#\s]+(\/[^@/?#\s]*)?(\?[^@#\s]*)?$/i,
      `must be an address such as mongodb://127.0.0.1:27017${escaping}`,
    ).optional(),
  },
  OPENAI_API_KEY: { schema: secret.optional() },
  OPENAI_IMAGE_MODEL: { schema: models.default(['gpt-image-2']) },
  OPENAI_BASE_URL: { schema: webUrl('https://api.openai.com/v1').optional() },
  CLOUDFLARE_ACCOUNT_ID: { schema: secret.optional() },
  CLOUDFLARE_API_TOKEN: { schema: secret.optional() },
  CLOUDFLARE_IMAGES_VARIANT: { schema: secret.default('public') },
  CLOUDFLARE_IMAGES_THUMBNAILS: {
    schema: form(
      /^[^\s,/]+\s*,\s*[^\s,/]+$/,
      'must be the names of two variants, 440 and 880 pixels wide, with a comma between',
    )
      .transform((text) => text.split(',').map((name) => name.trim()))
      .default(['w440', 'w880']),
  },
  CLOUDFLARE_BASE_URL: { schema: webUrl('https://api.cloudflare.com/client/v4').optional() },
  PRICES: { schema: prices.default(usualPrices) },
  CREDIT_PACKS: { schema: packs.default([...defaultPacks]) },
  DISCORD_SKUS: { schema: skus.default([]) },
  LEMONSQUEEZY_API_KEY: { schema: secret.optional() },
  LEMONSQUEEZY_STORE_ID: { schema: form(/^\d+$/, "must be the store's number").optional() },
  LEMONSQUEEZY_WEBHOOK_SECRET: { schema: form(/^\S{6,40}$/, 'must be 6 to 40 characters').optional() },
  LEMONSQUEEZY_BASE_URL: { schema: webUrl('https://api.lemonsqueezy.com/v1').optional() },
  SMTP_URL: {
    schema: form(
      /^smtps?:\/\/(([^/?#%\s]|%[0-9a-f]{2})+@)?[^@/?#%\s]+\/?$/i,
      `must be an address such as smtps://user:password@mail.example.com${escaping}`,
    )
      .refine(URL.canParse, { error: 'names no host and port that can be read' })
      .optional(),
  },
  MAIL_FROM: { schema: form(/^[^\r\n\0@]+@[^\r\n\0]+$/, 'must be an e-mail address').optional() },
  OPERATOR_NAME: { schema: z.string().optional() },
  OPERATOR_ADDRESS: { schema: z.string().optional() },
  OPERATOR_EMAIL: { schema: z.email({ error: 'must be an e-mail address' }).optional() },
  TERMS_LAW: { schema: z.string().optional() },
  REFUND_DAYS: { schema: wholeNumber(0, 3_650).default(14) },
  TERMS_DATE: { schema: z.iso.date({ error: 'must be a day such as 2026-11-01' }).optional() },
  PRIVACY_DATE: { schema: z.iso.date({ error: 'must be a day such as 2026-11-01' }).optional() },
} as const

export type Variable = keyof typeof variables

/** What each variable is once it is read. */
export type Values = { [Name in Variable]: z.output<(typeof variables)[Name]['schema']> }
