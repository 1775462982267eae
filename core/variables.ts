/** The environment variables, each with what it must look like. */
import { z } from 'zod'

const webUrl = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${example}` })
    .transform((address) => address.replace(/\/+$/, ''))

const wholeNumber = (minimum: number, maximum: number) => {
  const error = `must be a whole number from ${minimum} to ${maximum}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, { error })
}

const secret = z.string().regex(/^\S+$/, { error: 'must be one word without spaces' })

const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, { error: `must be one of ${choices.join(', ')}` })

/** The marked stand-ins that production refuses unless they are allowed by name. */
export const standIns = ['model'] as const

/** Every variable that is read. In order: as `.env.example` shows them. */
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
  WELCOME_CREDITS: { schema: wholeNumber(0, 1_000_000).default(100) },
  IMAGES_PER_MINUTE: { schema: wholeNumber(4, 100_000).default(20) },
  MONGODB_URI: {
    schema: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/\S+$/, { error: 'must be an address such as mongodb://127.0.0.1:27017' })
      .optional(),
  },
  OPENAI_API_KEY: { schema: secret.optional() },
  OPENAI_IMAGE_MODEL: { schema: secret.default('gpt-image-2') },
  OPENAI_BASE_URL: { schema: webUrl('https://api.openai.com/v1').optional() },
  CLOUDFLARE_ACCOUNT_ID: { schema: secret.optional() },
  CLOUDFLARE_API_TOKEN: { schema: secret.optional() },
  CLOUDFLARE_IMAGES_VARIANT: { schema: secret.default('public') },
  CLOUDFLARE_BASE_URL: { schema: webUrl('https://api.cloudflare.com/client/v4').optional() },
} as const

export type Variable = keyof typeof variables
