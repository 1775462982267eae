/** The terms: whole in an operator's name, or plainly a draft. */
import { expect, it } from 'vitest'
import { readConfig } from '#core/config.ts'
import { renderPricing } from '#web/pages/pricing.ts'
import { describePolicy, findTermsGaps } from '#web/policy.ts'
import type { Operator } from '#web/site.ts'
import { createBrowser } from './browser.ts'
import { createRig } from './rig.ts'

const whole: Operator = {
  name: 'Lighthouse Ltd',
  ...{ address: '1 Harbour Street, Bristol', email: 'hello@lighthouse.example' },
  ...{ law: 'England and Wales', termsDate: '2026-11-01', refundDays: 14 },
}

async function read(operator: Operator, env: Record<string, string> = {}) {
  const policy = describePolicy(readConfig(env).config, ['Discord'], false)
  const { app } = await createRig({ app: { operator, policy } })
  return (await createBrowser(app).read('/terms')).replace(/\s+/g, ' ')
}

it('names the operator, the law, the day and how a pack is given back', async () => {
  const page = await read(whole)
  const told = ['Lighthouse Ltd', '1 Harbour Street', 'England and Wales', '1 Nov 2026', 'Within 14 days']
  for (const words of told) expect(page).toContain(words)
  expect(page).not.toContain('class="gap"')
  expect(page).toContain('<a href="/terms">Terms</a>')
  expect(page).not.toContain('OpenAI')
  expect(await read(whole, { OPENAI_API_KEY: 'x' })).toContain('openai.com/policies')
  expect(await read({ ...whole, refundDays: 0 })).toContain('where the law has us do so')
})

it('is marked as a draft, with all that is missing, where it is not whole', async () => {
  const page = await read({ name: 'the operator of this bot', named: false, refundDays: 14 })
  expect(page).toContain('This is a draft.')
  expect(page).not.toContain('href="/terms"')
  const missing = ['OPERATOR_NAME', 'OPERATOR_ADDRESS', 'OPERATOR_EMAIL', 'TERMS_LAW', 'TERMS_DATE']
  expect(page).toContain(`<code>${missing.join(' ')}</code>`)
  for (const variable of missing.slice(0, 4)) expect(page).toContain(`<code>${variable}</code>`)
  expect(page.match(/class="gap"/g)?.length).toBeGreaterThan(3)
})

it('is missed at a start in production alone', () => {
  const production = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://bot.example.com',
    ALLOW_STAND_INS: 'model,checkout,mailer',
  }
  const find = (env: Record<string, string>) => findTermsGaps(readConfig(env).config)
  expect(find({})).toEqual([])
  expect(find(production)).toHaveLength(5)
  const named = { OPERATOR_NAME: 'Ann', OPERATOR_ADDRESS: '1 Street', OPERATOR_EMAIL: 'ann@example.org' }
  expect(find({ ...production, ...named, TERMS_LAW: 'France', TERMS_DATE: '2026-11-01' })).toEqual([])
})

it('the prices tell what a picture and a pack come to, and the same of refunds, to whoever is not signed in', async () => {
  const { app } = await createRig({ app: { operator: whole } })
  const page = (await createBrowser(app).read('/pricing')).replace(/\s+/g, ' ')
  for (const words of [
    '100 drafts, 10 standard or 3 premium pictures',
    'Save 20%',
    'Recommended',
    '<td class="quiet">$0.40 to $0.50</td>',
    'Credits never expire',
    'Within 14 days of buying a pack',
  ])
    expect(page).toContain(words)
})

it('prices that are no plain numbers are compared with nothing', async () => {
  const packs = [100, 200].map((credits) => ({ name: `p${credits}`, credits, price: 'ask us', offers: [] }))
  const prices = readConfig({}).config.rules.prices
  const shop = { prices, listPacks: () => packs }
  const page = String(await renderPricing({ shop, welcomeCredits: 0, operator: whole }))
  expect(page).not.toContain('In money')
  expect(page).not.toContain('Save')
  expect(page).toContain('ask us')
})
