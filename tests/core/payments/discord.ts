/** Discord's store for tests: its stand-in, what sells through it, and who buys there. */
import { expect, onTestFinished } from 'vitest'
import type { Clock } from '#core/clock.ts'
import { createDiscordPremium } from '#core/payments/discord-premium.ts'
import type { PlatformProvider, SkuPack } from '#core/payments/provider.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'

export const skuPacks: readonly SkuPack[] = [
  { name: 'starter', credits: 100, price: '$4.99', sku: '1310000000000000001' },
  { name: 'team', credits: 500, price: '$19.99', sku: '1310000000000000002' },
]
export const [starter = '', team = ''] = skuPacks.map(({ sku }) => sku)

/** Call it inside a test; the test fails when Discord's API description was broken. */
export async function openDiscord(clock: Clock, options: { testMode?: boolean } = {}) {
  const standin = await startDiscordStandin({ rateLimits: boundless })
  onTestFinished(async () => {
    await standin.close()
    expect(standin.faults).toEqual([])
  })
  const { log, lines } = createKeptLog()
  const provider: PlatformProvider = createDiscordPremium({
    token: standin.application.token,
    packs: skuPacks,
    testMode: options.testMode ?? false,
    baseUrl: standin.url,
    clock,
    log,
  })
  return { standin, premium: standin.premium, provider, lines }
}

const many = { requests: 1_000_000, window: 1_000 }
export const boundless = { 'list-entitlements': many, 'get-entitlement': many, 'consume-entitlement': many }
