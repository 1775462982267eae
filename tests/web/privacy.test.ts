/** The privacy policy: it names who runs the bot, and says of providers only what is so in this configuration. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { readConfig } from '#core/config.ts'
import { renderPrivacy } from '#web/pages/privacy.ts'
import { describePolicy, findPolicyGaps } from '#web/policy.ts'
import { createRig } from './rig.ts'

const operator = {
  name: 'Lighthouse Ltd',
  address: '1 Harbour Street, Bristol',
  email: 'privacy@lighthouse.example',
  privacyDate: '2026-11-01',
  refundDays: 14,
}

const render = async (env: Record<string, string>, platforms: string[], keepsLog = false) => {
  const page = await renderPrivacy(operator, describePolicy(readConfig(env).config, platforms, keepsLog))
  return page.toString().replace(/\s+/g, ' ')
}

it('names the operator, an address to write to, and the day', async () => {
  const page = await render({}, [])
  const names = ['Lighthouse Ltd', '1 Harbour Street, Bristol', 'privacy@lighthouse.example', '1 Nov 2026']
  for (const words of names) expect(page).toContain(words)
})

it('tells of no provider that is not configured', async () => {
  const page = await render({}, ['Terminal'], true)
  const names = ['OpenAI', 'Cloudflare', 'Lemon Squeezy', 'mail provider', 'Slack', 'Discord', 'MongoDB']
  for (const name of names) expect(page).not.toContain(name)
  expect(page).toContain('The log is a file')
  expect(page).toContain('<code>session</code>')
})

it('tells of every provider that is', async () => {
  const env = {
    OPENAI_API_KEY: 'x',
    CLOUDFLARE_ACCOUNT_ID: 'x',
    CLOUDFLARE_API_TOKEN: 'x',
    LEMONSQUEEZY_API_KEY: 'x',
    LEMONSQUEEZY_STORE_ID: '1',
    LEMONSQUEEZY_WEBHOOK_SECRET: 'secret',
    CREDIT_PACKS: 'starter:100:$5:101',
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'bot@example.org',
    MONGODB_URI: 'mongodb://localhost/x',
    SESSION_SECRET: 'x'.repeat(32),
  }
  const page = await render(env, ['Discord', 'Slack'])
  const names = ['OpenAI', 'Cloudflare', 'Lemon Squeezy', 'mail provider', 'Discord and Slack', 'MongoDB']
  for (const name of names) expect(page).toContain(name)
  expect(page).toContain('<code>slack-install</code>')
  expect(page).not.toContain('The log is a file')
})

it('tells what a platform’s own sign-in tells, where it can connect a chat', async () => {
  expect(await render({}, ['Discord'])).not.toContain('if you sign in there')
  const env = {
    DISCORD_TOKEN: 'x',
    DISCORD_CLIENT_ID: '1200000000000000001',
    DISCORD_CLIENT_SECRET: 'x',
  }
  const page = await render(env, ['Discord'])
  expect(page).toContain('Discord, if you sign in there to connect a chat')
  expect(page).toContain('(the scope identify)')
  expect(page).not.toContain('Slack')
})

it('says what pictures say of themselves, and where that may be lost', async () => {
  expect(await render({}, [])).not.toContain('Content Credentials')
  const onDisk = await render({ OPENAI_API_KEY: 'x' }, [])
  for (const words of ['Content Credentials', 'DigitalSourceType', 'nobody signs'])
    expect(onDisk).toContain(words)
  const env = { OPENAI_API_KEY: 'x', CLOUDFLARE_ACCOUNT_ID: 'x', CLOUDFLARE_API_TOKEN: 'x' }
  expect(await render(env, [])).toContain('Cloudflare may deliver a copy')
})

it('says what is kept around checkouts, notices and links', async () => {
  const rig = await createRig()
  const page = await (await rig.app.request('https://bot.example/privacy')).text()
  const told = ['keyed digest of your address', 'changes of this policy', 'name of the server or workspace']
  for (const words of told) expect(page.replace(/\s+/g, ' ')).toContain(words)
})

it('misses, in production alone, who runs it', () => {
  const read = (env: Record<string, string>) => findPolicyGaps(readConfig(env).config)
  const production = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://bot.example.com',
    ALLOW_STAND_INS: 'model,checkout,mailer',
  }
  expect(read({})).toEqual([])
  expect(read(production)).toEqual(['OPERATOR_NAME', 'OPERATOR_EMAIL', 'PRIVACY_DATE'])
  const named = { OPERATOR_NAME: 'Ann', OPERATOR_EMAIL: 'ann@example.org', PRIVACY_DATE: '2026-11-01' }
  expect(read({ ...production, ...named })).toEqual([])
})

it('keeps no digest of a buyer’s address that could be guessed without the secret', async () => {
  const rig = await createRig()
  const account = { id: 'ann', email: 'ann@example.org', createdAt: 0 }
  await rig.core.purchases.openCheckout(account, 'starter', 'https://bot.example/')
  const [note] = await rig.store.records.listRecords('checkout', 'ann', rig.clock.now())
  const guess = createHash('sha256').update('ann@example.org').digest('base64url')
  expect(note?.key).toMatch(/^test:starter:/)
  expect(note?.key).not.toContain(guess)
})
