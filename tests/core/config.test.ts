/** The configuration: defaults, every fault at once, and an example file that tells the truth. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
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
    rules: { welcomeCredits: 100, imagesPerMinute: 20 },
  })
  expect(secrets).toEqual({})
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
    'ALLOW_STAND_INS',
    'PORT',
    'PUBLIC_URL',
    'LOG_LEVEL',
    'WELCOME_CREDITS',
    'IMAGES_PER_MINUTE',
    'MONGODB_URI',
    'CLOUDFLARE_API_TOKEN',
  ])
})

it('refuses the placeholder model in production unless it is allowed by name', () => {
  expect(findFaults({ NODE_ENV: 'production' })).toHaveLength(1)
  expect(findFaults({ NODE_ENV: 'production', ALLOW_STAND_INS: 'model' })).toEqual([])
  expect(findFaults({ NODE_ENV: 'production', OPENAI_API_KEY: 'sk-1' })).toEqual([])
})

it('keeps secrets out of the configuration', () => {
  const { config } = readConfig({
    OPENAI_API_KEY: 'canary',
    CLOUDFLARE_ACCOUNT_ID: 'abc',
    CLOUDFLARE_API_TOKEN: 'canary',
    MONGODB_URI: 'mongodb://user:canary@127.0.0.1',
  })
  expect(JSON.stringify(config)).not.toContain('canary')
})

it('takes several MongoDB hosts', () => {
  expect(findFaults({ MONGODB_URI: 'mongodb://a:1,b:2/db?replicaSet=rs' })).toEqual([])
})

it('has an .env.example with just the variables that are read, each with a word on it', () => {
  const blocks = readFileSync('.env.example', 'utf8').trim().split(/\n\n+/).slice(1)
  const names = blocks.map((block) => /^# ?([A-Z_]+)=/m.exec(block)?.[1])
  expect(names).toEqual(Object.keys(variables))
  for (const block of blocks) expect(block).toMatch(/^# [A-Z].*\.$/m)
})
