/** The configuration: defaults, every fault at once, and an example file that tells the truth. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, variables } from '#core/config.ts'

function findFaults(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.faults.map(({ variable, problem }) => `${variable} ${problem}`)
  }
}

it('needs no variable at all', () => {
  const { config, secrets } = readConfig({})
  expect(config).toMatchObject({
    production: false,
    port: 3000,
    publicUrl: 'http://localhost:3000',
    model: { kind: 'placeholder' },
    host: { kind: 'disk' },
    store: { kind: 'sqlite' },
    rules: { welcomeCredits: 100, imagesPerMinute: 20, picturesAtOnce: 16 },
  })
  expect(secrets).toEqual({})
})

it('takes how many pictures a process draws at once, from as many as one order may have', () => {
  expect(readConfig({ PICTURES_AT_ONCE: '64' }).config.rules.picturesAtOnce).toBe(64)
  expect(findFaults({ PICTURES_AT_ONCE: '3' })).toEqual([
    'PICTURES_AT_ONCE must be a whole number from 4 to 1000',
  ])
})

describe.each([
  ['MONGODB_URI', 'mongodb', 'a:1,b:2/db?replicaSet=rs', { SESSION_SECRET: 'x'.repeat(32) }],
  ['MONGODB_URI', 'mongodb+srv', 'cluster.example.com', { SESSION_SECRET: 'x'.repeat(32) }],
  ['SMTP_URL', 'smtps', 'mail.example.com:465', { MAIL_FROM: 'bot@example.com' }],
])('an address with a password in %s, %s', (variable, scheme, rest, more) => {
  it.each(['#', '/', '?', '%', '%2', '%zz', 'a#b/c'])('is refused by name where that has a raw %s', (raw) => {
    const [fault = ''] = findFaults({ [variable]: `${scheme}://ann:${raw}secret@${rest}`, ...more })
    expect(fault).toMatch(`${variable} must be an address`)
    expect(fault).toContain('# as %23')
    expect(fault).not.toContain('secret')
  })

  it('is taken where that is written as it must be, and without one', () => {
    const password = encodeURIComponent('a#b/c?d%e@f:g')
    expect(findFaults({ [variable]: `${scheme}://ann:${password}@${rest}`, ...more })).toEqual([])
    expect(findFaults({ [variable]: `${scheme}://${rest}`, ...more })).toEqual([])
  })
})

it('counts an empty variable as absent', () => {
  expect(readConfig({ PORT: '', OPENAI_API_KEY: '' }).config).toEqual(readConfig({}).config)
})

it('names every fault at once, by variable', () => {
  expect(
    findFaults({
      PORT: '70000',
      PUBLIC_URL: 'bot.example.com',
      WELCOME_CREDITS: '-5',
      IMAGES_PER_MINUTE: '3',
      LOG_LEVEL: 'loud',
      CLOUDFLARE_ACCOUNT_ID: 'abc',
      MONGODB_URI: 'http://127.0.0.1',
      ALLOW_STAND_INS: 'everything',
    }).map((fault) => fault.split(' ')[0]),
  ).toEqual([
    ...['ALLOW_STAND_INS', 'PORT', 'PUBLIC_URL', 'LOG_LEVEL', 'WELCOME_CREDITS', 'IMAGES_PER_MINUTE'],
    ...['MONGODB_URI', 'CLOUDFLARE_API_TOKEN'],
  ])
})

it('refuses each stand-in in production unless it is allowed by name', () => {
  const listVariables = (env: Record<string, string>) =>
    findFaults({ NODE_ENV: 'production', PUBLIC_URL: 'https://bot.example.com', ...env }).map(
      (fault) => fault.split(' ')[0],
    )
  const missing = ['OPENAI_API_KEY', 'SMTP_URL']
  expect(listVariables({})).toEqual(missing)
  expect(listVariables({ ALLOW_STAND_INS: 'model' })).toEqual(missing.slice(1))
  expect(listVariables({ ALLOW_STAND_INS: 'checkout, mailer' })).toEqual(missing.slice(0, 1))
  expect(listVariables({ ALLOW_STAND_INS: 'model,checkout,mailer' })).toEqual([])
})

it.each([
  ['a test checkout where things are tried out', {}, ['test']],
  ['nothing in production', { NODE_ENV: 'production' }, []],
  [
    'a test checkout in production that is allowed by name',
    { NODE_ENV: 'production', ALLOW_STAND_INS: 'model,checkout,mailer' },
    ['test'],
  ],
] as const)('without Lemon Squeezy has %s', (_what, env, kinds) => {
  const around = { PUBLIC_URL: 'https://bot.example.com', ALLOW_STAND_INS: 'model,mailer' }
  const { config } = readConfig({ ...around, ...env })
  expect(config.providers).toEqual(kinds.map((kind) => ({ kind })))
})

it.each([
  ['', 'is missing'],
  ['http://bot.example.com', 'must start with https://'],
  ['http://10.0.0.5:3000', 'must start with https://'],
  ['http://localhost.example.com', 'must start with https://'],
  ['http://127.example.com', 'must start with https://'],
  ['http://[::2]:3000', 'must start with https://'],
  ['ftp://bot.example.com', 'must be an address'],
])('refuses %j as where people reach it in production, with all other faults', (address, problem) => {
  const faults = findFaults({ NODE_ENV: 'production', PUBLIC_URL: address })
  expect(faults).toHaveLength(3)
  expect(faults).toContainEqual(expect.stringContaining(`PUBLIC_URL ${problem}`))
  if (!address.startsWith('ftp')) expect(findFaults({ PUBLIC_URL: address })).toEqual([])
})

it.each([
  ...['https://bot.example.com', 'http://localhost:3000', 'http://bot.localhost', 'http://127.1:3000'],
  'http://[::1]:3000',
])('takes %s as where people reach it in production', (address) => {
  const env = { NODE_ENV: 'production', PUBLIC_URL: address, ALLOW_STAND_INS: 'model,mailer' }
  expect(findFaults(env)).toEqual([])
})

const everything = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://bot.example.com',
  SESSION_SECRET: 'canary'.repeat(6),
  METRICS_TOKEN: 'canary',
  DISCORD_TOKEN: 'canary',
  DISCORD_CLIENT_ID: '1310000000000000001',
  DISCORD_CLIENT_SECRET: 'canary',
  SLACK_BOT_TOKEN: 'xoxb-canary',
  SLACK_APP_TOKEN: 'xapp-canary',
  SLACK_SIGNING_SECRET: 'canary',
  SLACK_CLIENT_ID: 'canary',
  SLACK_CLIENT_SECRET: 'canary',
  MONGODB_URI: 'mongodb://user:canary@a:1,b:2/db?replicaSet=rs',
  OPENAI_API_KEY: 'canary',
  CLOUDFLARE_ACCOUNT_ID: 'abc',
  CLOUDFLARE_API_TOKEN: 'canary',
  CREDIT_PACKS: 'starter:100:$5:1',
  LEMONSQUEEZY_API_KEY: 'canary',
  LEMONSQUEEZY_STORE_ID: '1',
  LEMONSQUEEZY_WEBHOOK_SECRET: 'canary',
  SMTP_URL: 'smtps://user:canary@127.0.0.1',
  MAIL_FROM: 'bot@example.com',
}

it('takes everything at once, and keeps secrets out of the configuration', () => {
  const { config, secrets } = readConfig(everything)
  expect(JSON.stringify(config)).not.toContain('canary')
  expect(Object.keys(secrets)).toHaveLength(15)
  expect(config.signIns).toEqual([{ kind: 'discord', clientId: '1310000000000000001' }, { kind: 'slack' }])
  for (const value of Object.values(secrets)) expect(value).toContain('canary')
})

it.each([
  ['CLOUDFLARE_API_TOKEN'],
  ['DISCORD_CLIENT_SECRET'],
  ['DISCORD_TOKEN'],
  ['LEMONSQUEEZY_WEBHOOK_SECRET'],
  ['SLACK_CLIENT_SECRET'],
  ['MAIL_FROM'],
  ['SESSION_SECRET'],
] as const)('asks for %s where the rest needs it', (variable) => {
  const { [variable]: left, ...rest } = everything
  expect(findFaults(rest).map((fault) => fault.split(' ')[0])).toEqual([variable])
})

it('asks Slack for a way in and a workspace', () => {
  expect(findFaults({ SLACK_BOT_TOKEN: 'xoxb-1' })[0]).toMatch(/^SLACK_SIGNING_SECRET is missing/)
  expect(findFaults({ SLACK_APP_TOKEN: 'xapp-1' })[0]).toMatch(/^SLACK_BOT_TOKEN is missing/)
  expect(findFaults({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual([])
  expect(findFaults({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'x' })).toEqual([])
})

it('asks for the variants of packs that Lemon Squeezy sells', () => {
  expect(findFaults({ ...everything, CREDIT_PACKS: 'starter:100:$5' })[0]).toMatch(/^CREDIT_PACKS must/)
  expect(findFaults({ CREDIT_PACKS: 'starter:none:$5,team:5:$1:x' })).toHaveLength(2)
  expect(findFaults({ PRICES: 'draft:none,best:5,standard:10' })).toHaveLength(2)
})

it('sells on Discord the packs that have a SKU, at the prices given for there', () => {
  const skus = '1310000000000000002:team, 1310000000000000001:starter:$4.99'
  const around = { DISCORD_TOKEN: 'x', DISCORD_API_URL: 'http://127.0.0.1:1/api', DISCORD_SKUS: skus }
  const read = (env: Record<string, string> = {}) => readConfig({ ...around, ...env }).config.providers
  const discord = {
    kind: 'discord',
    packs: [
      { name: 'starter', credits: 100, price: '$4.99', sku: '1310000000000000001' },
      { name: 'team', credits: 2_000, price: '$60', sku: '1310000000000000002' },
    ],
    baseUrl: 'http://127.0.0.1:1/api',
  }
  expect(read()).toEqual([discord, { kind: 'test' }])
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://bot.example.com' }
  expect(read({ ...production, ALLOW_STAND_INS: 'model,mailer,checkout' })).toEqual([discord])
  const packs = 'starter:100:$5:1,team:2000:$60:2'
  const both = [discord, { kind: 'lemonsqueezy', storeId: '1' }]
  expect(read({ ...everything, CREDIT_PACKS: packs, DISCORD_TOKEN: 'x' })).toEqual(both)
})

it.each([
  ['1310000000000000001:gold', ['sells the pack "gold", which CREDIT_PACKS does not have']],
  ['starter', ["whose SKU is not Discord's number", 'which names no pack']],
  ['1310000000000000001:starter:', ['whose price is not 1 to 20 characters']],
  ['1310000000000000001:starter:$5:x', ['which has more than sku:pack:price']],
  ['1310000000000000001:starter,1310000000000000001:team', ['names the SKU "1310000000000000001" twice']],
  ['1310000000000000001:starter,1310000000000000002:starter', ['names the pack "starter" twice']],
])('finds the faults in DISCORD_SKUS=%s', (DISCORD_SKUS, problems) => {
  const faults = findFaults({ DISCORD_TOKEN: 'x', DISCORD_SKUS })
  expect(faults).toHaveLength(problems.length)
  for (const [index, problem] of problems.entries()) {
    expect(faults[index]).toMatch(/^DISCORD_SKUS /)
    expect(faults[index]).toContain(problem)
  }
})

it('asks for the token of the bot whose SKUs are sold', () => {
  expect(findFaults({ DISCORD_SKUS: '1310000000000000001:starter' })).toEqual([
    'DISCORD_TOKEN is missing, while DISCORD_SKUS is set',
  ])
})

it('takes several image models, each once, the first as the usual one', () => {
  const read = (OPENAI_IMAGE_MODEL: string) =>
    readConfig({ OPENAI_API_KEY: 'x', OPENAI_IMAGE_MODEL }).config.model
  expect(read('')).toMatchObject({ ids: ['gpt-image-2'] })
  expect(read('a, b ,c')).toMatchObject({ ids: ['a', 'b', 'c'] })
  const many = Array.from({ length: 26 }, (_, index) => `m${index}`).join()
  for (const wrong of ['a,', ',a', 'a,,b', 'a,a', 'a b', 'x'.repeat(65), many]) {
    expect([wrong, findFaults({ OPENAI_IMAGE_MODEL: wrong })]).toEqual([
      wrong,
      [expect.stringMatching(/^OPENAI_IMAGE_MODEL must/)],
    ])
  }
})

it('has an .env.example with just the variables that are read, each with a word on it', () => {
  const blocks = readFileSync('.env.example', 'utf8').trim().split(/\n\n+/).slice(1)
  const names = blocks.map((block) => /^# ?([A-Z_]+)=/m.exec(block)?.[1])
  expect(names).toEqual(Object.keys(variables))
  for (const block of blocks) expect(block).toMatch(/^# [A-Z].*\.$/m)
})
